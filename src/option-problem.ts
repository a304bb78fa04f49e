import type { CommandOption, NumberRange } from './option.ts';

type Arguments = Readonly<Record<string, unknown>>;
type OptionTable = Readonly<Record<string, CommandOption>>;

/** What is wrong with the values of options, or with their combination; undefined when nothing is. */
export function optionProblem(args: Arguments, options: OptionTable): string | undefined {
  for (const [name, option] of Object.entries(options)) {
    if (args[name] === undefined) continue;
    const problem = shapeProblem(name, args[name], option) ?? companyProblem(name, args, option);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function shapeProblem(name: string, value: unknown, option: CommandOption): string | undefined {
  if (Array.isArray(value) && option.array !== true && option.type !== 'array') {
    return `The option --${name} was given ${value.length} times, but takes one value.`;
  }
  if (option.type !== 'number') return undefined;
  if (Number.isNaN(value)) return `The option --${name} takes a number.`;
  if (option.range === undefined || isWithin(value as number, option.range)) return undefined;
  return `--${name} takes ${rangeText(option.range)}, not ${value}.`;
}

function isWithin(value: number, { least, most, unit, above }: NumberRange): boolean {
  if (unit === undefined && !Number.isInteger(value)) return false;
  return (above ? value > least : value >= least) && value <= most;
}

function rangeText({ least, most, unit, above }: NumberRange): string {
  const bounds = above ? `more than ${least} and at most ${most}` : `from ${least} to ${most}`;
  return unit === undefined ? `a whole number ${bounds}` : `${unit}, ${bounds}`;
}

function companyProblem(name: string, args: Arguments, option: CommandOption): string | undefined {
  const other = Object.keys(option.notWith ?? {}).find((key) => args[key] !== undefined);
  if (other !== undefined) return `${option.notWith?.[other]}: use one of them.`;
  const { onlyWith } = option;
  // A switch that is off by default is not one that somebody has given.
  if (onlyWith === undefined || args[onlyWith] !== undefined || args[name] === false) return undefined;
  return `--${name} needs --${onlyWith}.`;
}

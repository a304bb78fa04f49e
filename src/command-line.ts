import type { CommandOption } from './option.ts';
import { shellWord } from './shell-word.ts';

/**
 * A command line that says the same as arguments that were given, so that a suggested command can forget no option.
 * Options with their default value are left out.
 *
 * @param command what stands in front: `legwork run`
 * @param args by the options' own names; what is replaced is given here with its new value
 */
export function commandLine(
  command: string,
  options: Readonly<Record<string, CommandOption>>,
  args: Readonly<Record<string, unknown>>,
): string {
  const words = Object.entries(options).flatMap(([name, option]) => {
    const value = args[name];
    if (value === undefined || value === false || value === option.default) return [];
    const flag = `--${option.shownAs ?? name}`;
    if (value === true) return [flag];
    const values = Array.isArray(value) ? value : [value];
    return values.length === 0 ? [] : [flag, ...values.map((one) => shellWord(String(one)))];
  });
  return [command, ...words].join(' ');
}

import type { Command } from './commands/command.ts';
import { didYouMean } from './nearest.ts';
import type { CommandOption } from './option.ts';

/**
 * What is wrong with a command line that yargs refused, in words that name the option as the person typed it.
 *
 * @param error what yargs threw; a message that is not known here is passed on as it stands
 */
export function usageProblem(error: unknown, argv: readonly string[], command: Command | undefined): string {
  const message = error instanceof Error ? error.message : String(error);
  const [, unknown] = /^Unknown arguments?: (.*)/.exec(message) ?? [];
  if (unknown !== undefined) return unknownArgument(unknown, argv, command);
  const [, valueless] = /^Not enough arguments following: (.*)/.exec(message) ?? [];
  if (valueless !== undefined) return `The option --${valueless} needs a value.`;
  const [, missing] = /^Missing required arguments?: (.*)/.exec(message) ?? [];
  if (missing !== undefined) return `Missing: ${missing.replaceAll(/[^, ]+/g, (name) => `--${name}`)}.`;
  if (message.startsWith('Not enough non-option arguments')) return missingPositionals(command);
  const [, name, given, choices] = /Argument: (.*), Given: (.*), Choices: (.*)/.exec(message) ?? [];
  if (given !== undefined) return wrongChoice(nameAsTyped(name ?? '', command), given, choices ?? '');
  return message;
}

/**
 * What is wrong with options as they were typed, where yargs would take them for something else: `--no-port` for port 0,
 * `--quiet=maybe` for `--no-quiet`, `--port=` for port 0. Undefined when nothing is.
 */
export function typedProblem(argv: readonly string[], command: Command): string | undefined {
  const words = argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv;
  for (const [name, option] of Object.entries(command.options)) {
    for (const typed of [name, ...[option.alias ?? []].flat()]) {
      const problem =
        option.type === 'boolean' ? switchProblem(typed, words) : emptyProblem(typed, option, words);
      if (problem !== undefined) return problem;
    }
  }
  return undefined;
}

function switchProblem(name: string, words: readonly string[]): string | undefined {
  const value = words.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
  if (value === undefined || value === 'true' || value === 'false') return undefined;
  return `The option --${name} is a switch and takes no value, not even "${value}".`;
}

/** What a script leaves empty by mistake is not what was left out: `--reports ''` would be the current folder. */
function emptyProblem(name: string, option: CommandOption, words: readonly string[]): string | undefined {
  if (words.some((word) => word.split('=', 1)[0] === `--no-${name}`)) {
    return `The option --${name} needs a value; there is no --no-${name}.`;
  }
  const isEmpty = words.some(
    (word, index) => word === `--${name}=` || (word === `--${name}` && words[index + 1] === ''),
  );
  if (!isEmpty || option.mayBeEmpty === true) return undefined;
  return `The option --${name} needs a value; it was given an empty one.`;
}

function unknownArgument(listed: string, argv: readonly string[], command: Command | undefined): string {
  const end = argv.indexOf('--');
  const known = [...Object.keys(command?.options ?? {}), ...aliases(command), 'help', 'h', 'version'];
  const flags = argv
    .slice(0, end === -1 ? undefined : end)
    .filter((word) => /^--?[^-\d]/.test(word))
    .map((word) => word.replace(/=.*/s, ''));
  const isKnown = (flag: string) =>
    known.includes(flag.replace(/^--?/, '')) || known.includes(flag.replace(/^--no-/, ''));
  const wrong = flags.filter((flag) => !isKnown(flag));
  if (wrong.length === 0) return `Too many arguments: ${listed}.`;
  return [...new Set(wrong)].map((flag) => unknownOption(flag, known)).join(' ');
}

function unknownOption(flag: string, known: readonly string[]): string {
  const long = known.filter((name) => name.length > 1).map((name) => `--${name}`);
  return `There is no option ${flag}. ${didYouMean(flag, long)}`.trim();
}

function aliases(command: Command | undefined): string[] {
  return Object.values(command?.options ?? {}).flatMap(({ alias }) => alias ?? []);
}

function missingPositionals(command: Command | undefined): string {
  const required = Object.entries(command?.positionals ?? {}).filter(([, { demandOption }]) => demandOption);
  return `Missing: ${required.map(([name]) => `<${name}>`).join(' ')}.`;
}

function nameAsTyped(name: string, command: Command | undefined): string {
  return name in (command?.positionals ?? {}) ? `<${name}>` : `--${name}`;
}

function wrongChoice(name: string, given: string, choices: string): string {
  const texts = [...choices.matchAll(/"([^"]*)"/g)].flatMap(([, choice]) => choice ?? []);
  const suggestion = didYouMean(given.replace(/^"|"$/g, ''), texts);
  return `${name} cannot be ${given}. ${suggestion} Possible: ${texts.join(', ')}.`.replace('  ', ' ');
}

import yargs, { type Arguments, type Argv } from 'yargs';
import { commands } from './commands/all.ts';
import type { Command } from './commands/command.ts';
import type { ExitCode } from './exit-code.ts';
import { Failure, failure } from './failure.ts';
import type { Io } from './io.ts';
import { didYouMean } from './nearest.ts';
import { optionProblem } from './option-problem.ts';
import { say } from './printable/printable.ts';
import { typedProblem, usageProblem } from './usage-problem.ts';

const INTRODUCTION = `legwork gets OAuth 2.0 tokens from LinkedIn or any other OAuth server, also without a browser.
It generates Postman collections for the flows, runs them with Newman in CI,
emulates LinkedIn and other providers, and explains why an OAuth request was rejected.

Usage: $0 <command> [options]`;

const EPILOGUE = `Exit codes: 0 success, 1 wrong usage, 2 bad input, 3 network or environment,
4 failed assertions or problems found.`;

/**
 * The program as a function.
 *
 * @param argv the arguments after the program's name
 * @param io every effect that it may have
 * @param version printed by --version
 * @returns the exit code; a {@link Failure} has been turned into text and code, anything else is thrown on
 */
export async function main(argv: readonly string[], io: Io, version: string): Promise<ExitCode> {
  try {
    return await dispatch(argv, io, version);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    io.err(say`legwork: ${error.message}\n${error.hint}\n`);
    return error.exitCode;
  }
}

async function dispatch(argv: readonly string[], io: Io, version: string): Promise<ExitCode> {
  // "help generate" is what people type when they know another program's habits.
  if (argv[0] === 'help') return dispatch([...argv.slice(1), '--help'], io, version);
  const named = commands.find(({ name }) => name === argv[0]);
  if (named === undefined && argv[0] !== undefined && !argv[0].startsWith('-')) throw unknownCommand(argv[0]);

  const typed = named === undefined || wantsHelp(argv) ? undefined : typedProblem(argv, named);
  if (typed !== undefined) throw failure('USAGE', { problem: typed, command: named?.name ?? '' });

  let chosen: { command: Command; args: Arguments } | undefined;
  const parser = programTree(version, (command, args) => {
    chosen = { command, args };
  });
  let printed = '';
  try {
    await parser.parseAsync([...argv], {}, (_error: unknown, _args: unknown, output: string) => {
      printed = output;
    });
  } catch (error) {
    const problem = usageProblem(error, argv, named);
    throw failure('USAGE', { problem, command: named?.name ?? '' }, { cause: error });
  }
  if (chosen !== undefined) {
    const { command, args } = chosen;
    const problem = optionProblem(args, command.options);
    if (problem !== undefined) throw failure('USAGE', { problem, command: command.name });
    return command.run(args as never, io);
  }
  if (printed !== '') {
    io.out(say`${printed}\n`);
    return 0;
  }
  io.err(say`${await parser.getHelp()}\n`);
  return 1;
}

function wantsHelp(argv: readonly string[]): boolean {
  return argv.some((word) => word === '--help' || word === '-h');
}

function unknownCommand(name: string): Failure {
  const suggestion = didYouMean(
    name,
    commands.map((command) => command.name),
  );
  return failure('USAGE', { problem: `There is no command "${name}". ${suggestion}`.trim(), command: '' });
}

function programTree(version: string, choose: (command: Command, args: Arguments) => void): Argv {
  let tree: Argv = yargs([])
    .scriptName('legwork')
    .usage(INTRODUCTION)
    .epilogue(EPILOGUE)
    .version(version)
    .locale('en')
    .wrap(100)
    .strict()
    // A flag given twice is a mistake, not a list, unless the option says that it is one. Without dot-notation,
    // "--out.x" would be an object where a text is expected.
    .parserConfiguration({ 'duplicate-arguments-array': true, 'dot-notation': false })
    .exitProcess(false)
    .fail(false)
    .help()
    .alias('help', 'h');
  for (const command of commands) {
    tree = tree.command(
      notation(command),
      command.summary,
      (branch) => declare(branch, command),
      (args) => choose(command, args),
    );
  }
  return tree;
}

/** `schema <name>`, `merge <dir..>` */
function notation(command: Command): string {
  const positionals = Object.entries(command.positionals).map(([name, { demandOption, array }]) => {
    const several = array === true ? `${name}..` : name;
    return demandOption ? `<${several}>` : `[${several}]`;
  });
  return [command.name, ...positionals].join(' ');
}

function declare(tree: Argv, command: Command): Argv {
  for (const [name, options] of Object.entries(command.positionals)) tree.positional(name, options as never);
  for (const [name, options] of Object.entries(command.options)) {
    // An option of text or number without its value would be "" or undefined, and be taken for something else.
    tree.option(name, { requiresArg: options.type !== 'boolean' && options.type !== 'count', ...options });
  }
  for (const [line, what] of command.examples) tree.example(line, what);
  return tree.usage(`${command.summary}\n\nUsage: $0 ${notation(command)} [options]`);
}

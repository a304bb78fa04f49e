import yargs, { type Arguments, type Argv } from 'yargs';
import { commands } from './commands/all.ts';
import type { Command, ExitCode } from './commands/command.ts';
import { Failure, failure } from './failure.ts';
import type { Io } from './io.ts';

const INTRODUCTION = `legwork gets an OAuth 2.0 token out of LinkedIn (or any other OAuth server) without a browser:
it generates Postman collections for the flows, runs them with Newman in CI, and plays LinkedIn when there is no account.

Usage: $0 <command> [options]`;

const EPILOGUE = `Exit codes: 0 fine, 1 wrong usage, 2 bad input, 3 network or environment, 4 failed assertions.`;

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
    io.err(`legwork: ${error.message}\n${error.hint}\n`);
    return error.exitCode;
  }
}

async function dispatch(argv: readonly string[], io: Io, version: string): Promise<ExitCode> {
  let chosen: { command: Command; args: Arguments } | undefined;
  let parser = yargs([])
    .scriptName('legwork')
    .usage(INTRODUCTION)
    .epilogue(EPILOGUE)
    .version(version)
    .locale('en')
    .wrap(100)
    .strict()
    .recommendCommands()
    // A flag given twice is a mistake, not a list, unless the option says that it is one.
    .parserConfiguration({ 'duplicate-arguments-array': true, 'boolean-negation': true })
    .exitProcess(false)
    .fail(false)
    .help();
  for (const command of commands) {
    parser = parser.command(
      [
        command.name,
        ...Object.keys(command.positionals).map((name) => positionalNotation(command, name)),
      ].join(' '),
      command.summary,
      (tree) => declare(tree, command),
      (args) => {
        chosen = { command, args };
      },
    );
  }
  let printed = '';
  try {
    await parser.parseAsync([...argv], {}, (_error: unknown, _args: unknown, output: string) => {
      printed = output;
    });
  } catch (error) {
    throw failure(
      'USAGE',
      { problem: usageProblem(error), command: argv[0]?.replace(/^-.*/, '') ?? '' },
      { cause: error },
    );
  }
  if (chosen !== undefined) return chosen.command.run(chosen.args as never, io);
  if (printed !== '') {
    io.out(`${printed}\n`);
    return 0;
  }
  throw failure('USAGE', { problem: 'Name a command.', command: '' });
}

function positionalNotation(command: Command, name: string): string {
  return command.positionals[name]?.demandOption ? `<${name}>` : `[${name}]`;
}

function declare(tree: Argv, command: Command): Argv {
  for (const [name, options] of Object.entries(command.positionals)) tree.positional(name, options as never);
  for (const [line, what] of command.examples) tree.example(line, what);
  return tree.usage(`${command.summary}\n\nUsage: $0 ${command.name} [options]`).options(command.options);
}

function usageProblem(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

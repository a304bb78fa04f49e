import type { InferredOptionTypes, Options } from 'yargs';
import type { ExitCode } from '../exit-code.ts';
import type { Io } from '../io.ts';
import type { ArgumentsOf, CommandOption } from '../option.ts';

/** A verb of the command line as data. Its file must be light: what is heavy is imported when it runs. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly positionals: Readonly<Record<string, Options & { readonly choices?: readonly string[] }>>;
  readonly options: Readonly<Record<string, CommandOption>>;
  /** Command lines with what each does, shown by --help. */
  readonly examples: readonly (readonly [line: string, what: string])[];
  readonly run: (args: never, io: Io) => Promise<ExitCode>;
}

type Arguments<
  Positionals extends Record<string, Options>,
  Flags extends Record<string, CommandOption>,
> = InferredOptionTypes<Positionals> & ArgumentsOf<Flags>;

/**
 * Declares a verb with its arguments typed from its options.
 *
 * `run` returns the exit code; it throws a Failure when it cannot go on.
 */
export function defineCommand<
  const Flags extends Record<string, CommandOption>,
  const Positionals extends Record<string, Options> = Record<never, Options>,
>(command: {
  name: string;
  summary: string;
  positionals?: Positionals;
  options: Flags;
  examples: readonly (readonly [line: string, what: string])[];
  run: (args: Arguments<Positionals, Flags>, io: Io) => Promise<ExitCode>;
}): Command {
  return { positionals: {}, ...command } as unknown as Command;
}

import { commandLine } from '../command-line.ts';
import { redirectUriCommand } from '../reports/redirect-uris.ts';
import type { RunResult } from '../runner/result.ts';
import { type RunArguments, runOptions } from './options.ts';

/**
 * What to type next after a run; undefined when all is well. After a rejected redirect_uri that is the doctor, with both
 * values filled in; otherwise the same run again, with every option that was given.
 */
export function nextCommand(result: RunResult, args: RunArguments): string | undefined {
  for (const flow of result.flows) {
    const command = redirectUriCommand(flow, args);
    if (command !== undefined) return command;
  }
  const named = (outcome: string) =>
    result.flows.filter((flow) => flow.outcome === outcome).map(({ flow }) => flow);
  const failed = named('failed');
  if (failed.length > 0) {
    if (args.verbose) return undefined;
    const { quiet: _, ...others } = args;
    return commandLine('legwork run', runOptions, { ...others, flow: failed, verbose: true });
  }
  const unrun = named('not-run');
  return unrun.length > 0 ? commandLine('legwork run', runOptions, { ...args, flow: unrun }) : undefined;
}

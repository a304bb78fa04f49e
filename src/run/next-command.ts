import { commandLine } from '../command-line.ts';
import { defaultProvider } from '../providers/default-provider.ts';
import { refusedRedirect } from '../reports/redirect-uris.ts';
import type { RunResult } from '../runner/result.ts';
import { shellWord } from '../shell-word.ts';
import { type RunArguments, runOptions } from './options.ts';

/**
 * What to type next after a run; undefined when all is well. After a rejected redirect_uri that is the doctor, with both
 * values filled in; otherwise the same run again, with every option that was given.
 */
export function nextCommand(result: RunResult, args: RunArguments): string | undefined {
  for (const flow of result.flows) {
    const rejected = refusedRedirect(flow);
    if (rejected !== undefined) return redirectUriCommand(rejected.asked, rejected.all, args);
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

/** With no registered value known, the doctor can ask the server which ones it accepts. */
function redirectUriCommand(
  requested: string,
  registered: readonly string[],
  { provider, target }: RunArguments,
): string {
  const known = registered.flatMap((uri) => ['--registered', shellWord(uri)]);
  const asked = ['--probe', ...(target === 'live' ? ['--target live'] : [])];
  return [
    'legwork doctor redirect-uri',
    ...(provider === defaultProvider ? [] : ['--provider', shellWord(provider)]),
    '--requested',
    shellWord(requested),
    ...(known.length > 0 ? known : asked),
  ].join(' ');
}

import type { RunResult } from '../runner/result.ts';
import { shellWord } from '../shell-word.ts';
import type { RunArguments } from './plan.ts';

/** What to type next after a run; undefined when all is well. */
export function nextCommand(result: RunResult, args: RunArguments): string | undefined {
  const failed = result.flows.filter(({ outcome }) => outcome === 'failed').map(({ flow }) => flow);
  const unrun = result.flows.filter(({ outcome }) => outcome === 'not-run').map(({ flow }) => flow);
  if (failed.length > 0) return args.output === 'verbose' ? undefined : again(args, failed, ['--verbose']);
  return unrun.length > 0 ? again(args, unrun, []) : undefined;
}

function again(args: RunArguments, flows: readonly string[], more: readonly string[]): string {
  return [
    'legwork run',
    ...(args.target === undefined ? [] : ['--target', args.target]),
    ...(args.provider === 'linkedin' ? [] : ['--provider', shellWord(args.provider)]),
    ...(args.environment === undefined ? [] : ['--environment', shellWord(args.environment)]),
    ...(args.envFile === undefined ? [] : ['--dotenv', shellWord(args.envFile)]),
    '--flow',
    ...flows,
    ...more,
  ].join(' ');
}

import { checkPlayed, defaultTarget } from '../emulator/dialects.ts';
import { failure } from '../failure.ts';
import { didYouMean } from '../nearest.ts';
import { type RunArguments, runOptions } from './options.ts';
import type { FlowCollection } from './parts.ts';

/**
 * What to run against: the emulator by default for a provider that is known by name; a server that was named by its URL
 * or by a file was named to be run against.
 *
 * @throws Failure TARGET_NOT_PLAYED when the emulator cannot play the provider; USAGE when an option brings settings to
 * the emulator, which has its own
 */
export function targetOf(args: RunArguments): 'emulator' | 'live' {
  const target = args.target ?? defaultTarget(args.provider);
  if (target === 'live') return target;
  checkPlayed(args.provider);
  const option = Object.entries(runOptions).find(
    ([name, entry]) => 'forLive' in entry && args[name as keyof RunArguments] !== undefined,
  )?.[0];
  if (option !== undefined) {
    throw failure('USAGE', {
      problem: `--${option} is for --target live; the emulator brings its own settings.`,
      command: 'run',
    });
  }
  return target;
}

/**
 * The flows to run, in the provider's order; where none is named, those that are run by default.
 *
 * @throws Failure FLOW_NOT_OFFERED when one was asked for that the provider does not have
 */
export function chosenFlows(
  offered: readonly FlowCollection[],
  asked: readonly string[] | undefined,
  provider: string,
): readonly FlowCollection[] {
  if (asked === undefined || asked.length === 0) return offered.filter(({ byDefault = true }) => byDefault);
  const unknown = asked.find((flow) => !offered.some((one) => one.flow === flow));
  if (unknown !== undefined) {
    const names = offered.map((one) => one.flow);
    const close = didYouMean(unknown, names);
    const reason =
      unknown === 'postman-login'
        ? 'that one takes a person; import its collection into Postman'
        : `${close === '' ? 'it' : `${close} It`} offers ${names.join(', ') || 'none'}`;
    throw failure('FLOW_NOT_OFFERED', { provider, flow: unknown, reason });
  }
  return offered.filter((one) => asked.includes(one.flow));
}

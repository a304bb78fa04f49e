// @ts-nocheck
import { failure } from '../../failure.ts';
import { didYouMean } from '../../nearest.ts';
import type { FlowCollection } from './parts.ts';

/** How much is printed: `quiet` what failed, `verbose` every exchange, too. */
export type Output = 'quiet' | 'normal' | 'verbose';

/** What the command line says of a run. */
export interface RunArguments {
  readonly target: 'emulator' | 'live' | undefined;
  readonly flow: readonly string[] | undefined;
  readonly provider: string;
  readonly environment: string | undefined;
  readonly envFile: string | undefined;
  readonly session?: string | undefined;
  readonly token?: 'store' | undefined;
  readonly store?: string | undefined;
  /** Folder for the reports; left out: `reports`. */
  readonly reports: string | undefined;
  readonly reporter: readonly string[] | undefined;
  readonly output: Output;
  /** How often a request that may be repeated is tried again. */
  readonly retries?: number | undefined;
  /** Seconds that a flow may take. */
  readonly timeout: number | undefined;
}

/** A day, in seconds. */
const LONGEST = 86_400;

const MOST_RETRIES = 20;

/**
 * Looks at the numbers that the command line gives.
 *
 * @throws Failure USAGE
 */
export function checkNumbers(args: Pick<RunArguments, 'timeout' | 'retries'>): void {
  if (args.timeout !== undefined && !(args.timeout > 0 && args.timeout <= LONGEST)) {
    throw failure('USAGE', {
      problem: `--timeout takes seconds, more than 0 and at most ${LONGEST}, not ${args.timeout}.`,
      command: 'run',
    });
  }
  if (
    args.retries !== undefined &&
    !(Number.isInteger(args.retries) && args.retries >= 0 && args.retries <= MOST_RETRIES)
  ) {
    throw failure('USAGE', {
      problem: `--retries takes a whole number from 0 to ${MOST_RETRIES}, not ${args.retries}.`,
      command: 'run',
    });
  }
}

/**
 * Whom to run against: the emulator for LinkedIn; any other provider has been named to be run against.
 *
 * @throws Failure TARGET_NOT_PLAYED when the emulator cannot play the provider; USAGE when a file with settings is
 * given for the emulator, which has its own, or a number is none
 */
export function targetOf(args: RunArguments): 'emulator' | 'live' {
  checkNumbers(args);
  const target = args.target ?? (args.provider === 'linkedin' ? 'emulator' : 'live');
  if (target === 'live') return target;
  if (args.provider !== 'linkedin') throw failure('TARGET_NOT_PLAYED', { provider: args.provider });
  const forLive = [
    ['--environment', args.environment],
    ['--env-file', args.envFile],
    ['--session', args.session],
    ['--token', args.token],
  ] as const;
  const option = forLive.find(([, value]) => value !== undefined)?.[0];
  if (option !== undefined) {
    throw failure('USAGE', {
      problem: `${option} is for --target live; the emulator brings its own settings.`,
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

import type { BatchArguments } from '../run/options.ts';

/** How much is done at once. */
export interface PoolSize {
  readonly workers: number;
  /** Targets that a worker runs at once. */
  readonly each: number;
  /** Requests to one host in a second, by all workers together; left out where there is no limit. */
  readonly rate?: number;
}

/** Fewer are not worth the time in which another worker starts. */
const TARGETS_OF_A_WORKER = 4;

/** A flow waits for the server, and for timers, more than it computes. */
const AT_ONCE = 8;

/** Polite to a server that nobody has asked; no provider publishes a number for its login pages. */
const RATE_ELSEWHERE = 10;

/** Seconds that a request may wait for its turn; its time-out runs meanwhile. */
const LONGEST_WAIT = 10;

/**
 * Sensible sizes for what the person left open.
 *
 * @param about `loopback`: all servers are on this machine
 */
export function poolSize(
  args: Pick<BatchArguments, 'workers' | 'concurrency' | 'rate'>,
  about: { readonly targets: number; readonly cores: number; readonly loopback: boolean },
): PoolSize {
  const worthwhile = Math.max(1, Math.ceil(about.targets / TARGETS_OF_A_WORKER));
  const workers = args.workers ?? Math.min(about.cores, worthwhile);
  const rate = args.rate ?? (about.loopback ? undefined : RATE_ELSEWHERE);
  // A worker takes as many as it may at once, and would leave nothing for those that start after it.
  const share = Math.max(1, Math.ceil(about.targets / workers));
  const each = args.concurrency ?? Math.min(AT_ONCE, share);
  if (rate === undefined) return { workers, each };
  const waiting = Math.max(1, Math.floor((rate * LONGEST_WAIT) / workers));
  return { workers, each: Math.min(each, waiting), rate };
}

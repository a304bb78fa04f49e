/** Which trouble passes by itself, and how long it is worth waiting for. All times are milliseconds. */
// @ts-nocheck

export interface RetryPolicy {
  /** How often a request is tried again at most; 0: never. */
  readonly times: number;
  /** The first wait is at most this long, and each further one at most twice as long as the one before. */
  readonly baseDelayMs: number;
  /** No wait is longer. A server that asks for more (Retry-After) is not tried again. */
  readonly maxDelayMs: number;
  /** All that a run of one collection may spend on trying again, waiting and further attempts together. */
  readonly budgetMs: number;
  /** Statuses of servers and gateways that are overloaded or away for the moment (RFC 9110 sections 15.5 and 15.6). */
  readonly statuses: readonly number[];
  /** The refusal of a token that has not reached all servers yet; left out where the provider has no such delay. */
  readonly freshToken?: {
    /** Key of the case in the profile's errors. */
    readonly refusal: string;
    /** For so long after the token was issued it can mean that. */
    readonly withinMs: number;
  };
}

/**
 * What is tried again where a profile says nothing else. At the default the waits are at most 1, 2, 4 and 8 seconds, half
 * of that on average: enough for a gateway that restarts, and short enough for a CI job.
 */
export const defaultRetry: RetryPolicy = {
  times: 4,
  baseDelayMs: 1000,
  maxDelayMs: 10_000,
  budgetMs: 60_000,
  statuses: [429, 502, 503, 504],
};

// @ts-nocheck
import type { Variable } from '../../runner/request.ts';

/**
 * The variables of an environment with what --retries says. It wins over the profile, whose policy stands in the
 * collection, and over what a person has set.
 */
export function withRetryTimes(values: readonly Variable[], times: number | undefined): readonly Variable[] {
  if (times === undefined) return values;
  const own = { key: 'retry_times', value: String(times) };
  return [...values.filter(({ key }) => key !== own.key), own];
}

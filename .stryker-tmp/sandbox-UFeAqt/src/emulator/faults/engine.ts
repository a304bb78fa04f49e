// @ts-nocheck
import type { FaultRule } from './parse-fault.ts';
import { meets } from './targets.ts';

const DAY = 86_400_000;

/** What one rule has seen so far. */
interface Tally {
  readonly calls: number;
  /** Days since 1970, UTC. */
  readonly day: number;
  readonly callsToday: number;
}

export type Tallies = readonly Tally[];

/** What a request is met with: the rules that strike, in their order, and the tallies from then on. */
export interface Decision {
  readonly strikes: readonly FaultRule[];
  readonly tallies: Tallies;
}

/** Tallies of rules that have seen nothing. */
export function freshTallies(rules: readonly FaultRule[]): Tallies {
  return rules.map(() => ({ calls: 0, day: 0, callsToday: 0 }));
}

/**
 * Decides which faults meet a request. A pure function: what it counts comes in and goes out.
 *
 * @param now milliseconds since 1970; daily limits begin anew at midnight UTC
 */
export function decide(
  rules: readonly FaultRule[],
  tallies: Tallies,
  request: { readonly path: string; readonly method: string },
  now: number,
): Decision {
  const day = Math.floor(now / DAY);
  const strikes: FaultRule[] = [];
  const after = rules.map((rule, index) => {
    const before = tallies[index] ?? { calls: 0, day, callsToday: 0 };
    if (!meets(rule.target, request.path, request.method)) return before;
    const calls = before.calls + 1;
    const counted = calls >= rule.calls.first && calls <= rule.calls.last;
    const callsToday = (before.day === day ? before.callsToday : 0) + (counted ? 1 : 0);
    const spent = rule.kind !== 'daily' || callsToday > (rule.value ?? 0);
    if (counted && spent) strikes.push(rule);
    return { calls, day, callsToday };
  });
  return { strikes, tallies: after };
}

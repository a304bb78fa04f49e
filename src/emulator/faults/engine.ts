import type { FaultRule } from './parse-fault.ts';
import { type FaultTarget, meets } from './targets.ts';

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

/** A request, as far as faults ask about it. */
export interface FaultyRequest {
  readonly path: string;
  readonly method: string;
  /** The endpoint that it is for, in a dialect, whose paths are not LinkedIn's. */
  readonly target?: FaultTarget | 'none';
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
  request: FaultyRequest,
  now: number,
): Decision {
  const day = Math.floor(now / DAY);
  const strikes: FaultRule[] = [];
  const after = rules.map((rule, index) => {
    const before = tallies[index] ?? { calls: 0, day, callsToday: 0 };
    if (!isMet(rule.target, request)) return before;
    const calls = before.calls + 1;
    const counted = calls >= rule.calls.first && calls <= rule.calls.last;
    const callsToday = (before.day === day ? before.callsToday : 0) + (counted ? 1 : 0);
    const spent = rule.kind !== 'daily' || callsToday > (rule.value ?? 0);
    if (counted && spent) strikes.push(rule);
    return { calls, day, callsToday };
  });
  return { strikes, tallies: after };
}

function isMet(target: FaultTarget, request: FaultyRequest): boolean {
  if (request.target === undefined) return meets(target, request.path, request.method);
  return target === 'any' || target === request.target;
}

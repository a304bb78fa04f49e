// @ts-nocheck
import type { Assertion, FlowResult, Step } from '../result.ts';
import { type CauseText, causeOf } from './cause.ts';

/** How often each outcome occurred. */
export type OutcomeCounts<Outcome extends string> = Readonly<Record<Outcome, number>>;

/** What an index needs of a flow: little enough to be sent from thread to thread instead of it. */
export interface FlowSummary
  extends Pick<
    FlowResult,
    'targetName' | 'provider' | 'flow' | 'title' | 'outcome' | 'interrupted' | 'durationMs'
  > {
  readonly requests: OutcomeCounts<Step['outcome']>;
  readonly checks: OutcomeCounts<Assertion['outcome']>;
  /** Left out when it passed. */
  readonly cause?: CauseText;
}

/** Counts what a flow showed, and says why it did not pass. */
export function summaryOf(flow: FlowResult): FlowSummary {
  const requests = { passed: 0, failed: 0, skipped: 0, 'not-reached': 0, retried: 0 };
  const checks = { passed: 0, failed: 0, skipped: 0 };
  for (const check of flow.checks) checks[check.outcome] += 1;
  for (const step of flow.steps) {
    requests[step.outcome] += 1;
    for (const assertion of step.assertions) checks[assertion.outcome] += 1;
  }
  const { targetName, provider, title, outcome, interrupted, durationMs } = flow;
  const cause = causeOf(flow);
  return {
    ...(targetName !== undefined && { targetName }),
    ...(provider !== undefined && { provider }),
    flow: flow.flow,
    title,
    outcome,
    interrupted,
    durationMs,
    requests,
    checks,
    ...(cause !== undefined && { cause }),
  };
}

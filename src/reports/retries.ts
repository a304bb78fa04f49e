import type { FlowResult, Step } from '../runner/result.ts';

/** A request that was tried more than once, and how that ended. */
export interface Retry {
  readonly flow: FlowResult;
  /** Its last attempt. */
  readonly step: Step;
  /** `passed on attempt 2: the server answered 503`. */
  readonly words: string;
}

/** Every request of the run that was tried more than once. */
export function retriesOf(flows: readonly FlowResult[]): Retry[] {
  return flows.flatMap((flow) =>
    flow.steps.flatMap((step, index) => {
      if (step.attempt === undefined || step.outcome === 'retried') return [];
      const before = flow.steps.slice(Math.max(0, index - step.attempt + 1), index);
      const causes = [...new Set(before.map(causeOf))].join(', then ');
      return [{ flow, step, words: `${ENDS[step.outcome]} on attempt ${step.attempt}: ${causes}` }];
    }),
  );
}

/** `the server answered 503; attempt 2 of 5 follows in 1 s.` says more than a list needs. */
function causeOf({ retryReason }: Step): string {
  return (retryReason ?? '').replace(/;[^;]*$/, '');
}

const ENDS = {
  passed: 'passed',
  failed: 'failed',
  skipped: 'left out',
  'not-reached': 'cut off',
} as const satisfies Record<Exclude<Step['outcome'], 'retried'>, string>;

import type { FlowResult, Step } from '../runner/result.ts';

/** A request that was tried more than once, or would have been, and how that ended. */
export interface Retry {
  readonly flow: FlowResult;
  /** Its last attempt. */
  readonly step: Step;
  /** `passed on attempt 2: the server answered 503`. */
  readonly words: string;
}

/** Every request of the run that was tried again, or failed and was not. */
export function retriesOf(flows: readonly FlowResult[]): Retry[] {
  return flows.flatMap((flow) =>
    flow.steps.flatMap((step, index) => {
      const words = wordsFor(step, flow.steps.slice(Math.max(0, index - (step.attempt ?? 1) + 1), index));
      return words === undefined ? [] : [{ flow, step, words }];
    }),
  );
}

/** @param before the attempts that were given up */
function wordsFor(step: Step, before: readonly Step[]): string | undefined {
  const { outcome, attempt, endOfRetries } = step;
  if (outcome === 'retried') return undefined;
  if (endOfRetries !== undefined) {
    const end = attempt === undefined ? 'was not tried again' : `${ENDS[outcome]} on attempt ${attempt}`;
    return `${end}: ${endOfRetries.replace(/\.$/, '')}`;
  }
  if (attempt === undefined) return undefined;
  return `${ENDS[outcome]} on attempt ${attempt}: ${[...new Set(before.map(causeOf))].join(', then ')}`;
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

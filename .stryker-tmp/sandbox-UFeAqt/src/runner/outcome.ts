// @ts-nocheck
import type { FlowResult, RunOutcome, RunResult } from './result.ts';

/** The verdict on all flows together. No flows at all is not a success. */
export function outcomeOf(flows: readonly Pick<FlowResult, 'outcome'>[]): RunOutcome {
  if (flows.some((flow) => flow.outcome === 'failed')) return 'failed';
  if (flows.length === 0 || flows.some((flow) => flow.outcome === 'not-run')) return 'incomplete';
  return 'passed';
}

/**
 * The exit code that a result deserves: 4 when anything failed, 3 when a flow that was asked for was not run
 * (or nothing ran), otherwise 0.
 */
export function exitCodeOf(result: Pick<RunResult, 'flows'>): 0 | 3 | 4 {
  return exitCodeFor(outcomeOf(result.flows));
}

/** The exit code of a verdict. */
export function exitCodeFor(outcome: RunOutcome): 0 | 3 | 4 {
  switch (outcome) {
    case 'failed':
      return 4;
    case 'incomplete':
      return 3;
    case 'passed':
      return 0;
  }
}

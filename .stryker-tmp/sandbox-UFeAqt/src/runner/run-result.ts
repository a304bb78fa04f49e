// @ts-nocheck
import { outcomeOf } from './outcome.ts';
import { createRedactor } from './redactor.ts';
import type { FlowResult, RunResult } from './result.ts';

/**
 * Puts the results of flows together.
 *
 * @param run `startedAt` in milliseconds since 1970
 */
export function runResultOf(run: {
  readonly target: RunResult['target'];
  readonly provider: string;
  readonly startedAt: number;
  readonly durationMs: number;
  readonly flows: readonly FlowResult[];
}): RunResult {
  const { text } = createRedactor();
  return {
    version: 2,
    tool: text('legwork'),
    target: run.target,
    provider: text(run.provider),
    startedAt: text(new Date(run.startedAt).toISOString()),
    durationMs: run.durationMs,
    outcome: outcomeOf(run.flows),
    interrupted: run.flows.some((flow) => flow.interrupted),
    flows: run.flows,
  };
}

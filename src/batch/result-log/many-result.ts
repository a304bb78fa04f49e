import type { Redacted } from '../../redaction/redacted.ts';
import { exitCodeFor, outcomeOf } from '../../runner/outcome.ts';
import type { FlowResult, RunOutcome, RunResult } from '../../runner/result.ts';
import type { ResultLogHead } from './result-log.ts';
import type { FlowRecord, ResultLogIndex } from './result-log-index.ts';

/** What a run of many targets showed: a {@link RunResult} whose flows are read when they are needed. */
export interface ManyResult extends Omit<RunResult, 'version' | 'flows'> {
  readonly index: ResultLogIndex;
  /** Targets that should have been run, and of which there is nothing: the process was killed before. */
  readonly missing: number;
  /** Number of shards that it was joined from; left out where it was one run. */
  readonly shards?: number;
  /** The flow of a record, in full. */
  readonly read: (record: FlowRecord) => Promise<FlowResult>;
}

/**
 * Puts a run of many targets together.
 *
 * @param run `expected` is the number of targets that should have been run
 */
export function manyResultOf(run: {
  readonly head: Pick<ResultLogHead, 'tool' | 'target' | 'provider'>;
  readonly startedAt: Redacted;
  readonly durationMs: number;
  readonly interrupted: boolean;
  readonly expected: number;
  readonly index: ResultLogIndex;
  readonly read: ManyResult['read'];
  readonly shards?: number;
}): ManyResult {
  const { head, index, expected, shards } = run;
  const missing = Math.max(0, expected - index.targets);
  const interrupted = run.interrupted || missing > 0 || index.records.some((record) => record.interrupted);
  return {
    tool: head.tool,
    target: head.target,
    provider: head.provider,
    startedAt: run.startedAt,
    durationMs: run.durationMs,
    outcome: outcome(index, interrupted),
    interrupted,
    missing,
    index,
    read: run.read,
    ...(shards !== undefined && { shards }),
  };
}

/** The exit code that it deserves, as if it were one run of a few flows. */
export function exitCodeOfMany({ outcome: of }: Pick<ManyResult, 'outcome'>): 0 | 3 | 4 {
  return exitCodeFor(of);
}

function outcome(index: ResultLogIndex, interrupted: boolean): RunOutcome {
  const found = outcomeOf(index.records);
  return found === 'passed' && interrupted ? 'incomplete' : found;
}

import type { Redacted } from '../../redaction/redacted.ts';
import type { FlowResult, RunResult } from '../../runner/result.ts';

/**
 * The file `targets.ndjson`: what a run of many targets showed, one JSON object a line, written while it goes on. It is
 * what reports are made of, and what the shards of a run are joined from. docs/decisions/0009-result-log.md says why.
 */
export const RESULT_LOG_FILE = 'targets.ndjson';

/** The first line. */
export interface ResultLogHead {
  readonly version: 1;
  readonly kind: 'head';
  readonly tool: Redacted;
  readonly target: RunResult['target'];
  /** That of the targets that name none. */
  readonly provider: Redacted;
  /** ISO 8601, UTC. */
  readonly startedAt: Redacted;
  /** Left out where all targets of the list are run. */
  readonly shard?: { readonly index: number; readonly total: number };
  /** All targets that were selected, those of other shards among them. */
  readonly list: TargetList;
}

/** What shards of one run have in common. */
export interface TargetList {
  readonly count: number;
  /** See `listDigest`. */
  readonly digest: string;
}

/** A flow of a target, as soon as it is done. */
export interface ResultLogFlow extends FlowResult {
  readonly kind: 'flow';
}

/** The last line; without it the process was killed. */
export interface ResultLogEnd {
  readonly kind: 'end';
  readonly durationMs: number;
  readonly interrupted: boolean;
}

export type ResultLogLine = ResultLogHead | ResultLogFlow | ResultLogEnd;

/** Where a line lies, in bytes. */
export interface Span {
  /** Number of the file, where there are several. */
  readonly file: number;
  readonly offset: number;
  /** Without the line end. */
  readonly length: number;
}

import type { Redacted } from '../../redaction/redacted.ts';
import type { ResultLog } from '../result-log/read-result-log.ts';
import type { ResultLogIndex } from '../result-log/result-log-index.ts';

/**
 * When a run began whose shards these are, and how long it took: from the first beginning to the last end. Of a shard
 * that was killed the end is not known; it took at least as long as its longest flow.
 */
export function timesOf(
  logs: readonly ResultLog[],
  { records }: Pick<ResultLogIndex, 'records'>,
): { readonly startedAt: Redacted; readonly durationMs: number } {
  const longest = logs.map(() => 0);
  for (const { at, durationMs } of records) longest[at.file] = Math.max(longest[at.file] ?? 0, durationMs);
  let [start, end] = [Number.POSITIVE_INFINITY, 0];
  let startedAt: Redacted | undefined;
  for (const [file, { head, end: last }] of logs.entries()) {
    const began = Date.parse(head.startedAt);
    if (began < start) [start, startedAt] = [began, head.startedAt];
    end = Math.max(end, began + (last?.durationMs ?? longest[file] ?? 0));
  }
  return { startedAt: startedAt ?? ('' as Redacted), durationMs: Math.max(0, end - start) };
}

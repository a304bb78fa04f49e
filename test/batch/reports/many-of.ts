import { compactFlow } from '../../../src/batch/result-log/compact-flow.ts';
import { type ManyResult, manyResultOf } from '../../../src/batch/result-log/many-result.ts';
import { createIndexer } from '../../../src/batch/result-log/result-log-index.ts';
import type { Redacted } from '../../../src/redaction/redacted.ts';
import type { FlowResult } from '../../../src/runner/result.ts';
import { type Fate, flowOf } from '../result-log/made-up.ts';

/** A run of many targets as if it had been read from a result log, and how many flows were read since. */
export function manyOf(
  flows: readonly FlowResult[],
  more: { readonly expected?: number; readonly interrupted?: boolean; readonly shards?: number } = {},
): ManyResult & { readonly reads: () => number } {
  const stored = flows.map((flow) => JSON.stringify(compactFlow(flow)));
  const indexer = createIndexer('LinkedIn' as Redacted);
  for (const [offset, flow] of flows.entries()) indexer.add(flow, { file: 0, offset, length: 1 });
  const index = indexer.index();
  let reads = 0;
  const many = manyResultOf({
    head: { tool: 'legwork' as Redacted, target: 'live', provider: 'LinkedIn' as Redacted },
    startedAt: '2026-08-04T10:20:30.456Z' as Redacted,
    durationMs: 5000,
    interrupted: more.interrupted ?? false,
    expected: more.expected ?? index.targets,
    index,
    read: async ({ at }) => {
      reads += 1;
      return JSON.parse(stored[at.offset] ?? '');
    },
    ...(more.shards !== undefined && { shards: more.shards }),
  });
  return { ...many, reads: () => reads };
}

/** As many targets as one likes; every `1 / share` of them failed, in one of two ways, and a few were not run. */
export function madeUp(count: number, share: number): FlowResult[] {
  const every = share === 0 ? Number.POSITIVE_INFINITY : Math.round(1 / share);
  return Array.from({ length: count }, (_, index) => {
    const fate: Fate =
      index % every === every - 1
        ? index % 7 === 0
          ? 'odd'
          : 'mismatch'
        : index % 501 === 500
          ? 'not-run'
          : 'passed';
    return flowOf(`app-${index + 1}`, fate, { durationMs: 100 + (index % 90) });
  });
}

/** A report as one text. */
export async function text(pieces: AsyncIterable<string>): Promise<string> {
  let whole = '';
  for await (const piece of pieces) whole += piece;
  return whole;
}

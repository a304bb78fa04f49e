// @ts-nocheck
import type { ManyResult } from '../../runner/spool/many-result.ts';
import type { Spool } from '../../runner/spool/read-spool.ts';
import { endLine, flowLine, headLine } from '../../runner/spool/spool-lines.ts';

/** The spool that the run would have left without shards, its flows in the order of their targets. */
export function joinedSpool(spools: readonly Spool[]): (many: ManyResult) => AsyncGenerator<string> {
  return async function* join(many) {
    const { tool, target, provider, startedAt, durationMs, index } = many;
    const list = spools[0]?.head.list ?? { count: index.targets, digest: '' };
    yield headLine({ tool, target, provider, startedAt, list });
    for (const record of index.records) yield flowLine(await many.read(record));
    yield endLine({ durationMs, interrupted: many.interrupted });
  };
}

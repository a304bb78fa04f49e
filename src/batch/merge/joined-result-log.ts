import type { ManyResult } from '../result-log/many-result.ts';
import type { ResultLog } from '../result-log/read-result-log.ts';
import { endLine, flowLine, headLine } from '../result-log/result-log-lines.ts';

/** The result log that the run would have left without shards, its flows in the order of their targets. */
export function joinedResultLog(logs: readonly ResultLog[]): (many: ManyResult) => AsyncGenerator<string> {
  return async function* join(many) {
    const { tool, target, provider, startedAt, durationMs, index } = many;
    const list = logs[0]?.head.list ?? { count: index.targets, digest: '' };
    yield headLine({ tool, target, provider, startedAt, list });
    for (const record of index.records) yield flowLine(await many.read(record));
    yield endLine({ durationMs, interrupted: many.interrupted });
  };
}

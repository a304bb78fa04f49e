import { escapedJson } from '../../printable/escaped.ts';
import type { RunResult } from '../../runner/result.ts';
import type { ManyResult } from '../result-log/many-result.ts';

/**
 * The result of many targets as one RunResult, a flow a line. Targets that passed are there without their exchanges.
 */
export async function* manyJson(many: ManyResult): AsyncGenerator<string> {
  const { tool, target, provider, startedAt, durationMs, outcome, interrupted } = many;
  const head: Omit<RunResult, 'flows'> = {
    version: 2,
    tool,
    target,
    provider,
    startedAt,
    durationMs,
    outcome,
    interrupted,
  };
  yield `${escapedJson(JSON.stringify(head, null, 2)).replace(/\n\}$/, '')},\n  "flows": [`;
  let separator = '\n    ';
  for (const record of many.index.records) {
    yield separator + escapedJson(JSON.stringify(await many.read(record)));
    separator = ',\n    ';
  }
  yield '\n  ]\n}\n';
}

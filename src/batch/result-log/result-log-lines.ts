import { createHash } from 'node:crypto';
import type { FlowResult } from '../../runner/result.ts';
import { compactFlow } from './compact-flow.ts';
import type { ResultLogEnd, ResultLogHead, ResultLogLine, TargetList } from './result-log.ts';

/** The first line of a result log, with its line end. */
export function headLine(head: Omit<ResultLogHead, 'version' | 'kind'>): string {
  return line({ version: 1, kind: 'head', ...head });
}

/** The line of a flow: in full when it did not pass, compact when it did. */
export function flowLine(flow: FlowResult): string {
  return line({ kind: 'flow', ...compactFlow(flow) });
}

/** The last line. */
export function endLine(end: Omit<ResultLogEnd, 'kind'>): string {
  return line({ kind: 'end', ...end });
}

/** What tells one list of targets from another: all names, in any order. */
export function targetList(names: readonly string[]): TargetList {
  const digest = createHash('sha256')
    .update(JSON.stringify([...names].sort()))
    .digest('hex');
  return { count: names.length, digest };
}

function line(value: ResultLogLine): string {
  return `${JSON.stringify(value)}\n`;
}

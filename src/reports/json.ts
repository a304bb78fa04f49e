import { json } from '../printable/printable.ts';
import type { RunResult } from '../runner/result.ts';

/** The result itself, for programs; `version` says which shape it has. */
export function jsonReport(result: RunResult): string {
  return json(result).toString();
}

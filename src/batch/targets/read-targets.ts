import { failure } from '../../failure.ts';
import type { Place } from '../../places-in.ts';
import { csvRows } from './csv-rows.ts';
import { jsonRows } from './json-rows.ts';
import type { Problem, Rows } from './row.ts';
import type { Target } from './target.ts';
import { targetsOfRows } from './targets-of-rows.ts';
import { yamlRows } from './yaml-rows.ts';

/** More than these help nobody: with the first ones mended, most others are. */
const MOST = 20;

const readers = { csv: csvRows, json: jsonRows, yaml: yamlRows };

/**
 * Reads a file of targets: CSV with a header, JSON or YAML, told by the ending of its name, else by its content.
 *
 * @param file as the person named it
 * @param env what `${NAME}` in a value stands for
 * @throws Failure TARGETS_INVALID with everything that is wrong, by line and column
 */
export function readTargets(
  text: string,
  file: string,
  env: Readonly<Record<string, string | undefined>>,
): Target[] {
  const content = text.replace(/^\uFEFF/, '');
  const { rows, problems } = rowsOf(content, file);
  const { targets, problems: more } = targetsOfRows(rows, env);
  const all = [...problems, ...more];
  if (all.length === 0 && targets.length > 0) return targets;
  throw failure('TARGETS_INVALID', { file, problems: listed(all) || '  It holds no targets.' });
}

function rowsOf(content: string, file: string): Rows {
  if (content.includes('\0')) {
    const text = 'the file is not UTF-8; save it as "CSV UTF-8" or the like';
    return { rows: [], problems: [{ at: { line: 1, column: 1 }, text }] };
  }
  return content.trim() === '' ? { rows: [], problems: [] } : readers[kindOf(content, file)](content);
}

function kindOf(content: string, file: string): keyof typeof readers {
  const ending = /\.(?:(csv|tsv)|(json)|(ya?ml))$/i.exec(file);
  if (ending !== null) return ending[1] ? 'csv' : ending[2] ? 'json' : 'yaml';
  if (/^\s*[[{]/.test(content)) return 'json';
  // The first line of a CSV file is a list of names, one of which is "name".
  return /^\s*(?:[^\n:]*[,;\t])?[ "]*name[ "]*(?:[,;\t\r\n]|$)/.test(content) ? 'csv' : 'yaml';
}

function listed(problems: readonly Problem[]): string {
  const sorted = [...problems].sort((one, other) => order(one.at, other.at));
  const lines = sorted
    .slice(0, MOST)
    .map(({ at, text }) => `  line ${at.line}, column ${at.column}: ${text}`);
  const rest = sorted.length - lines.length;
  return [...lines, ...(rest > 0 ? [`  and ${rest} more`] : [])].join('\n');
}

function order(one: Place, other: Place): number {
  return one.line - other.line || one.column - other.column;
}

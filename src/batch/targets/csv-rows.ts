import { CsvError, type Info, parse } from 'csv-parse/sync';
import type { Place } from '../../places-in.ts';
import { placesIn } from '../../places-in.ts';
import type { Problem, Row, Rows } from './row.ts';

const VARIABLES = 'variables.';

interface Line {
  readonly record: readonly string[];
  readonly info: Info;
}

/**
 * The rows of a CSV file (RFC 4180) whose first line names the columns. Values may also be set apart by semicolons, as
 * Excel does in much of Europe, or by tabs.
 */
export function csvRows(text: string): Rows {
  const bytes = Buffer.from(text);
  const delimiter = delimiterOf(text);
  const place = placesIn(text);
  const lines = linesOf(bytes, delimiter);
  if ('broken' in lines) {
    const offset = bytes.subarray(0, lines.broken.byte).toString().length;
    const at = place(text[offset] === delimiter ? offset + 1 : offset);
    return { rows: [], problems: [{ at, text: lines.broken.text }] };
  }
  const { read } = lines;
  const starts = startsOf(read, bytes);
  const placeOf = (index: number, column: number) =>
    place(cellStart(text, starts[index] ?? 0, column, delimiter));

  const top = Math.max(
    0,
    read.findIndex(({ record }) => !isEmpty(record)),
  );
  const header = (read[top]?.record ?? []).map((name) => name.trim());
  const problems = headerProblems(header, (column) => placeOf(top, column));
  if (problems.length > 0) return { rows: [], problems };
  const rows: Row[] = [];
  for (let index = top + 1; index < read.length; index += 1) {
    const record = read[index]?.record ?? [];
    // A spreadsheet leaves empty lines behind, with or without commas.
    if (isEmpty(record)) continue;
    if (record.length === header.length) rows.push(rowOf(header, record, (column) => placeOf(index, column)));
    else problems.push({ at: placeOf(index, 0), text: ragged(record.length, header.length) });
  }
  return { rows, problems };
}

/** The one that the first line holds most often: names of columns hold none of them. */
function delimiterOf(text: string): string {
  const line = /^\s*(.*)/.exec(text)?.[1] ?? '';
  const count = (delimiter: string) => line.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best));
}

interface Broken {
  readonly byte: number;
  readonly text: string;
}

function linesOf(bytes: Buffer, delimiter: string): { read: readonly Line[] } | { broken: Broken } {
  try {
    return { read: parse(bytes, { delimiter, info: true, relax_column_count: true }) as unknown as Line[] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // Its message quotes the file, which may hold secrets.
    const text =
      error.code === 'CSV_QUOTE_NOT_CLOSED'
        ? 'a quotation mark is opened and not closed'
        : 'a quotation mark within a value: put the value in quotation marks, and double the one within';
    return { broken: { byte: Number(error.bytes), text } };
  }
}

/** Where each record begins in the text. The lines that the library counts are wrong after a CRLF within a value. */
function startsOf(read: readonly Line[], bytes: Buffer): number[] {
  const starts = [0];
  let from = 0;
  for (const { info } of read) {
    starts.push((starts.at(-1) ?? 0) + bytes.subarray(from, info.bytes).toString().length);
    from = info.bytes;
  }
  return starts;
}

/** Where a value begins in its record. */
function cellStart(text: string, start: number, column: number, delimiter: string): number {
  let offset = start;
  for (let passed = 0; passed < column && offset < text.length; offset += 1) {
    if (text[offset] === '"') {
      do offset = text.indexOf('"', offset + 1) + 1 || text.length;
      while (text[offset] === '"');
    }
    if (text[offset] === delimiter) passed += 1;
  }
  return offset;
}

function headerProblems(header: readonly string[], place: (column: number) => Place): Problem[] {
  if (!header.includes('name')) {
    // Not one of them is shown: without a header this is a target, secrets included.
    return [{ at: place(0), text: 'the first line must name the columns, and one of them must be "name"' }];
  }
  return header.flatMap((name, column) => {
    if (name === '' || name === VARIABLES) return [{ at: place(column), text: 'a column has no name' }];
    const first = header.indexOf(name);
    return first === column ? [] : [{ at: place(column), text: `the column "${name}" is there twice` }];
  });
}

function rowOf(header: readonly string[], record: readonly string[], place: (column: number) => Place): Row {
  const cells = header
    .map((key, column) => [key, record[column] ?? ''] as const)
    .filter(([, value]) => value !== '');
  const variables = cells.flatMap(([key, value]) =>
    key.startsWith(VARIABLES) ? [[key.slice(VARIABLES.length), value] as const] : [],
  );
  const entry: Record<string, unknown> = Object.fromEntries(
    cells.filter(([key]) => !key.startsWith(VARIABLES)),
  );
  if (variables.length > 0) entry.variables = Object.fromEntries(variables);
  return {
    at: place(0),
    entry,
    placeOf: (path) => place(Math.max(0, header.indexOf(path.map(String).join('.')))),
  };
}

function isEmpty(record: readonly string[]): boolean {
  return record.every((value) => value === '');
}

function ragged(found: number, expected: number): string {
  const hint = found > expected ? '; a value with the separator in it must stand in quotation marks' : '';
  return `${found} values, but the first line names ${expected} columns${hint}`;
}

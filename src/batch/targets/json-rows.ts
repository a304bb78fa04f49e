import { placesIn } from '../../places-in.ts';
import { jsonNode } from './json-node.ts';
import type { Rows } from './row.ts';
import { rowsOfNode } from './rows-of-node.ts';

/** The rows of a JSON file. */
export function jsonRows(text: string): Rows {
  const place = placesIn(text);
  const read = jsonNode(text);
  if ('node' in read) return rowsOfNode(read.node, place);
  return { rows: [], problems: [{ at: place(read.mistake.offset), text: read.mistake.text }] };
}

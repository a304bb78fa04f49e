import { type ErrorCode, parseDocument, type YAMLError } from 'yaml';
import { placesIn } from '../../places-in.ts';
import type { Mistake } from './json-node.ts';
import type { Node } from './node.ts';
import type { Rows } from './row.ts';
import { rowsOfNode } from './rows-of-node.ts';
import { yamlNode } from './yaml-node.ts';

/** A document as a whole takes some hundred times its size in memory while it is read. */
const LONGEST_WHOLE = 5_000_000;

/** About as much as is read at a time. */
const PIECE = 100_000;

/** The rows of a YAML 1.2 file. Every plain word is a text: `no`, `007` and `1e3` stay as they are written. */
export function yamlRows(text: string): Rows {
  const place = placesIn(text);
  const mistakes: Mistake[] = [];
  const pieces = piecesOf(text);
  if (pieces === undefined && text.length > LONGEST_WHOLE) {
    const problem = `a YAML file of more than ${LONGEST_WHOLE / 1e6} MB must be a plain list without anchors; CSV and JSON may be longer`;
    return { rows: [], problems: [{ at: place(0), text: problem }] };
  }
  const roots = (pieces ?? [{ start: 0, end: text.length }]).map(({ start, end }) =>
    readPiece(text.slice(start, end), start, mistakes),
  );
  const problems = mistakes.map(({ offset, text: what }) => ({ at: place(offset), text: what }));
  if (problems.length > 0) return { rows: [], problems };
  const [root] = roots;
  if (pieces === undefined) return rowsOfNode(root ?? { kind: 'nothing', offset: 0 }, place);
  const items = roots.flatMap((one) => (one.kind === 'list' ? one.items : [one]));
  return rowsOfNode({ kind: 'list', items, offset: 0 }, place);
}

function readPiece(text: string, base: number, mistakes: Mistake[]): Node {
  // Doubled keys are looked for later: the library compares each key with every other.
  const document = parseDocument(text, { schema: 'failsafe', prettyErrors: false, uniqueKeys: false });
  const { errors, warnings } = document;
  // What follows the first one is mostly said because of it.
  const [first] = [...errors, ...warnings].sort((one, other) => one.pos[0] - other.pos[0]);
  if (first !== undefined) mistakes.push(mistakeOf(first, text, base));
  return errors.length > 0 ? { kind: 'nothing', offset: base } : yamlNode(document, base, mistakes);
}

function mistakeOf({ pos, code }: YAMLError, text: string, base: number): Mistake {
  const line = text.lastIndexOf('\n', pos[0] - 1) + 1;
  if (/^ *\t/.test(text.slice(line, pos[0] + 1))) {
    return { offset: line + base, text: 'a tab indents the line; YAML takes spaces only' };
  }
  return { offset: pos[0] + base, text: inWords(code) };
}

/** The library's own messages quote the file, which may hold secrets. */
function inWords(code: ErrorCode): string {
  switch (code) {
    case 'BAD_INDENT':
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return 'the indentation is not that of the lines beside it';
    case 'MISSING_CHAR':
      return 'a colon, a comma, a bracket or a closing quotation mark is missing';
    case 'TAG_RESOLVE_FAILED':
      return 'a value begins with "!", which is a tag; put it in quotation marks';
    case 'MULTIPLE_DOCS':
      return 'a second document begins; a file of targets is one';
    default:
      return `this is no YAML (${code.toLowerCase().replaceAll('_', ' ')})`;
  }
}

interface Piece {
  readonly start: number;
  readonly end: number;
}

/**
 * A long list can be read some items at a time, in constant memory: what begins with a hyphen in the column of the
 * first one is always the next item. Undefined where it must be read as a whole: items share anchors, or something
 * stands around the list.
 */
function piecesOf(text: string): readonly Piece[] | undefined {
  const first = /^( *)-(?=[ \t\r\n])/m.exec(text);
  if (first === null) return undefined;
  const head = text.slice(0, first.index);
  if (!/^(?:[ \t]*(?:#.*)?\r?\n|---[ \t]*\r?\n|targets[ \t]*:[ \t]*(?:#.*)?\r?\n)*$/.test(head))
    return undefined;
  if (/(?:^|[\s[{,:])[&*][^\s*]/m.test(text)) return undefined;
  if (/^(?:---|\.\.\.|%)/m.test(text.slice(first.index))) return undefined;
  const item = new RegExp(`^${first[1]}-(?=[ \\t\\r\\n])`, 'gm');
  const pieces: Piece[] = [];
  let start = first.index;
  for (const { index } of text.slice(first.index).matchAll(item)) {
    const end = index + first.index;
    if (end - start < PIECE) continue;
    pieces.push({ start, end });
    start = end;
  }
  return [...pieces, { start, end: text.length }];
}

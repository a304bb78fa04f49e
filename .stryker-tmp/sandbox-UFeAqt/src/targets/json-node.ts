// @ts-nocheck
import { jsonStringEnd } from '../json-string-end.ts';
import type { Node, NodeEntry } from './node.ts';

/** A mistake in the syntax of a file. */
export interface Mistake {
  readonly offset: number;
  readonly text: string;
}

/** No file of targets needs more, and a deeper one must not break the program. */
const DEEPEST = 20;

const SPACE = /[ \t\r\n]*/y;
const WORD = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|(?:true|false|null)(?!\w)/y;

/**
 * Reads JSON (RFC 8259) with the place of every value, which JSON.parse does not tell. A name that stands twice in an
 * object is a mistake here: one of the two would be lost without a word.
 *
 * @param text without a byte order mark
 */
export function jsonNode(text: string): { readonly node: Node } | { readonly mistake: Mistake } {
  let offset = 0;

  function skip(pattern: RegExp): string | undefined {
    pattern.lastIndex = offset;
    const found = pattern.exec(text)?.[0];
    offset += found?.length ?? 0;
    return found;
  }
  function next(): string {
    skip(SPACE);
    return text[offset] ?? '';
  }
  function string(): string | undefined {
    const end = text[offset] === '"' ? jsonStringEnd(text, offset) : undefined;
    if (end === undefined) return undefined;
    const found = text.slice(offset, end);
    offset = end;
    return found.includes('\\') ? (JSON.parse(found) as string) : found.slice(1, -1);
  }
  function stop(expected: string): never {
    // Only a bracket or the like is shown: anything else may be the beginning of a secret.
    const found = /[[\]{},:'"]/.exec(text[offset] ?? '')?.[0];
    const there = offset >= text.length ? 'the file ends' : `there is ${found ?? 'something else'}`;
    throw new Stop({ offset, text: `expected ${expected}, but ${there}` });
  }

  function value(depth: number): Node {
    if (depth > DEEPEST)
      throw new Stop({ offset, text: `lists and objects are nested more than ${DEEPEST} deep` });
    const character = next();
    const start = offset;
    if (character === '[') return { kind: 'list', items: list(depth), offset: start };
    if (character === '{') return { kind: 'map', entries: map(depth), offset: start };
    if (character === '"') {
      const found = string() ?? stop('a string that is closed on its line and has no wrong escape');
      return { kind: 'text', text: found, offset: start };
    }
    const word = skip(WORD) ?? stop('a value');
    return word === 'null' ? { kind: 'nothing', offset: start } : { kind: 'text', text: word, offset: start };
  }

  function list(depth: number): Node[] {
    const items: Node[] = [];
    offset += 1;
    if (next() !== ']') {
      do items.push(value(depth + 1));
      while (comma());
    }
    close(']');
    return items;
  }

  function map(depth: number): NodeEntry[] {
    const entries: NodeEntry[] = [];
    const taken = new Set<string>();
    offset += 1;
    if (next() !== '}') {
      do {
        next();
        const start = offset;
        const key = string() ?? stop('a name in double quotes (is there a comma too many?)');
        if (taken.has(key)) throw new Stop({ offset: start, text: `${JSON.stringify(key)} is there twice` });
        taken.add(key);
        if (next() !== ':') stop('":"');
        offset += 1;
        entries.push({ key, offset: start, value: value(depth + 1) });
      } while (comma());
    }
    close('}');
    return entries;
  }

  function comma(): boolean {
    if (next() !== ',') return false;
    offset += 1;
    return true;
  }
  function close(bracket: string): void {
    if (next() !== bracket) stop(`a comma or "${bracket}"`);
    offset += 1;
  }

  try {
    const node = value(0);
    if (next() !== '') stop('the end of the file');
    return { node };
  } catch (error) {
    if (error instanceof Stop) return { mistake: error.mistake };
    throw error;
  }
}

/** Leaves the recursion; it never leaves this file. */
class Stop extends Error {
  readonly mistake: Mistake;

  constructor(mistake: Mistake) {
    super(mistake.text);
    this.mistake = mistake;
  }
}

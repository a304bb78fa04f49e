// @ts-nocheck
import { failure } from '../failure.ts';
import { jsonStringEnd } from '../json-string-end.ts';

/** Levels of brackets; whatever walks through a deeper one by recursion would not come back. */
const DEEPEST = 500;

/**
 * Parses JSON, and says where it is broken when it is.
 *
 * @param text without or with a byte order mark, which some editors put first
 * @param file named in the failure
 * @throws Failure FILE_NOT_JSON with line and column, both counted from 1; FILE_UNREADABLE when it is nested too deep
 */
export function parseJson(text: string, file: string): unknown {
  const json = text.replace(/^\uFEFF/, '');
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    const { line, column, expected, found } = placeOfMistake(json);
    const reason = `line ${line}, column ${column}: expected ${expected}, but ${found}`;
    throw failure('FILE_NOT_JSON', { file, reason }, { cause: error });
  }
  if (isTooDeep(value)) {
    const reason = `its values lie in each other more than ${DEEPEST} levels deep`;
    throw failure('FILE_UNREADABLE', { file, reason });
  }
  return value;
}

/**
 * Where text stops being JSON, without a character of it: it may be a secret.
 *
 * @returns `line 2, column 5: expected a value`; undefined for JSON
 */
export function jsonMistake(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch {
    const { line, column, expected } = placeOfMistake(text);
    return `line ${line}, column ${column}: expected ${expected}`;
  }
}

function placeOfMistake(json: string): {
  readonly line: number;
  readonly column: number;
  readonly expected: string;
  readonly found: string;
} {
  const { offset, expected } = firstMistake(json);
  let line = 1;
  let start = 0;
  for (let end = json.indexOf('\n'); end !== -1 && end < offset; end = json.indexOf('\n', start)) {
    line += 1;
    start = end + 1;
  }
  return {
    line,
    column: charactersBetween(json, start, offset) + 1,
    expected,
    found: whatIsAt(json, offset),
  };
}

/** Two halves of a pair are one character. */
function charactersBetween(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    const isSecondHalf = code >= 0xdc00 && code <= 0xdfff;
    if (!isSecondHalf) count += 1;
  }
  return count;
}

/** Level by level, because recursion is what has to be avoided. */
function isTooDeep(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; depth <= DEEPEST; depth++) {
    level = level
      .filter((each) => typeof each === 'object' && each !== null)
      .flatMap((each) => Object.values(each as object));
    if (level.length === 0) return false;
  }
  return true;
}

function whatIsAt(json: string, offset: number): string {
  const character = String.fromCodePoint(json.codePointAt(offset) ?? 0);
  if (offset >= json.length) return 'the file ends';
  if (character === '"' && jsonStringEnd(json, offset) === undefined)
    return 'a string begins that is not closed on its line or has a wrong escape';
  return `there is ${JSON.stringify(character)}`;
}

// A scanner of our own, because the messages of JSON.parse carry a position only in some versions of Node and for some mistakes.
const MARKS = '{}[],:';
const PLAIN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const SPACE = /[ \t\n\r]*/y;

type State = 'value' | 'item' | 'firstItem' | 'firstName' | 'name' | 'colon' | 'afterValue';

const EXPECTED: Readonly<Record<State, string>> = {
  value: 'a value',
  item: 'a value (is there a comma too many?)',
  firstItem: 'a value or "]"',
  firstName: 'a name in double quotes or "}"',
  name: 'a name in double quotes (is there a comma too many?)',
  colon: '":"',
  afterValue: 'a comma or the closing bracket',
};

/** Walks through the tokens up to the first one that may not stand where it stands. */
function firstMistake(json: string): { offset: number; expected: string } {
  const open: string[] = [];
  let state: State = 'value';
  let offset = endOf(SPACE, json, 0) ?? 0;
  for (;;) {
    const first = json.charAt(offset);
    const end = tokenEnd(json, offset, first);
    const next: State | undefined = end === undefined ? undefined : stateAfter(state, first, open);
    if (end === undefined || next === undefined) {
      const done = state === 'afterValue' && open.length === 0;
      return { offset, expected: done ? 'the end of the file' : EXPECTED[state] };
    }
    state = next;
    offset = endOf(SPACE, json, end) ?? end;
  }
}

/** Where the token ends that begins here; undefined where none begins. */
function tokenEnd(json: string, offset: number, first: string): number | undefined {
  if (first === '') return undefined;
  if (MARKS.includes(first)) return offset + 1;
  return first === '"' ? jsonStringEnd(json, offset) : endOf(PLAIN, json, offset);
}

function endOf(pattern: RegExp, json: string, offset: number): number | undefined {
  pattern.lastIndex = offset;
  return pattern.test(json) ? pattern.lastIndex : undefined;
}

/**
 * The state after a token; undefined where the token may not stand.
 *
 * @param first character of the token: a mark, the quote of a string, or that of a plain value
 * @param open the brackets that are not yet closed
 */
function stateAfter(state: State, first: string, open: string[]): State | undefined {
  if (state === 'firstName' || state === 'name') {
    if (first === '"') return 'colon';
    return state === 'firstName' && first === '}' ? close(open, '{') : undefined;
  }
  if (state === 'colon') return first === ':' ? 'value' : undefined;
  if (state === 'afterValue') {
    if (first === ',' && open.length > 0) return open.at(-1) === '{' ? 'name' : 'item';
    if (first === '}') return close(open, '{');
    return first === ']' ? close(open, '[') : undefined;
  }
  if (!MARKS.includes(first)) return 'afterValue';
  if (first === ']' && state === 'firstItem') return close(open, '[');
  if (first !== '{' && first !== '[') return undefined;
  open.push(first);
  return first === '{' ? 'firstName' : 'firstItem';
}

function close(open: string[], bracket: string): State | undefined {
  if (open.at(-1) !== bracket) return undefined;
  open.pop();
  return 'afterValue';
}

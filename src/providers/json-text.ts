import { failure } from '../failure.ts';

/**
 * Parses JSON, and says where it is broken when it is.
 *
 * @param text without or with a byte order mark, which some editors put first
 * @param file named in the failure
 * @throws Failure FILE_NOT_JSON with line and column, both counted from 1
 */
export function parseJson(text: string, file: string): unknown {
  const json = text.replace(/^\uFEFF/, '');
  try {
    return JSON.parse(json);
  } catch (error) {
    const { offset, expected } = firstMistake(json);
    const before = json.slice(0, offset).split('\n');
    const column = [...(before.at(-1) ?? '')].length + 1;
    const found = whatIsAt(json, offset);
    const reason = `line ${before.length}, column ${column}: expected ${expected}, but ${found}`;
    throw failure('FILE_NOT_JSON', { file, reason }, { cause: error });
  }
}

function whatIsAt(json: string, offset: number): string {
  const character = String.fromCodePoint(json.codePointAt(offset) ?? 0);
  if (offset >= json.length) return 'the file ends';
  TOKEN.lastIndex = offset;
  if (character === '"' && !TOKEN.test(json))
    return 'a string begins that is not closed on its line or has a wrong escape';
  return `there is ${JSON.stringify(character)}`;
}

// A scanner of our own, because the messages of JSON.parse carry a position only in some versions of Node and for some mistakes.
const TOKEN =
  /[ \t\n\r]*(?:(?<mark>[{}[\],:])|(?<string>"(?:[^"\\\p{Cc}]|\x7f|[\x80-\x9f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(?<plain>-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/uy;

type Groups = Record<string, string | undefined>;
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
  TOKEN.lastIndex = 0;
  for (;;) {
    const start = TOKEN.lastIndex;
    const groups: Groups | undefined = TOKEN.exec(json)?.groups;
    const next: State | undefined = groups === undefined ? undefined : stateAfter(state, groups, open);
    if (next === undefined) {
      const offset = start + (/^[ \t\n\r]*/.exec(json.slice(start))?.[0].length ?? 0);
      const done = state === 'afterValue' && open.length === 0;
      return { offset, expected: done ? 'the end of the file' : EXPECTED[state] };
    }
    state = next;
  }
}

/** The state after a token; undefined where the token may not stand. `open` holds the brackets not yet closed. */
function stateAfter(state: State, groups: Groups, open: string[]): State | undefined {
  const { mark, string } = groups;
  if (state === 'firstName' || state === 'name') {
    if (string !== undefined) return 'colon';
    return state === 'firstName' && mark === '}' ? close(open, '{') : undefined;
  }
  if (state === 'colon') return mark === ':' ? 'value' : undefined;
  if (state === 'afterValue') {
    if (mark === ',' && open.length > 0) return open.at(-1) === '{' ? 'name' : 'item';
    if (mark === '}') return close(open, '{');
    return mark === ']' ? close(open, '[') : undefined;
  }
  if (mark === undefined) return 'afterValue';
  if (mark === ']' && state === 'firstItem') return close(open, '[');
  if (mark !== '{' && mark !== '[') return undefined;
  open.push(mark);
  return mark === '{' ? 'firstName' : 'firstItem';
}

function close(open: string[], bracket: string): State | undefined {
  if (open.at(-1) !== bracket) return undefined;
  open.pop();
  return 'afterValue';
}

import { failure } from '../failure.ts';
import { firstJsonMistake, type JsonMistake } from '../json-mistake.ts';
import { placesIn } from '../places-in.ts';

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

/** @param json text that is not valid */
function placeOfMistake(json: string): {
  readonly line: number;
  readonly column: number;
  readonly expected: string;
  readonly found: string;
} {
  const mistake = firstJsonMistake(json);
  if (mistake === undefined) throw new TypeError('JSON.parse refuses what RFC 8259 allows.');
  const place = placesIn(json)(mistake.offset);
  return { ...place, expected: EXPECTED[mistake.state], found: whatIsAt(json, mistake) };
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

function whatIsAt(json: string, { offset, isBadString }: JsonMistake): string {
  if (offset >= json.length) return 'the file ends';
  if (isBadString) return 'a string begins that is not closed on its line or has a wrong escape';
  return `there is ${JSON.stringify(String.fromCodePoint(json.codePointAt(offset) ?? 0))}`;
}

const EXPECTED: Readonly<Record<JsonMistake['state'], string>> = {
  value: 'a value',
  item: 'a value (is there a comma too many?)',
  firstItem: 'a value or "]"',
  firstName: 'a name in double quotes or "}"',
  name: 'a name in double quotes (is there a comma too many?)',
  colon: '":"',
  afterValue: 'a comma or the closing bracket',
  end: 'the end of the file',
};

// @ts-nocheck
import { decodeUtf8 } from './utf8.ts';
import { type Piece, type View, verbatim, viewOf } from './view.ts';

/** Everything that a character can be written as: in an address or form, in HTML, in JSON and JavaScript. */
const ESCAPES =
  /(?:%[0-9A-Fa-f]{2})+|&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[a-z]{2,6});|(?:\\x[0-9A-Fa-f]{2})+|\\(?:u[0-9A-Fa-f]{4}|u\{[0-9A-Fa-f]{1,6}\}|["'`\\/bfnrt])/g;

/** https://html.spec.whatwg.org/multipage/named-characters.html, those that escaping functions write */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  plus: '+',
  sol: '/',
  equals: '=',
};

const LETTERS: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/**
 * The view with one layer of escapes undone, whatever kind each of them is.
 *
 * @returns undefined when there was nothing to undo
 */
export function withoutEscapes(view: View): View | undefined {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of view.text.matchAll(ESCAPES)) {
    const decoded = decode(match[0], match.index);
    if (decoded === undefined) continue;
    pieces.push(verbatim(view.text, from, match.index), ...decoded);
    from = match.index + match[0].length;
  }
  if (from === 0) return undefined;
  return viewOf([...pieces, verbatim(view.text, from, view.text.length)], view);
}

/** The text of {@link withoutEscapes}; the text itself when there was nothing to undo. */
export function unescaped(text: string): string {
  return withoutEscapes({ text })?.text ?? text;
}

function decode(written: string, start: number): Piece[] | undefined {
  const end = start + written.length;
  if (written.startsWith('%')) return hexadecimal(written, start, 3);
  if (written.startsWith('\\x')) return hexadecimal(written, start, 4);
  const text = written.startsWith('&') ? entity(written.slice(1, -1)) : backslash(written.slice(1));
  return text === undefined ? undefined : [{ text, start, end }];
}

/** `%C3%BC` and `\xc3\xbc`: two hexadecimal digits at the end of every `width` characters. */
function hexadecimal(written: string, start: number, width: number): Piece[] {
  const found = [];
  for (let index = 0; index < written.length; index += width) {
    const digits = written.slice(index + width - 2, index + width);
    found.push({ byte: Number.parseInt(digits, 16), start: start + index, end: start + index + width });
  }
  return decodeUtf8(found);
}

function entity(name: string): string | undefined {
  if (!name.startsWith('#')) return NAMED[name];
  return fromCodePoint(/^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)));
}

function backslash(rest: string): string | undefined {
  if (rest.startsWith('u{')) return fromCodePoint(Number.parseInt(rest.slice(2, -1), 16));
  // Not as a code point: two of them may be the halves of one.
  if (rest.startsWith('u')) return String.fromCharCode(Number.parseInt(rest.slice(1), 16));
  return LETTERS[rest] ?? rest;
}

function fromCodePoint(codePoint: number): string | undefined {
  return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : undefined;
}

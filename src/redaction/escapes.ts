import { decodeHTML } from 'entities';
import { decodeUtf8 } from './utf8.ts';
import { type Piece, type View, verbatim, viewOf } from './view.ts';

/**
 * Everything that a character can be written as: in a URL or form (percent signs encoded again and again are undone
 * at once), in HTML with and without the semicolon, in JSON and JavaScript.
 */
const ESCAPES =
  /%(?:25)*u[0-9A-Fa-f]{4}|(?:%(?:25)*[0-9A-Fa-f]{2})+|&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?|(?:\\x[0-9A-Fa-f]{2})+|\\(?:u[0-9A-Fa-f]{4}|u\{[0-9A-Fa-f]{1,6}\}|["'`\\/bfnrt])/g;

const LETTERS: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/**
 * The view with one layer of escapes undone, whatever kind each of them is.
 *
 * @returns undefined when there was nothing to undo
 */
export function withoutEscapes(view: View): View | undefined {
  return undone(view, ESCAPES, decode);
}

/** The text of {@link withoutEscapes}; the text itself when there was nothing to undo. */
export function unescaped(text: string): string {
  return withoutEscapes({ text })?.text ?? text;
}

/** `=3D`, and the line ends that quoted-printable puts in: RFC 2045 section 6.7. */
const QUOTED = /(?:=[0-9A-Fa-f]{2})+|=[ \t]*\r?\n/g;

/** What only quoted-printable looks like: `a=ab` alone is a parameter. */
const LOOKS_QUOTED = /=3D|=[ \t]*\r?\n|(?:=[0-9A-Fa-f]{2}){2}/i;

/**
 * The view with quoted-printable undone. It is another reading of a text and not a layer of it, because parameters
 * have the same equals sign.
 *
 * @returns undefined when nothing in the text looks like it
 */
export function withoutQuotedPrintable(view: View): View | undefined {
  if (!LOOKS_QUOTED.test(view.text)) return undefined;
  return undone(view, QUOTED, (written, start) =>
    written.endsWith('\n')
      ? [{ text: '', start, end: start + written.length }]
      : bytesOf(written, start, /=([0-9A-Fa-f]{2})/g),
  );
}

function undone(
  view: View,
  escapes: RegExp,
  decodeOne: (written: string, start: number) => Piece[] | undefined,
): View | undefined {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of view.text.matchAll(escapes)) {
    const decoded = decodeOne(match[0], match.index);
    if (decoded === undefined) continue;
    pieces.push(verbatim(view.text, from, match.index), ...decoded);
    from = match.index + match[0].length;
  }
  if (from === 0) return undefined;
  return viewOf([...pieces, verbatim(view.text, from, view.text.length)], view);
}

function decode(written: string, start: number): Piece[] | undefined {
  const end = start + written.length;
  if (/^%(?:25)*u/i.test(written)) return [{ text: unit(written.slice(-4)), start, end }];
  if (written.startsWith('%')) return bytesOf(written, start, /%(?:25)*([0-9A-Fa-f]{2})/g);
  if (written.startsWith('\\x')) return bytesOf(written, start, /\\x([0-9A-Fa-f]{2})/g);
  const text = written.startsWith('&') ? entity(written) : backslash(written.slice(1));
  return text === undefined ? undefined : [{ text, start, end }];
}

/** `%C3%BC` and `\xc3\xbc`: each match of `one` is a byte. */
function bytesOf(written: string, start: number, one: RegExp): Piece[] {
  const bytes = [...written.matchAll(one)].map((match) => {
    const at = start + match.index;
    return { byte: Number.parseInt(match[1] ?? '', 16), start: at, end: at + match[0].length };
  });
  return decodeUtf8(bytes);
}

/** https://html.spec.whatwg.org/multipage/named-characters.html; some of them are known without the semicolon, too. */
function entity(written: string): string | undefined {
  // At the end of a text the decoder waits for the rest.
  const text = decodeHTML(`${written} `).slice(0, -1);
  return text === written ? undefined : text;
}

function backslash(rest: string): string | undefined {
  if (rest.startsWith('u{')) return fromCodePoint(Number.parseInt(rest.slice(2, -1), 16));
  // Not as a code point: two of them may be the halves of one.
  if (rest.startsWith('u')) return unit(rest.slice(1));
  return LETTERS[rest] ?? rest;
}

function unit(hexadecimal: string): string {
  return String.fromCharCode(Number.parseInt(hexadecimal, 16));
}

function fromCodePoint(codePoint: number): string | undefined {
  return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : undefined;
}

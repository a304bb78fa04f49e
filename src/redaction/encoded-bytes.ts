import { base32Bytes } from './base32.ts';
import { isCutAt } from './needles.ts';
import { decodeUtf8, type PlacedByte } from './utf8.ts';
import { type View, viewOf } from './view.ts';

/** `[97, 43, 98]`, as Node writes buffers in JSON. Six numbers at least: shorter secrets are not looked for. */
const NUMBERS = /\b\d{1,3}(?:\s*,\s*\d{1,3}){5,}/g;

/** `61 2b 62`, as Node prints buffers, `612b62`, `61:2b:62` and `0x61, 0x2b`. */
const HEXADECIMAL = /\b(?:0x)?[0-9A-Fa-f]{2}(?:[ :,\n-]{0,2}(?:0x)?[0-9A-Fa-f]{2}){5,}/g;

const BASE64 = /[A-Za-z0-9+/_-]{8,}={0,2}/g;

/** Base64 in lines of 64 or 76 characters, as PEM (RFC 7468) and MIME (RFC 2045) have it. */
const WRAPPED = /(?<![A-Za-z0-9+/_-])(?:[A-Za-z0-9+/_-]{16,}[ \t]*\r?\n[ \t]*)+[A-Za-z0-9+/_-]+={0,2}/g;

/** RFC 4648 section 6, in one case: other words are not written so. */
const BASE32 = /[A-Z2-7]{10,}|[a-z2-7]{10,}/g;

/** What stands in a text as bytes: in lists of numbers, in hexadecimal, in base64 and in base32. */
export function* bytesWithin(view: View): Generator<View> {
  yield* spelledOut(view, NUMBERS, /\d+/g, 10);
  yield* spelledOut(view, HEXADECIMAL, /[0-9A-Fa-f]{2}/g, 16);
  for (const run of view.text.matchAll(BASE64)) yield* base64Within(view, run[0], run.index);
  const lines = view.text.includes('\n') ? view.text.matchAll(WRAPPED) : [];
  for (const run of lines) yield* wrappedWithin(view, run[0], run.index);
  for (const run of view.text.matchAll(BASE32)) yield* base32Within(view, run[0], run.index);
}

function* spelledOut(view: View, run: RegExp, one: RegExp, radix: number): Generator<View> {
  for (const list of view.text.matchAll(run)) {
    const bytes = [...list[0].replaceAll('0x', '  ').matchAll(one)].map((match): PlacedByte => {
      const start = list.index + match.index;
      return { byte: Number.parseInt(match[0], radix) % 256, start, end: start + match[0].length };
    });
    yield* placedTexts(bytes, view);
  }
}

function* placedTexts(bytes: readonly PlacedByte[], view: View): Generator<View> {
  yield viewOf(decodeUtf8(bytes), view);
  if (!isWide(bytes.map(({ byte }) => byte))) return;
  yield viewOf(decodeUtf8(bytes.filter(({ byte }) => byte !== 0)), view);
}

/**
 * Base64 and base64url. The beginning is not known (a slash before it belongs to the alphabet), so all four are
 * tried. What is found is masked from there to the end of the run, because its neighbours share characters with it.
 */
function* base64Within(view: View, run: string, index: number): Generator<View> {
  for (let skip = 0; skip < 4; skip += 1) {
    const bytes = Buffer.from(run.slice(skip), 'base64');
    yield* textsOf(bytes, { start: index + skip, end: index + run.length }, view);
  }
}

/** Lines of base64. The last of them may be a word that has nothing to do with it: each byte has a place of its own. */
function* wrappedWithin(view: View, run: string, index: number): Generator<View> {
  const letters = [...run.matchAll(/\S/g)];
  const text = letters.map(([letter]) => letter).join('');
  const placeOf = (letter: number) => index + (letters[Math.min(letter, letters.length - 1)]?.index ?? 0);
  for (let skip = 0; skip < 4; skip += 1) {
    const bytes = [...Buffer.from(text.slice(skip), 'base64')].map((byte, at): PlacedByte => {
      const first = skip + 4 * Math.floor(at / 3);
      return { byte, start: placeOf(first), end: placeOf(first + 3) + 1 };
    });
    yield* placedTexts(bytes, view);
  }
}

function* base32Within(view: View, run: string, index: number): Generator<View> {
  for (let skip = 0; skip < 8; skip += 1) {
    const bytes = base32Bytes(run.slice(skip));
    yield* textsOf(Buffer.from(bytes), { start: index + skip, end: index + run.length }, view);
  }
}

/** The bytes as UTF-8 and, where every other one is zero, as UTF-16 in either order. */
function* textsOf(bytes: Buffer, place: { start: number; end: number }, view: View): Generator<View> {
  // Whoever cut the run off cut off what is in it.
  const cut = isCutAt(view.text, place.end) ? '…' : '';
  const as = (text: string): View => viewOf([{ text: text + cut, ...place }], view);
  yield as(bytes.toString('utf8'));
  if (!isWide(bytes)) return;
  yield as(bytes.toString('latin1').replaceAll('\0', ''));
  yield as(bytes.toString('utf16le'));
  yield as(bytes.subarray(1).toString('utf16le'));
}

function isWide(bytes: Uint8Array | readonly number[]): boolean {
  let zeros = 0;
  for (const byte of bytes) if (byte === 0) zeros += 1;
  return zeros * 4 >= bytes.length && zeros > 2;
}

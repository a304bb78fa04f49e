// @ts-nocheck
import { decodeUtf8 } from './utf8.ts';
import { type View, viewOf } from './view.ts';

/** `[97, 43, 98]`, as Node writes buffers in JSON. Six numbers at least: shorter secrets are not looked for. */
const NUMBERS = /\b\d{1,3}(?:\s*,\s*\d{1,3}){5,}/g;

/** `61 2b 62`, as Node prints buffers, and `612b62`. */
const HEXADECIMAL = /\b[0-9A-Fa-f]{2}(?:[ :]?[0-9A-Fa-f]{2}){5,}/g;

const BASE64 = /[A-Za-z0-9+/_-]{8,}={0,2}/g;

/** What stands in a text as bytes: in lists of numbers, in hexadecimal and in base64. */
export function* bytesWithin(view: View): Generator<View> {
  yield* spelledOut(view, NUMBERS, /\d+/g, 10);
  yield* spelledOut(view, HEXADECIMAL, /[0-9A-Fa-f]{2}/g, 16);
  yield* base64Within(view);
}

function* spelledOut(view: View, run: RegExp, one: RegExp, radix: number): Generator<View> {
  for (const list of view.text.matchAll(run)) {
    const bytes = [...list[0].matchAll(one)].map((match) => {
      const start = list.index + match.index;
      return { byte: Number.parseInt(match[0], radix) % 256, start, end: start + match[0].length };
    });
    yield viewOf(decodeUtf8(bytes), view);
  }
}

/**
 * Base64 and base64url. The beginning is not known (a slash before it belongs to the alphabet), so all four are
 * tried. What is found is masked from there to the end of the run, because its neighbours share characters with it.
 */
function* base64Within(view: View): Generator<View> {
  for (const run of view.text.matchAll(BASE64)) {
    for (let skip = 0; skip < 4; skip += 1) {
      const bytes = Buffer.from(run[0].slice(skip), 'base64');
      const place = { start: run.index + skip, end: run.index + run[0].length };
      // Whoever cut the run off cut off what is in it.
      const cut = /^(?:…|\.\.\.)/.test(view.text.slice(place.end, place.end + 3)) ? '…' : '';
      yield viewOf([{ text: bytes.toString('utf8') + cut, ...place }], view);
    }
  }
}

// @ts-nocheck
import type { Piece } from './view.ts';

/** One byte, and the place where it is written. */
export interface PlacedByte {
  readonly byte: number;
  readonly start: number;
  readonly end: number;
}

/** Decodes UTF-8, one piece for each character; a byte that fits nowhere is taken for Latin-1. */
export function decodeUtf8(bytes: readonly PlacedByte[]): Piece[] {
  const pieces: Piece[] = [];
  for (let index = 0; index < bytes.length; ) {
    const first = bytes[index] as PlacedByte;
    const rest = bytes.slice(index + 1, index + lengthOf(first.byte));
    const complete = rest.length === lengthOf(first.byte) - 1 && rest.every(({ byte }) => byte >> 6 === 0b10);
    const used = complete ? [first, ...rest] : [first];
    const text = complete
      ? Buffer.from(used.map(({ byte }) => byte)).toString('utf8')
      : String.fromCharCode(first.byte);
    pieces.push({ text, start: first.start, end: used.at(-1)?.end ?? first.end });
    index += used.length;
  }
  return pieces;
}

/** How many bytes a character has that begins with this one (RFC 3629 section 3). */
function lengthOf(byte: number): number {
  if (byte >= 0xf0 && byte < 0xf8) return 4;
  if (byte >= 0xe0 && byte < 0xf0) return 3;
  if (byte >= 0xc2 && byte < 0xe0) return 2;
  return 1;
}

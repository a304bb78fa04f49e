/**
 * A text, and where each of its characters stands in the text that it was decoded from. Secrets are looked for in
 * views; what is masked is the original.
 */
// @ts-nocheck

export interface View {
  readonly text: string;
  /** For each character of `text` the first and the last-plus-one place in the original; left out: the original. */
  readonly origin?: { readonly starts: Uint32Array; readonly ends: Uint32Array } | undefined;
}

/** A piece of a view: the new text, and the place in the view's text that it stands for. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Each character stands for itself; otherwise each stands for the whole place. */
  readonly verbatim?: true;
}

/** Where a part of a view, from `start` to before `end`, stands in the original. */
export function originOf(view: View, start: number, end: number): { start: number; end: number } {
  if (view.origin === undefined || end <= start) return { start, end };
  return { start: view.origin.starts[start] ?? 0, end: view.origin.ends[end - 1] ?? 0 };
}

/**
 * A view of several pieces of another view, one after the other. Every character of a decoded piece has the whole
 * place for its origin: an escape is masked as a whole or not at all. Origins are worked out when somebody asks: in
 * most views nothing is found.
 */
export function viewOf(pieces: readonly Piece[], of: View): View {
  let known: View['origin'];
  return {
    text: pieces.map((piece) => piece.text).join(''),
    get origin() {
      known ??= originsOf(pieces, of);
      return known;
    },
  };
}

function originsOf(pieces: readonly Piece[], of: View): NonNullable<View['origin']> {
  const { origin } = of;
  const length = pieces.reduce((sum, piece) => sum + piece.text.length, 0);
  const starts = new Uint32Array(length);
  const ends = new Uint32Array(length);
  let index = 0;
  for (const piece of pieces) {
    const next = index + piece.text.length;
    if (piece.verbatim) {
      for (let at = piece.start; at < piece.end; at += 1, index += 1) {
        starts[index] = origin === undefined ? at : (origin.starts[at] ?? 0);
        ends[index] = origin === undefined ? at + 1 : (origin.ends[at] ?? 0);
      }
    } else {
      const { start, end } = originOf(of, piece.start, piece.end);
      starts.fill(start, index, next);
      ends.fill(end, index, next);
    }
    index = next;
  }
  return { starts, ends };
}

/** The text from `start` to before `end` as it is. */
export function verbatim(text: string, start: number, end: number): Piece {
  return { text: text.slice(start, end), start, end, verbatim: true };
}

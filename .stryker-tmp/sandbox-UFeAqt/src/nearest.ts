/**
 * The candidate that a mistyped word was probably meant to be; undefined where none is close.
 *
 * Close is: at most a third of the letters differ (case does not count), or one word begins with the other.
 */
// @ts-nocheck

export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const typed = word.toLowerCase();
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    const known = candidate.toLowerCase();
    const isBeginning = typed.length >= 3 && (known.startsWith(typed) || typed.startsWith(known));
    const most = Math.max(1, Math.floor(known.length / 3));
    // So many letters must be put in or taken out at least; a word may be a megabyte that somebody pasted.
    const difference = Math.abs(typed.length - known.length);
    if (!isBeginning && difference > most) continue;
    const distance = isBeginning ? difference : editDistance(typed, known);
    if (!isBeginning && distance > most) continue;
    if (best === undefined || distance < best.distance) best = { candidate, distance };
  }
  return best?.candidate;
}

/** `Did you mean "…"?`, or the empty text where no candidate is close. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const candidate = nearest(word, candidates);
  return candidate === undefined ? '' : `Did you mean "${candidate}"?`;
}

/** How many letters must be put in, taken out, replaced or swapped with their neighbour (Damerau-Levenshtein). */
function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? 0;
}

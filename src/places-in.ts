/** A place in a text, both numbers counted from 1; the column in characters. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/**
 * Tells lines and columns of offsets in a text.
 *
 * @returns a function of the offset in UTF-16 units, in logarithmic time
 */
export function placesIn(text: string): (offset: number) => Place {
  const starts = [0];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: charactersBetween(text, starts[low] ?? 0, offset) + 1 };
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

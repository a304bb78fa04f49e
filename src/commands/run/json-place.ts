/**
 * Finds where a text stops being JSON, without quoting it: it may hold secrets, and V8's message quotes it.
 *
 * @param text something that `JSON.parse` refuses
 * @returns `line 3, column 7`, both counted from 1
 */
export function jsonPlace(text: string): string {
  // A beginning of good JSON only lacks its end; the shortest beginning that lacks more ends with the culprit.
  let good = 0;
  let bad = text.length + 1;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (lacksOnlyItsEnd(text.slice(0, middle))) good = middle;
    else bad = middle;
  }
  const lines = text.slice(0, good).split('\n');
  return `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
}

function lacksOnlyItsEnd(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const message = String(error);
    const position = Number(/at position (\d+)/.exec(message)?.[1] ?? -1);
    return position >= text.length || /end of JSON|Unterminated/.test(message);
  }
}

/** Where words and groups of a text end. Each is looked for once: it may be as long as the text, and be nested. */
export interface Ends {
  /** The place behind the bracket that closes the one at `start`; the end of the text where none does. */
  readonly ofGroup: (start: number) => number;
  /** The end of the word that has the place `start` in it. */
  readonly ofWord: (start: number) => number;
}

/** Reads a text once for brackets, and each of its words once, when somebody asks. */
export function endsIn(text: string): Ends {
  let groups: ReadonlyMap<number, number> | undefined;
  const word = /[^\s,;&"'<>)\]}]*/y;
  let [from, end] = [0, -1];
  return {
    ofGroup: (start) => {
      groups ??= groupsIn(text);
      return groups.get(start) ?? text.length;
    },
    ofWord: (start) => {
      if (start >= from && start <= end) return end;
      word.lastIndex = start;
      [from, end] = [start, start + (word.exec(text)?.[0].length ?? 0)];
      return end;
    },
  };
}

/** Brackets by their places: which is closed where. Square and curly ones are alike, as in a text that was damaged. */
function groupsIn(text: string): Map<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: bracket, index } of text.matchAll(/[[{\]}]/g)) {
    if (bracket === '[' || bracket === '{') {
      open.push(index);
      continue;
    }
    const start = open.pop();
    if (start !== undefined) ends.set(start, index + 1);
  }
  return ends;
}

import type { View } from './view.ts';

/**
 * The letters and digits of a view alone: a secret that was written in groups (`abcd-efgh ijkl`) stands there in one
 * piece.
 *
 * @returns undefined where nothing stands between letters
 */
export function withoutSeparators(view: View): View | undefined {
  const runs = [...view.text.matchAll(/[\p{L}\p{N}]+/gu)];
  if (runs.length < 2) return undefined;
  const text = runs.map(([run]) => run).join('');
  return {
    text,
    get origin() {
      return originsOf(runs, text.length, view);
    },
  };
}

/** The letters and digits of a text. */
export function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

function originsOf(runs: readonly RegExpExecArray[], length: number, { origin }: View) {
  const starts = new Uint32Array(length);
  const ends = new Uint32Array(length);
  let index = 0;
  for (const run of runs) {
    for (let at = run.index; at < run.index + run[0].length; at += 1, index += 1) {
      starts[index] = origin === undefined ? at : (origin.starts[at] ?? 0);
      ends[index] = origin === undefined ? at + 1 : (origin.ends[at] ?? 0);
    }
  }
  return { starts, ends };
}

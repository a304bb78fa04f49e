import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../src/', import.meta.url);

function linesBelow(folder: string): { readonly path: string; readonly lines: number }[] {
  return readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => ({
      path: `${folder}${path}`,
      lines: readFileSync(new URL(`${folder}${path}`, root), 'utf8').split('\n').length - 1,
    }));
}

test('a command has no engine in it: at most 120 lines a file, 1,500 in all', () => {
  const files = linesBelow('commands/');
  expect(files.filter(({ lines }) => lines > 120)).toEqual([]);
  const all = files.reduce((sum, { lines }) => sum + lines, 0);
  console.info(`src/commands: ${files.length} files, ${all} lines.`);
  expect(all).toBeLessThanOrEqual(1500);
});

test('half of the files have at most 80 lines', () => {
  const lengths = linesBelow('')
    .map(({ lines }) => lines)
    .sort((one, other) => one - other);
  const median = lengths[Math.floor(lengths.length / 2)] ?? 0;
  console.info(`src: ${lengths.length} files, median ${median} lines, longest ${lengths.at(-1)}.`);
  expect(median).toBeLessThanOrEqual(80);
});

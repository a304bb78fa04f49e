import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { folders } from './table.ts';

/** The rows of CONTRIBUTING's table of folders: which folders each may import. */
function documented(): Record<string, string[]> {
  const page = readFileSync(new URL('../../CONTRIBUTING.md', import.meta.url), 'utf8');
  const rows: Record<string, string[]> = {};
  for (const [, folder = '', allowed = ''] of page.matchAll(
    /^\| `src\/([\w-]+)` *\|[^|]*\| *([^|]*?) *\|$/gm,
  )) {
    const [names = ''] = allowed.split(';');
    if (names === 'everything above') rows[folder] = Object.keys(rows);
    else rows[folder] = names === '–' ? [] : names.split(/, */);
  }
  return rows;
}

test("CONTRIBUTING's table of folders is the one that the code is held to", () => {
  const { html: _, printable: __, ...held } = folders;
  const sorted = (table: Readonly<Record<string, readonly string[]>>) =>
    Object.fromEntries(Object.entries(table).map(([folder, names]) => [folder, [...names].sort()]));
  expect(sorted(documented())).toEqual(sorted(held));
});

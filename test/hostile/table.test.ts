import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { expect, test } from 'vitest';
import { metadataAttempts } from './metadata.ts';
import { redirects } from './redirects.ts';
import { reflections } from './reflections.ts';
import { attackTable } from './table.ts';

const docs = new URL('../../docs/security.md', import.meta.url);
const [START, END] = [
  '<!-- attacks: LEGWORK_WRITE_ATTACKS=1 npx vitest run test/hostile/table -->\n',
  '\n<!-- end -->',
];

test('the table of attacks in docs/security.md says what the tests try', () => {
  const text = readFileSync(docs, 'utf8');
  const [from, to] = [text.indexOf(START) + START.length, text.indexOf(END)];
  expect(from).toBeGreaterThan(START.length);
  const written = `${text.slice(0, from)}${attackTable()}${text.slice(to)}`;
  if (process.env.LEGWORK_WRITE_ATTACKS === '1') writeFileSync(docs, written);
  expect(readFileSync(docs, 'utf8')).toBe(written);
});

test('at least 300 attempts are made, and every file that the table names is there', () => {
  const attempts = [metadataAttempts(), redirects('', false), reflections(false)];
  expect(attempts.reduce((sum, { length }) => sum + length, 0)).toBeGreaterThan(300);
  const named = [...readFileSync(docs, 'utf8').matchAll(/`(test\/[\w./-]+)`/g)].map(([, file = '']) => file);
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((file) => !existsSync(new URL(`../../${file}`, import.meta.url)))).toEqual([]);
});

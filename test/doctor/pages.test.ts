import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type ProblemCode, problemPage, problems } from '../../src/doctor/problems/all.ts';
import { checkedCases } from './cases.ts';
import { causeCases } from './cause-cases.ts';
import { problemIndexText, problemPageText } from './problem-page.ts';
import { refusalCases } from './refusal-cases.ts';

const root = new URL('../../', import.meta.url);
const codes = Object.keys(problems) as ProblemCode[];

// "npx vitest run test/doctor/pages.test.ts -u" writes them anew.
test.each(codes)('the page on %s says what the catalogue says', async (code) => {
  const example = { ...checkedCases, ...refusalCases, ...causeCases }[code]
    .found()
    .problems.find((problem) => problem.code === code);
  await expect(problemPageText(code, example)).toMatchFileSnapshot(
    fileURLToPath(new URL(problemPage(code), root)),
  );
});

test('the index lists all pages, and there are no others', async () => {
  await expect(problemIndexText()).toMatchFileSnapshot(
    fileURLToPath(new URL('docs/problems/README.md', root)),
  );
  expect(readdirSync(new URL('docs/problems/', root)).sort()).toEqual(
    [...codes.map((code) => `${code}.md`), 'README.md'].sort(),
  );
});

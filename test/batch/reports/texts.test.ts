import { expect, test } from 'vitest';
import { manyAnnotations } from '../../../src/batch/reports/github.ts';
import { manyMarkdown } from '../../../src/batch/reports/markdown.ts';
import { manySummaryLines } from '../../../src/batch/reports/terminal.ts';
import { rate } from '../../../src/batch/reports/words.ts';
import type { Redacted } from '../../../src/redaction/redacted.ts';
import { flowOf } from '../result-log/made-up.ts';
import { madeUp, manyOf, text } from './many-of.ts';

test('the summary for the terminal says each thing once, with its count and some names', () => {
  expect(String(manySummaryLines(manyOf(madeUp(2000, 0.1), { shards: 4 })))).toBe(`
Targets   2,000: 1,797 passed, 200 failed, 3 not run (89.8 % passed)
Requests  1,969 passed, 200 failed
Checks    1,969 passed, 200 failed
Time      5.0 s, 400 targets a second, LinkedIn, live
Shards    4

Not run:
  3 targets: not set: LINKEDIN_PASSWORD
    app-501, app-1002, app-1503

Failed:
  172 targets: The redirect_uri is none of those registered
    The redirect_uri that was sent does not equal a registered one.
    What to do: Register exactly the one that is sent.
    More: docs/problems/rejected-redirect-uri-mismatch.md
    app-10, app-20, app-30, app-40, app-60 and 167 more
  28 targets: Get a token: is answered with 200
    expected 500 of https://app-1030.example.com/token
    app-50, app-120, app-190, app-260, app-330 and 23 more

Failed
`);
});

test('a run that was cut off says how many targets it never reached', () => {
  expect(String(manySummaryLines(manyOf(madeUp(3, 0), { expected: 4 })))).toMatch(
    /1 target of the list was never reached\.\n\nIncomplete, interrupted before its end\n$/,
  );
});

test('Markdown stays short, and nothing in it becomes a link or HTML', async () => {
  const many = manyOf([
    ...madeUp(3000, 1).map((one, index) => ({ ...one, provider: `P${index % 60}` as Redacted })),
    flowOf('<b>[x](y)</b>', 'not-run', { reason: '@all ![x](y) <script>' as Redacted }),
  ]);
  const markdown = await text(manyMarkdown(many));
  expect(markdown).toMatch(
    /^# ❌ Failed: LinkedIn and 60 others, 3,001 targets\n\n0 % passed: 3,000 failed, 1 not run\. 5\.0 s/,
  );
  expect(markdown).toContain('- ❌ **2,571 targets: The redirect\\_uri is none of those registered**');
  expect(markdown).toContain('…and 11 other providers.');
  expect(markdown).not.toMatch(/(?<!\\)<(?:b|script)|(?<!\\)\]\(|@all/);
  expect(markdown.length).toBeLessThan(20_000);
});

test('annotations name each thing once, ten at most, and hold no command of their own', () => {
  const lines = String(
    manyAnnotations(
      manyOf([...madeUp(100, 1), flowOf('a', 'not-run', { reason: 'x\n::error::y' as Redacted })]),
    ),
  ).split('\n');
  expect(lines).toHaveLength(4);
  expect(lines[0]).toMatch(/^::error title=85 targets%3A The redirect_uri is none of those registered::/);
  expect(lines[2]).toBe('::warning title=1 target%3A x%0A%3A%3Aerror%3A%3Ay::a');
});

test.each([
  [10, 5000, '2.0 targets a second'],
  [10_000, 5000, '2,000 targets a second'],
  [1, 10_000, '6.0 targets a minute'],
  [0, 10, ''],
  [5, 0, ''],
])('%i targets in %i ms: %s', (targets, milliseconds, words) => {
  expect(rate(targets, milliseconds)).toBe(words);
});

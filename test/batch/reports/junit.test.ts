import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { manyJunit } from '../../../src/batch/reports/junit.ts';
import type { ManyResult } from '../../../src/batch/result-log/many-result.ts';
import type { Redacted } from '../../../src/redaction/redacted.ts';
import { casesOf, junitProblems, parseStrictly } from '../../reports/strict-xml.ts';
import { flowOf } from '../result-log/made-up.ts';
import { madeUp, manyOf, text } from './many-of.ts';

const schema = readFileSync(new URL('../../fixtures/junit.xsd', import.meta.url), 'utf8');

async function parsed(many: ManyResult) {
  const xml = await text(manyJunit(many));
  const { valid, errors } = await validateXML({ xml, schema, maxMemoryPages: 2048 });
  expect(valid, JSON.stringify(errors.slice(0, 3))).toBe(true);
  const report = parseStrictly(xml);
  expect(junitProblems(report)).toEqual([]);
  return report;
}

test('a suite for each provider, a case for each target and flow', async () => {
  const other = { provider: 'Example <&" Login' as Redacted };
  const report = await parsed(
    manyOf([
      flowOf('eu-2', 'not-run'),
      flowOf('eu-1', 'mismatch'),
      flowOf('eu-1', 'odd'),
      flowOf('us-1', 'passed', other),
      flowOf('us-1', 'passed', other),
    ]),
  );
  expect(
    report.children.map(({ attributes }) => [attributes.name, attributes.tests, attributes.failures]),
  ).toEqual([
    ['Example <&" Login', '2', '0'],
    ['LinkedIn', '3', '2'],
  ]);
  expect(casesOf(report).map(({ attributes, children }) => [attributes.name, children[0]?.name])).toEqual([
    ['us-1 › three-legged', undefined],
    ['us-1 › three-legged [2]', undefined],
    ['eu-1 › three-legged', 'failure'],
    ['eu-1 › client-credentials', 'failure'],
    ['eu-2 › three-legged', 'skipped'],
  ]);
});

test('a failure says at which step, and what the doctor says of it', async () => {
  const [failure] = casesOf(await parsed(manyOf([flowOf('eu-1', 'mismatch')]))).flatMap(
    ({ children }) => children,
  );
  expect(failure?.attributes.message).toBe('The redirect_uri is none of those registered');
  expect(failure?.text).toContain('Approve consent: The callback carries a code');
  expect(failure?.text).toContain('The redirect_uri does not match: https://eu-1.example.com/cb');
  expect(failure?.text).toContain('What to do: Register exactly the one that is sent.');
});

test('what a thousand share is written out twenty times, and named in the others', async () => {
  const many = manyOf(madeUp(1000, 1));
  const failures = casesOf(await parsed(many)).flatMap(({ children }) => children);
  expect(failures).toHaveLength(1000);
  expect(failures.filter(({ text: said }) => said?.includes('What to do:'))).toHaveLength(20);
  expect(failures.at(-1)?.text).toBe('The same as “app-2 › three-legged” and 855 others.');
  expect(many.reads()).toBe(40);
});

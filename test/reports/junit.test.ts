import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { junitReport } from '../../src/reports/junit.ts';
import type { RunResult } from '../../src/runner/result.ts';
import { eventful, failed, flow, passed, run, step } from './sample.ts';
import { casesOf, junitProblems, parseStrictly } from './strict-xml.ts';

function parsed(result: RunResult) {
  const report = parseStrictly(junitReport(result));
  expect(junitProblems(report)).toEqual([]);
  return casesOf(report);
}

test('the report has the common shape, its sums are right, and no two cases share a name', () => {
  const outcomes = parsed(eventful).map((one) => one.children[0]?.name ?? 'passed');
  expect(outcomes).toEqual([
    ...['passed', 'passed'],
    ...['error', 'passed', 'passed', 'failure', 'failure', 'error', 'skipped', 'skipped', 'skipped'],
    'skipped',
  ]);
});

test('a failure is not lost when a check of the same name passes elsewhere', () => {
  const steps = [
    step('Ask', { outcome: 'failed', assertions: [failed('is right', 'no'), passed('is right')] }),
    step('Ask', { assertions: [passed('is right')] }),
    step('Ask', { visit: 2, assertions: [passed('is right')] }),
  ];
  const cases = parsed(run([flow('one', 'One', { outcome: 'failed', steps })], 'failed'));
  expect(cases.map((one) => [one.attributes.name, one.children[0]?.name])).toEqual([
    ['Ask: is right', 'failure'],
    ['Ask: is right [2]', undefined],
    ['Ask: is right [3]', undefined],
    ['Ask (visit 2): is right', undefined],
  ]);
});

test('a failure says why, and which request it was', () => {
  const failure = parsed(eventful).find(
    (one) => one.attributes.name === 'Exchange the code: is answered with 200',
  );
  expect(failure?.children[0]?.attributes.message).toContain(
    'expected response to have status code 200 but got 401\ninvalid_client: Client authentication failed <&\'">',
  );
  expect(failure?.children[0]?.text).toContain(
    'POST http://127.0.0.1:4000/oauth/v2/accessToken\n401 Unauthorized',
  );
});

test('characters that XML does not allow are written as escapes, so that nothing grows together around them', () => {
  const name = 'a\u0000b\u001bc\ufffed\ud800e ]]> <![CDATA[';
  const steps = [step(name, { outcome: 'failed', assertions: [failed(name, name)] })];
  const [one] = parsed(run([flow(name, name, { steps })], 'failed'));
  const shown = 'a\\u0000b\\u001bc\\ufffed\\ud800e ]]> <![CDATA[';
  expect(one?.attributes.name).toBe(`${shown}: ${shown}`);
});

test('a flow that was not run is a skipped case with its reason', () => {
  const cases = parsed(
    run([flow('one', 'One', { outcome: 'not-run', reason: 'no token' as never })], 'incomplete'),
  );
  expect(cases.map((one) => one.children[0])).toMatchObject([
    { name: 'skipped', attributes: { message: 'no token' } },
  ]);
});

test('the times of the cases of a flow add up to those of its requests', () => {
  const times = parsed(eventful).map((one) => Number(one.attributes.time));
  expect(times.reduce((sum, time) => sum + time, 0)).toBeCloseTo((12 + 8 + 12 + 12 + 1230) / 1000);
});

const xsd = readFileSync(new URL('../fixtures/junit.xsd', import.meta.url), 'utf8');

async function schemaProblems(report: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'junit.xml', contents: report }],
    schema: [xsd],
  });
  return errors.map(({ message }) => message);
}

test('the report is valid by the schema', async () => {
  const evil = '<&"\'>]]> \u0000 \ud800 ü 🔑';
  const steps = [step(evil, { outcome: 'failed', assertions: [failed(evil, evil), passed(evil)] })];
  expect(await schemaProblems(junitReport(eventful))).toEqual([]);
  expect(await schemaProblems(junitReport(run([flow('a', evil, { steps, outcome: 'failed' })])))).toEqual([]);
  expect(await schemaProblems(junitReport(run([])))).toEqual([]);
});

test('the schema is not fooled', async () => {
  const report = junitReport(eventful);
  expect(await schemaProblems(report.replace(' tests="2"', ''))).not.toEqual([]);
  expect(await schemaProblems(report.replace(/timestamp="[^"]*/, '$&.123Z'))).not.toEqual([]);
});

import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { runResultSchema } from '../../src/reports/run-result-schema.ts';
import { runEmulated } from '../support/emulated-run.ts';
import { eventful } from './sample.ts';

const committed = new URL('../../schemas/run-result.schema.json', import.meta.url);
const validate = new Ajv2020({ allErrors: true, formats: { 'date-time': true } }).compile(runResultSchema());

function problemsOf(value: unknown): string[] {
  return validate(value) ? [] : (validate.errors ?? []).map((one) => `${one.instancePath} ${one.message}`);
}

test('the published schema is the one that the program prints', () => {
  expect(readFileSync(committed, 'utf8')).toBe(`${JSON.stringify(runResultSchema(), null, 2)}\n`);
});

test.each(['default', 'other-redirect-uri', 'wrong-state', 'redirect-loop'])(
  'the result of a real run fits the schema: %s',
  async (app) => {
    const { result } = await runEmulated(app);
    expect(problemsOf(result)).toEqual([]);
    expect(result.flows.flatMap((flow) => flow.steps).length).toBeGreaterThan(3);
  },
);

test('a result in which everything happened fits, and one that misses something does not', () => {
  expect(problemsOf(eventful)).toEqual([]);
  const { flows: _, ...rest } = eventful;
  expect(problemsOf(rest)).toEqual([" must have required property 'flows'"]);
  expect(problemsOf({ ...eventful, version: 1 })).toHaveLength(1);
  expect(problemsOf({ ...eventful, more: true })).toHaveLength(1);
});

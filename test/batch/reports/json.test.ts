import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { manyJson } from '../../../src/batch/reports/json.ts';
import { compactFlow } from '../../../src/batch/result-log/compact-flow.ts';
import { runResultSchema } from '../../../src/reports/run-result-schema.ts';
import type { RunResult } from '../../../src/runner/result.ts';
import { flowOf } from '../result-log/made-up.ts';
import { madeUp, manyOf, text } from './many-of.ts';

const validate = new Ajv2020({ formats: { 'date-time': true } }).compile(runResultSchema());

test('report.json is one valid result, with the flows in the order of the targets', async () => {
  const flows = [flowOf('b', 'mismatch'), flowOf('a10'), flowOf('a9', 'not-run')];
  const json = await text(manyJson(manyOf(flows)));
  const result = JSON.parse(json) as RunResult;
  expect(validate(result), JSON.stringify(validate.errors)).toBe(true);
  expect(result).toMatchObject({ version: 2, outcome: 'failed', interrupted: false, durationMs: 5000 });
  expect(result.flows).toEqual([flows[2], compactFlow(flows[1] ?? flowOf('')), flows[0]]);
  expect(json.split('\n').filter((line) => line.startsWith('    {"flow":'))).toHaveLength(3);
});

test('a run without targets is a valid result, too', async () => {
  const result = JSON.parse(await text(manyJson(manyOf([]))));
  expect(validate(result)).toBe(true);
  expect(result.outcome).toBe('incomplete');
});

test('targets that were never reached make the run incomplete', async () => {
  const result = JSON.parse(await text(manyJson(manyOf(madeUp(3, 0), { expected: 5 }))));
  expect(result).toMatchObject({ outcome: 'incomplete', interrupted: true });
});

import { expect, test } from 'vitest';
import { jsonReport } from '../../src/reports/json.ts';
import { eventful } from './sample.ts';

test('the JSON report is the result itself', () => {
  expect(JSON.parse(jsonReport(eventful))).toEqual(eventful);
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { areas, GOAL, notYet } from './areas.js';

interface Result {
  readonly area: string;
  readonly mutants: number;
  readonly killed: number;
  readonly score: number;
  readonly survivors: readonly { readonly code: string; readonly becomes: string; readonly reason: string }[];
}

const folder = new URL('results/', import.meta.url);
const files = existsSync(folder) ? readdirSync(folder) : [];
const results = files.map((file): Result => {
  return JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
});

test('every area has a committed result, or a reason why not', () => {
  const measured = results.map(({ area }) => area);
  expect([...measured, ...Object.keys(notYet)].sort()).toEqual(Object.keys(areas).sort());
});

describe.each(results)('the committed result of $area', ({ area, mutants, killed, score, survivors }) => {
  test('is of an area that there is, and adds up', () => {
    expect(Object.keys(areas)).toContain(area);
    expect(killed + survivors.length).toBe(mutants);
    expect(score).toBe(Math.floor((1000 * killed) / mutants) / 10);
  });

  test(`has at least ${GOAL} % killed`, () => {
    expect(score).toBeGreaterThanOrEqual(GOAL);
  });

  test('has a reason for every survivor', () => {
    expect(survivors.filter(({ reason }) => reason === '')).toEqual([]);
  });
});

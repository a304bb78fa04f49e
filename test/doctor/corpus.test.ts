import { expect, test } from 'vitest';
import { diagnoseCollection } from '../../src/doctor/collection/diagnose.ts';
import { readCollection } from '../../src/doctor/collection/read-collection.ts';
import { allProviders } from '../../src/providers/atlas/all.ts';
import { corpus } from './corpus/all.ts';

const providers = await allProviders();

const judged = corpus.map(({ name, truth, json }) => {
  const diagnosis = diagnoseCollection({ kind: 'collection', providers, ...readCollection(json) });
  const found = new Set<string>(diagnosis.problems.map(({ code }) => code));
  return {
    name,
    hits: truth.filter((code) => found.has(code)).length,
    falseAlarms: [...found].filter((code) => !truth.includes(code)),
    missed: truth.filter((code) => !found.has(code)),
  };
});

test('there are enough of them, each with a name of its own', () => {
  expect(corpus.length).toBeGreaterThanOrEqual(60);
  expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length);
});

test('precision and recall over the labelled collections are printed', () => {
  const hits = sum(judged.map((each) => each.hits));
  const alarms = sum(judged.map(({ falseAlarms }) => falseAlarms.length));
  const missed = sum(judged.map((each) => each.missed.length));
  console.info(
    [
      `${corpus.length} labelled collections: precision ${(hits / (hits + alarms)).toFixed(2)}, recall ${(hits / (hits + missed)).toFixed(2)}`,
      ...judged.flatMap((each) => [
        ...each.falseAlarms.map((code) => `  false alarm  ${code}: ${each.name}`),
        ...each.missed.map((code) => `  missed       ${code}: ${each.name}`),
      ]),
    ].join('\n'),
  );
  expect(hits / (hits + alarms)).toBeGreaterThanOrEqual(0.95);
  expect(hits / (hits + missed)).toBeGreaterThanOrEqual(0.9);
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

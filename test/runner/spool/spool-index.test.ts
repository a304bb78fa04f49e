import { expect, test } from 'vitest';
import type { FlowResult, Redacted } from '../../../src/runner/result.ts';
import { createIndexer } from '../../../src/runner/spool/spool-index.ts';
import { failed, flow, step } from '../../reports/sample.ts';
import { type Fate, flowOf } from './made-up.ts';

function indexOf(flows: readonly FlowResult[]) {
  const indexer = createIndexer('LinkedIn' as Redacted);
  for (const [offset, one] of flows.entries()) indexer.add(one, { file: 0, offset, length: 1 });
  return indexer.index();
}

const fates: readonly Fate[] = ['passed', 'mismatch', 'not-run', 'mismatch', 'odd', 'passed', 'mismatch'];
const flows = fates.map((fate, index) => flowOf(`app-${index + 7}`, fate));

test('targets are in the order of their names, numbers by their value, whatever came first', () => {
  const names = indexOf(flows).records.map(({ target }) => target);
  expect(names).toEqual(['app-7', 'app-8', 'app-9', 'app-10', 'app-11', 'app-12', 'app-13']);
  expect(indexOf([...flows].reverse())).toEqual({
    ...indexOf(flows),
    records: indexOf(flows).records.map((record) => ({
      ...record,
      at: { ...record.at, offset: flows.length - 1 - record.at.offset },
    })),
  });
});

test('outcomes, requests and checks are counted', () => {
  const { targets, flows: counts, requests, checks } = indexOf(flows);
  expect(targets).toBe(7);
  expect(counts).toEqual({ passed: 2, failed: 4, 'not-run': 1 });
  expect(requests).toEqual({ passed: 5, failed: 4, retried: 0, skipped: 0, 'not-reached': 0 });
  expect(checks).toEqual({ passed: 5, failed: 4, skipped: 0 });
});

test('what befell several targets is one cause, the most frequent first', () => {
  const { causes, records } = indexOf(flows);
  expect(causes.map(({ title, count, kind }) => [title, count, kind])).toEqual([
    ['The redirect_uri is none of those registered', 3, 'failed'],
    ['Get a token: is answered with 200', 1, 'failed'],
    ['not set: LINKEDIN_PASSWORD', 1, 'not-run'],
  ]);
  expect(records.map(({ cause }) => cause)).toEqual([undefined, 0, 2, 0, 1, undefined, 0]);
});

test('addresses, numbers, masks and quoted values make no cause of its own', () => {
  const texts = [
    'https://a.example/cb?x=1 took 17 ms for "eu-1" ‹code·1›',
    'http://b.example took 4 ms for "us" ‹code·12›',
  ];
  const odd = texts.map((text, index) =>
    flowOf(`t${index}`, 'odd', {
      steps: [step('Ask', { outcome: 'failed', assertions: [failed('is right', text)] })],
    }),
  );
  expect(indexOf(odd).causes).toHaveLength(1);
  // One of them stands for both, the same one in whichever order they come.
  expect(indexOf(odd).causes).toEqual(indexOf([...odd].reverse()).causes);
});

test('causes are told apart by what failed, and counted by provider', () => {
  const of = (provider: string, name: string) =>
    flowOf(`${provider}-${name}`, 'odd', {
      provider: provider as Redacted,
      steps: [step('Ask', { outcome: 'failed', assertions: [failed(name, 'no')] })],
    });
  const { causes } = indexOf(
    [of('A', 'x'), of('B', 'x'), of('B', 'x'), of('A', 'y')].map((one, index) => ({
      ...one,
      targetName: `t${index}` as Redacted,
    })),
  );
  expect(causes.map(({ title, providers }) => [title, providers])).toEqual([
    [
      'Ask: x',
      [
        ['B', 2],
        ['A', 1],
      ],
    ],
    ['Ask: y', [['A', 1]]],
  ]);
});

test('where everything fails for a reason of its own, the number of causes is limited', () => {
  const letters = (number: number) =>
    number.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '');
  const many = Array.from({ length: 1500 }, (_, index) =>
    flow('a', 'A', {
      targetName: `t${index}` as Redacted,
      outcome: 'failed',
      checks: [
        failed(
          `${index}`.replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? ''),
          letters(index),
        ),
      ],
    }),
  );
  const { causes, records } = indexOf(many);
  expect(causes).toHaveLength(1001);
  expect(causes[0]).toMatchObject({ title: 'Other failures', count: 500 });
  expect(records.every(({ cause }) => cause !== undefined)).toBe(true);
});

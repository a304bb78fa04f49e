// @ts-nocheck
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

/** Two flows whose only step failed with these texts. */
function failedWith(texts: readonly string[]) {
  return texts.map((text, index) =>
    flowOf(`app-${'ab'[index]}-eu`, 'odd', {
      steps: [step('Ask', { outcome: 'failed', assertions: [failed('is right', text)] })],
      legs: [
        {
          kind: 'authorization',
          step: 0,
          clientId: `client-${'ab'[index]}` as Redacted,
          responseType: 'code' as Redacted,
          scopeAsked: [],
          stateSent: true,
          pkce: 'none',
        },
      ],
    }),
  );
}

test.each([
  ['its name and client', 'app-a-eu (client-a) is unknown', 'app-b-eu (client-b) is unknown'],
  ['addresses', 'sent to https://a.example/cb?x=1, and no', 'sent to http://b.example:8080/, and no'],
  ['accounts', 'no member "a@example.com"', 'no member "b.c@example.org"'],
  ['times and counts', 'took 117 ms and 20 bytes in 3 tries', 'took 2301 ms and 300 bytes in 11 tries'],
  ['masks', 'was ‹code·1›', 'was ‹code·12›'],
  [
    'numbers of requests',
    'see 0af3b2c1-77aa-4c1d-9e11-aa00bb11cc22',
    'see 1bf3b2c1-77aa-4c1d-9e11-aa00bb11cc23',
  ],
])('a failure of many is one cause, whatever a target has of its own: %s', (_, ...texts) => {
  const odd = failedWith(texts);
  expect(indexOf(odd).causes).toHaveLength(1);
  // One of them stands for both, the same one in whichever order they come.
  expect(indexOf(odd).causes).toEqual(indexOf([...odd].reverse()).causes);
});

test.each([
  ['statuses', 'is answered with 401', 'is answered with 500'],
  ['error codes', 'answered: "invalid_client"', 'answered: "access_denied"'],
  ['words', 'The state is missing', 'The code is missing'],
])('what is not the same stays apart: %s', (_, ...texts) => {
  expect(indexOf(failedWith(texts)).causes).toHaveLength(2);
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

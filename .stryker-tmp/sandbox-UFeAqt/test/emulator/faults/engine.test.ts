// @ts-nocheck
import { expect, test } from 'vitest';
import { decide, freshTallies } from '../../../src/emulator/faults/engine.ts';
import { parseFault } from '../../../src/emulator/faults/parse-fault.ts';

const TOKEN = { path: '/oauth/v2/accessToken', method: 'POST' };
const ME = { path: '/v2/me', method: 'GET' };

/** Which of the requests are struck, as text: `-` for none, else the kinds. */
function strikesOf(
  specs: string[],
  requests: { path: string; method: string }[],
  times: number[] = [],
): string[] {
  const rules = specs.map(parseFault);
  let tallies = freshTallies(rules);
  return requests.map((request, index) => {
    const decision = decide(rules, tallies, request, times[index] ?? 0);
    tallies = decision.tallies;
    return decision.strikes.map(({ kind }) => kind).join('+') || '-';
  });
}

test('a rule strikes the calls that it names, and counts only requests that it meets', () => {
  expect(strikesOf(['token#2-3=reset'], [TOKEN, ME, TOKEN, TOKEN, TOKEN])).toEqual([
    '-',
    '-',
    'reset',
    'reset',
    '-',
  ]);
  expect(strikesOf(['token#2+=reset'], [TOKEN, TOKEN, TOKEN])).toEqual(['-', 'reset', 'reset']);
});

test('rules count on their own, and may strike together', () => {
  expect(strikesOf(['any#1=latency:9', 'token=html'], [TOKEN, TOKEN, ME])).toEqual([
    'latency+html',
    'html',
    '-',
  ]);
});

test('a daily limit begins anew at midnight UTC', () => {
  const before = Date.UTC(2026, 8, 1, 23, 59, 59, 999);
  expect(
    strikesOf(['api=daily:2'], [ME, ME, ME, ME, ME], [before, before, before, before + 1, before + 1]),
  ).toEqual(['-', '-', 'daily', '-', '-']);
});

test('what comes in stays as it was', () => {
  const rules = [parseFault('any=reset')];
  const tallies = freshTallies(rules);
  decide(rules, tallies, ME, 0);
  expect(tallies).toEqual(freshTallies(rules));
});

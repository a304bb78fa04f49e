// @ts-nocheck
import { expect, test } from 'vitest';
import { exitCodeOf, outcomeOf } from '../../src/runner/outcome.ts';
import type { FlowResult } from '../../src/runner/result.ts';

function exitCode(...outcomes: FlowResult['outcome'][]) {
  return exitCodeOf({ flows: outcomes.map((outcome) => ({ outcome }) as FlowResult) });
}

test('0 when every flow passed', () => {
  expect(exitCode('passed', 'passed')).toBe(0);
});

test('4 when anything failed, whatever else happened', () => {
  expect(exitCode('passed', 'failed', 'not-run')).toBe(4);
});

test('3 when a flow was not run', () => {
  expect(exitCode('passed', 'not-run')).toBe(3);
});

test('3 when nothing was run at all', () => {
  expect(exitCode()).toBe(3);
});

test('a run with a flow that was not run is incomplete', () => {
  expect(outcomeOf([{ outcome: 'passed' }, { outcome: 'not-run' }])).toBe('incomplete');
});

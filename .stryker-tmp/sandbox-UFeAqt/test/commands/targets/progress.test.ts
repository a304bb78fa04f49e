// @ts-nocheck
import { expect, test } from 'vitest';
import { createProgress, progressLine } from '../../../src/commands/run/targets/progress.ts';
import type { Redacted } from '../../../src/runner/result.ts';
import type { FlowSummary } from '../../../src/runner/spool/flow-summary.ts';
import { testIo } from '../../support/io.ts';

test('the line tells how many are done, how fast, and how long the others will take', () => {
  expect(progressLine({ done: 312, failed: 12, notRun: 0 }, 1000, 22_000)).toBe(
    '312 of 1000 targets, 12 failed, 14.2 a second, 49 s left',
  );
  expect(progressLine({ done: 6, failed: 0, notRun: 1 }, 10_000, 60_000)).toBe(
    '6 of 10000 targets, 1 not run, 6.0 a minute, 27.8 h left',
  );
});

test('on a terminal the line is written over, in a log lines are added now and then', () => {
  let now = 0;
  const terminal = testIo({ now: () => now, errIsTerminal: true });
  const log = testIo({ now: () => now });
  for (const io of [terminal, log]) {
    now = 0;
    const progress = createProgress(400, io);
    for (let count = 0; count < 400; count += 1) {
      now += 100;
      progress.count({ targetName: `target ${count}` as Redacted, outcome: 'passed' }, 1);
    }
    progress.end();
  }
  expect(log.said().split('\n').filter(Boolean)).toHaveLength(2);
  expect(log.said()).not.toContain('\r');
  expect(terminal.said().match(/\r/g)?.length).toBeGreaterThan(100);
  expect(terminal.said().endsWith('\r\u001B[K')).toBe(true);
});

test('targets are counted, however many flows each of them has', () => {
  let now = 0;
  const io = testIo({ now: () => now });
  const progress = createProgress(2, io);
  const targetName = 'shop' as Redacted;
  for (let flow = 0; flow < 3; flow += 1) {
    now += 20_000;
    progress.count({ targetName, outcome: flow === 0 ? 'passed' : 'failed' }, 3);
  }
  expect(io.said().split('\n').filter(Boolean)).toEqual([
    '0 of 2 targets, 1.0 a minute, 2 min left',
    '0 of 2 targets, 1 failed, 1.0 a minute, 80 s left',
    '1 of 2 targets, 1 failed, 1.0 a minute, 60 s left',
  ]);
});

test('the first failures are printed, and commands for CI in their texts are not', () => {
  const io = testIo();
  const progress = createProgress(100, io);
  const cause = { key: '', kind: 'failed', title: '::error::redirect_uri', text: '' };
  const flow = {
    targetName: 'shop',
    flow: 'three-legged',
    outcome: 'failed',
    cause,
  } as unknown as FlowSummary;
  for (let count = 0; count < 100; count += 1) progress.failed(flow);
  const lines = io.written().split('\n').filter(Boolean);
  expect(lines).toHaveLength(31);
  expect(lines[0]).toMatch(/^✗ shop \(three-legged\) .*redirect_uri$/);
  expect(lines.at(-1)).toContain('further ones are in the reports');
});

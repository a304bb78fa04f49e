import { expect, test } from 'vitest';
import { createProgress, progressLine } from '../../../src/commands/run/targets/progress.ts';
import type { FlowSummary } from '../../../src/runner/spool/flow-summary.ts';
import { testIo } from '../../support/io.ts';

test('the line tells how many are done, how fast, and how long the others will take', () => {
  expect(progressLine({ passed: 300, failed: 12, 'not-run': 0 }, 1000, 22_000)).toBe(
    '312 of 1000 targets, 12 failed, 14 a second, 49 s left',
  );
  expect(progressLine({ passed: 5, failed: 0, 'not-run': 1 }, 10_000, 60_000)).toBe(
    '6 of 10000 targets, 1 not run, 0.1 a second, 27.8 h left',
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
      progress.count('passed');
    }
    progress.end();
  }
  expect(log.said().split('\n').filter(Boolean)).toHaveLength(2);
  expect(log.said()).not.toContain('\r');
  expect(terminal.said().match(/\r/g)?.length).toBeGreaterThan(100);
  expect(terminal.said().endsWith('\r\u001B[K')).toBe(true);
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

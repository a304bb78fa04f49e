// @ts-nocheck
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { executeRun } from '../../src/commands/run/execute.ts';
import { loadParts } from '../../src/commands/run/parts.ts';
import { stepsOf } from '../../src/flows/flow.ts';
import { refusals } from '../../src/flows/refusals.ts';
import { linkedin } from '../../src/providers/linkedin.ts';
import { argumentsWith, captured } from '../commands/run-support.ts';

test('legwork run --flow refusals sees every refusal of the emulator, and leaves out none', async () => {
  const { io, out } = captured({ randomBytes });
  expect(await executeRun(argumentsWith({ flow: ['refusals'] }), io, await loadParts())).toBe(0);
  const report = JSON.parse(readFileSync(join(io.cwd, 'reports/report.json'), 'utf8'));
  const steps: { name: string; outcome: string }[] = report.flows[0].steps;
  expect([...new Set(steps.map(({ name }) => name))]).toEqual(
    stepsOf(refusals(linkedin)).map(({ name }) => name),
  );
  expect(new Set(steps.map(({ outcome }) => outcome))).toEqual(new Set(['passed']));
  expect(out()).toContain('Client authentication failed');
});

import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runAgainst } from './emulator-run.ts';

test.each([
  ['other-redirect-uri', 'rejected-redirect-uri-mismatch'],
  ['cancels-consent', 'rejected-user-cancelled-authorize'],
  ['blocked', 'client-blocked'],
])(
  'a run that fails at the application "%s" ends with the diagnosis of the doctor: %s',
  async (app, code) => {
    const { printed } = await runAgainst(app);
    expect(printed).toMatch(/\n {4}Diagnosis: .+\.\n/);
    expect(printed).toContain(`    More: docs/problems/${code}.md\n`);
    expect(existsSync(new URL(`../../docs/problems/${code}.md`, import.meta.url))).toBe(true);
  },
);

test('in the result of a run the diagnosis of a step comes before its assertions, and the command can be made of it', async () => {
  const { report } = await runAgainst('other-redirect-uri');
  const [flow] = JSON.parse(report).flows;
  const failed = flow.steps.find((step: { outcome: string }) => step.outcome === 'failed');
  const members = Object.keys(failed);
  expect(members.indexOf('explanation')).toBeGreaterThan(-1);
  expect(members.indexOf('explanation')).toBeLessThan(members.indexOf('assertions'));
  expect(flow.providerId).toBe('linkedin');
});

// @ts-nocheck
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runAgainst } from './emulator-run.ts';

test.each([
  ['other-redirect-uri', 'refused-redirect-uri-mismatch'],
  ['cancels-consent', 'refused-user-cancelled-authorize'],
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

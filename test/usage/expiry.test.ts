import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultConfig } from '../../src/emulator/config/default-config.ts';
import { emulatorSettings } from '../../src/emulator/config/settings.ts';
import { createEmulator } from '../../src/emulator/emulator.ts';
import { serveEmulator } from '../../src/emulator/http/serve.ts';
import { executeRun } from '../../src/run/execute.ts';
import { loadParts } from '../../src/run/parts.ts';
import { argumentsWith, captured } from '../run/run-support.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Runs the three-legged flow against an emulator whose clock leaps right before one of its requests. */
async function runWithLeap(leap: { before: string; call: number; by: number }) {
  const { io, out } = captured({ randomBytes });
  const exitCode = await executeRun(argumentsWith({ flow: ['three-legged'] }), io, {
    ...(await loadParts()),
    startEmulator: async () => {
      let ahead = 0;
      let calls = 0;
      const emulator = createEmulator({ config: defaultConfig, now: () => Date.now() + ahead, randomBytes });
      const { origin, close } = await serveEmulator(
        {
          handle(asked) {
            if (asked.url.pathname === leap.before) calls += 1;
            if (asked.url.pathname === leap.before && calls === leap.call) ahead += leap.by;
            return emulator.handle(asked);
          },
        },
        { port: 0 },
      );
      return { settings: emulatorSettings(origin), close };
    },
  });
  const file = (name: string) => readFileSync(join(io.cwd, 'reports', name), 'utf8');
  return {
    exitCode,
    printed: out().replace(/\s+/g, ' '),
    html: file('report.html'),
    junit: file('junit.xml'),
    report: JSON.parse(file('report.json')) as Report,
  };
}

interface Report {
  readonly flows: { readonly steps: { readonly name: string; readonly outcome: string }[] }[];
}

test.each([
  {
    what: 'a code that was exchanged half an hour too late',
    leap: { before: '/oauth/v2/accessToken', call: 1, by: 31 * MINUTE },
    steps: ['Exchange the code for a token'],
    said: 'authorization code expired',
    problem: 'rejected-code-mismatch',
  },
  {
    what: 'an access token that is older than 60 days',
    leap: { before: '/v2/userinfo', call: 1, by: 61 * DAY },
    // The refresh token is alive: the step that uses it passes, and so does what comes after it.
    steps: ['Read userinfo', 'Read me', 'Introspect the token'],
    said: 'token used in the request has expired',
    problem: 'rejected-expired-access-token',
  },
  {
    what: 'a refresh token that is older than a year',
    leap: { before: '/oauth/v2/accessToken', call: 2, by: 366 * DAY },
    steps: ['Refresh the token'],
    said: 'refresh token is invalid, expired or revoked',
    problem: 'rejected-refresh-token-invalid',
  },
])('$what fails the run where it is used, and everybody is told', async ({ leap, steps, said, problem }) => {
  const { exitCode, printed, html, junit, report } = await runWithLeap(leap);
  expect(exitCode).toBe(4);
  const failed = report.flows.flatMap(({ steps }) => steps).filter(({ outcome }) => outcome === 'failed');
  expect(failed.map(({ name }) => name)).toEqual(steps);
  for (const text of [printed, html, junit, JSON.stringify(report)]) expect(text).toContain(said);
  expect(printed).toContain(`More: docs/problems/${problem}.md`);
});

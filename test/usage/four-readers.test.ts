import { expect, test } from 'vitest';
import { refusalCode } from '../../src/doctor/problems/refusals.ts';
import { notProvoked } from '../../src/flows/error-responses/not-provoked.ts';
import { type ErrorCase, errorPattern } from '../../src/providers/error-case.ts';
import { linkedin } from '../../src/providers/linkedin.ts';
import type { RunResult } from '../../src/runner/result.ts';
import { scenes } from '../emulator/error-scenes.ts';
import { play } from '../emulator/play.ts';
import { askDoctor } from '../support/ask-doctor.ts';
import { runRefused } from './refused-run.ts';

/** The faults that play what no client can bring about: 61 days, and a limit. */
const faults: Readonly<Record<string, string>> = {
  expired_access_token: `userinfo=clock-ahead:${61 * 86_400}`,
  throttled: 'userinfo=throttle',
};

test('all cases of the profile are played by the emulator, asserted by a step, recognised by the doctor and shown in the reports', async () => {
  const cases = Object.entries<ErrorCase>(linkedin.errors).filter(([, errorCase]) => !errorCase.past);
  expect(Object.keys(faults).sort()).toEqual(Object.keys(notProvoked).sort());
  const provoked = await runRefused({ flow: 'error-responses' });
  const missing: string[] = [];
  for (const [name, errorCase] of cases) {
    const text = new RegExp(errorPattern(errorCase), 'i');
    const expectText = (reader: string, shown: string) => {
      if (!text.test(shown)) missing.push(`${name}: ${reader}`);
    };

    const [answer] = (await scenes[name as keyof typeof scenes]?.(play())) ?? [];
    const { status = 0, body = '', location = '' } = answer === undefined ? {} : await plainly(answer);
    expectText(
      'emulator',
      body.replaceAll('&quot;', '"').replaceAll('\\"', '"') +
        decodeURIComponent(location.replaceAll('+', ' ')),
    );

    const fault = faults[name];
    const run = fault === undefined ? provoked : await runRefused({ flow: 'three-legged', fault });
    expectText('step', said(run.result, fault === undefined ? 'passed' : 'failed'));

    const head = `HTTP/1.1 ${status} X\n${location === '' ? '' : `location: ${location}\n`}`;
    const { problems } = await askDoctor(`${head}\n${body}`, ['--provider', 'linkedin']);
    if (!problems.some(({ code }) => code === refusalCode(name))) missing.push(`${name}: doctor`);

    for (const [report, shown] of Object.entries(run.shown)) expectText(report, shown);
  }
  expect(cases.length).toBeGreaterThan(30);
  expect(missing).toEqual([]);
});

async function plainly(answer: Response) {
  return {
    status: answer.status,
    body: await answer.text(),
    location: answer.headers.get('location') ?? '',
  };
}

/** What the assertions of all steps say that came out so. */
function said({ flows }: RunResult, outcome: 'passed' | 'failed'): string {
  return flows
    .flatMap(({ steps }) => steps.flatMap(({ assertions }) => assertions))
    .filter((assertion) => assertion.outcome === outcome)
    .map(({ name, message = '' }) => `${name} ${message}`)
    .join('\n');
}

import { expect, test } from 'vitest';
import { defaultConfig } from '../../src/emulator/config/default-config.ts';
import { runEmulated } from '../support/emulated-run.ts';
import { printedBy } from '../support/printed.ts';
import { leaksIn } from '../support/writings.ts';

const REPORTERS = [
  ...['html', 'junit', 'json', 'har', 'markdown', 'github'],
  ...['newman-json', 'newman-junit', 'htmlextra', 'cli', 'progress', 'teamcity'],
];

const claims = Buffer.from('{"sub":"782bbtaQ","scope":"openid"}').toString('base64url');

/** Secrets that somebody could have, each with something that an encoding does to it. */
const nasty: Readonly<Record<string, string>> = {
  'characters of addresses': 'a+b/c=d%25e:f&g',
  'quotes and markup': `p"w'd<x>\\ \`y\` & more`,
  'other scripts': 'schlüssel-Пароль-密码-🔑',
  'sixteen characters': 'Zx81Qw72Er63Ty54',
  'a thousand characters': Array.from({ length: 125 }, (_, index) => `k${(index * 7919) % 9973}_+`)
    .join('')
    .padEnd(1000, '~')
    .slice(0, 1000),
  'a JSON Web Token': `eyJhbGciOiJSUzI1NiJ9.${claims}.c2lnbmF0dXJlLW9mLWl0`,
};

/** An application whose flows pass, and for each of the others a way to fail. */
const FAILING = [
  'other-redirect-uri',
  'no-application-tokens',
  'wrong-state',
  'cancels-consent',
  'redirect-loop',
  'password-by-get',
];

const cases = Object.entries(nasty).flatMap(([what, secret], index) =>
  ['default', FAILING[index] ?? ''].map((app) => [what, app, secret] as const),
);

test.each(cases)('no secret is in anything that a run leaves behind: %s, %s', async (_, app, secret) => {
  const password = `${[...secret].reverse().join('')}!${secret.slice(0, 8)}`;
  const config = {
    apps: defaultConfig.apps.map((one) => ({ ...one, clientSecret: secret })),
    members: defaultConfig.members.map((one) => ({ ...one, password })),
  };
  const secrets: Record<string, string> = { client_secret: secret, password };
  const { printed, result } = await printedBy(() =>
    runEmulated(app, {
      config,
      args: { reporter: REPORTERS, verbose: true, reports: 'reports' },
      io: { env: { GITHUB_STEP_SUMMARY: 'step-summary.md' } },
      onAnswer: async (answer) => {
        Object.assign(secrets, await handedOut(answer));
      },
    }),
  );
  // Eight of the reporters write files, and GitHub's summary is the ninth.
  expect(Object.keys(result.files)).toHaveLength(9);
  expect(result.code).toBe(app === 'default' ? 0 : 4);
  expect(Object.keys(secrets).length).toBeGreaterThanOrEqual(app === 'default' ? 8 : 2);
  const texts = { ...result.files, stdout: result.out, stderr: result.err, printed };
  expect(leaksIn(texts, secrets)).toEqual([]);
  expect(result.files['reports/report.json']).toContain('‹client_secret·1›');
});

/** What an answer of the emulator hands out: cookies, the code, the state and tokens. */
async function handedOut(answer: Response): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const cookie of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    const bare = value.replace(/^"|"$/g, '');
    if (bare.length > 12) found[`cookie ${name} ${bare.slice(-4)}`] = bare;
  }
  const location = answer.headers.get('location') ?? '';
  for (const name of ['code', 'state']) {
    const value = URL.canParse(location, 'http://h')
      ? new URL(location, 'http://h').searchParams.get(name)
      : null;
    if (value !== null) found[`${name} ${value.slice(-4)}`] = value;
  }
  if (answer.status < 400 && /json/.test(answer.headers.get('content-type') ?? '')) {
    const body = (await answer.json()) as Record<string, unknown>;
    for (const name of ['access_token', 'refresh_token', 'id_token']) {
      const value = body[name];
      if (typeof value === 'string') found[`${name} ${value.slice(-4)}`] = value;
    }
  }
  return found;
}

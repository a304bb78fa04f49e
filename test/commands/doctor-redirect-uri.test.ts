import { expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import { rulePairs } from '../fixtures/redirect-uri/rule-pairs.ts';
import { testIo } from '../support/io.ts';

/** `legwork doctor redirect-uri`, with what is sent, what is registered, and further options. */
async function doctor(requested: string, registered: readonly string[], ...more: string[]) {
  const io = testIo();
  const values = registered.flatMap((uri) => ['--registered', uri]);
  const code = await main(['doctor', 'redirect-uri', '--requested', requested, ...values, ...more], io, '0');
  return { code, out: io.written(), err: io.said() };
}

async function diagnosis(requested: string, registered: readonly string[], ...more: string[]) {
  const { code, out } = await doctor(requested, registered, '--json', ...more);
  const json = JSON.parse(out);
  return {
    code,
    verdict: json.verdict as string,
    summary: json.summary as string,
    condition: json.condition as string | undefined,
    codes: json.problems.map((problem: { code: string }) => problem.code) as string[],
    exact: Object.fromEntries(
      json.exact.map(({ name, text }: { name: string; text: string }) => [name, text]),
    ) as Record<string, string>,
    advice: json.advice.join('\n') as string,
    text: out,
  };
}

const REGISTER = /^(?:either )?register exactly$/;
const proposed = (exact: Readonly<Record<string, string>>) =>
  Object.entries(exact).flatMap(([name, text]) => (REGISTER.test(name) ? [text] : []));

test.each(rulePairs)('by the rule of $provider: $fact ($requested)', async (pair) => {
  const { provider, requested, registered, type, verdict } = pair;
  const found = await diagnosis(
    requested,
    registered,
    '--provider',
    provider,
    ...(type === undefined ? [] : ['--application-type', type]),
  );
  expect(found.verdict).toBe(verdict);
  expect(found.code).toBe(verdict === 'accepted' ? 0 : 4);
  if (verdict !== 'accepted') expect(found.codes).not.toEqual([]);
});

test('two values that differ are never said to be equal character by character', async () => {
  for (const { requested, registered, provider, type } of rulePairs) {
    if (registered.includes(requested)) continue;
    const typed = type === undefined ? [] : ['--application-type', type];
    for (const more of [['--provider', provider], []]) {
      const { out } = await doctor(requested, registered, ...more, ...typed);
      expect(out.replace(/\s+/g, ' ')).not.toContain('character by character');
    }
  }
});

test('says by which rule, under which condition, and where that was read', async () => {
  const { code, out } = await doctor(
    'https://oauth.shop.example/path',
    ['https://shop.example/path'],
    '--provider',
    'github',
  );
  expect(code).toBe(0);
  const text = out.replace(/\s+/g, ' ');
  expect(text).toContain(
    'GitHub accepts this redirect_uri, as long as wildcarding is on for this callback URL',
  );
  expect(text).toContain('A registered value covers its sub-domains and sub-paths');
  expect(text).toContain('documented, checked 2026-11-27: https://docs.github.com/');
});

test('without --provider compares strictly, and names those that would accept', async () => {
  const { code, verdict, advice } = await diagnosis('http://localhost:5001/cb', ['http://localhost/cb']);
  expect([code, verdict]).toEqual([4, 'refused']);
  expect(advice).toContain('Microsoft Entra ID (entra)');
  expect(advice).not.toContain('Google (google)');
  const named = await diagnosis('http://localhost:5001/cb', ['http://localhost/cb'], '--provider', 'google');
  expect(named.advice).not.toContain('(entra)');
});

test('what to register is something that the form of the provider takes, and where to click is said', async () => {
  const spotify = await diagnosis('http://localhost:1/cb', [], '--provider', 'spotify');
  expect(spotify).toMatchObject({ code: 4, verdict: 'refused' });
  expect(proposed(spotify.exact)).toEqual(['http://127.0.0.1:1/cb']);
  expect(spotify.advice).toContain('Dashboard → the app → Settings, field "Redirect URIs"');

  const strava = await diagnosis(
    'http://192.168.8.102:8050/settings?strava',
    ['192.168.8.102:8050?strava'],
    '--provider',
    'strava',
  );
  expect(strava.codes).toEqual(['domain-expected']);
  expect(proposed(strava.exact)).toEqual(['192.168.8.102']);

  const entra = await diagnosis('http://127.0.0.1:5000/cb', [], '--provider', 'entra');
  expect(proposed(entra.exact)).not.toContain('http://127.0.0.1:5000/cb');

  const instagram = await diagnosis(
    'https://a.example/cb?x=1',
    ['https://a.example/cb'],
    '--provider',
    'instagram',
  );
  expect(proposed(instagram.exact)).not.toContain('https://a.example/cb?x=1');
});

test.each([
  ['https://a.example/cb?code=SECRET1&state=SECRET2', ['https://a.example/cb']],
  ['https://a.example/cb?code=SECRET1&state=SECRET2', []],
  ['https://a.example/cb', ['https://a.example/cb?code=SECRET1&state=SECRET2']],
  ['https://a.example/cb?code=SECRET1&state=SECRET2', ['https://a.example/cb?code=SECRET3&state=SECRET4']],
  [encodeURIComponent('https://a.example/cb?code=SECRET1'), ['https://a.example/cb']],
  ['"https://a.example/cb?x=1&amp;code=SECRET1&amp;state=SECRET2"', ['https://a.example/cb']],
  ['https://oauth.pstmn.io/v1/callback?code=SECRET1&state=SECRET2', ['https://a.example/cb']],
  ['https://a.example/cb#access_token=SECRET1&state=SECRET2', ['https://a.example/cb']],
  ['https://a.example/cb?state=SECRET1', ['https://a.example/cb?state=SECRET2']],
])('values of a callback are masked and never proposed: %s beside %j', async (requested, registered) => {
  for (const provider of [undefined, 'google', 'github', 'strava', 'linkedin']) {
    const more = provider === undefined ? [] : ['--provider', provider];
    const { out } = await doctor(requested, registered, ...more);
    expect(out).not.toContain('SECRET');
    const { exact, text } = await diagnosis(requested, registered, ...more);
    expect(text).not.toContain('SECRET');
    for (const value of Object.values(exact)) expect(value).not.toMatch(/code=|state=|\*\*\*/);
  }
});

test('a callback URL is named as one, and what it was made from is compared', async () => {
  const found = await diagnosis('https://a.example/cb/?code=C&state=S', ['https://a.example/cb']);
  expect(found.codes).toEqual(['callback-url', 'trailing-slash']);
  expect(found.exact['or send exactly']).toBe('https://a.example/cb');
});

test('an unknown provider gets a suggestion, an issuer is not asked', async () => {
  expect(await doctor('https://a.example/cb', [], '--provider', 'githup')).toMatchObject({
    code: 2,
    err: expect.stringContaining('Did you mean "github"?'),
  });
  expect(
    (await doctor('https://a.example/cb', ['https://a.example/cb'], '--provider', 'https://a.example')).code,
  ).toBe(0);
});

test('the next command asks the server, with the values filled in', async () => {
  const { exact } = await diagnosis(
    "https://a.example/it's",
    ['https://a.example/cb'],
    '--provider',
    'google',
  );
  expect(exact['to ask the server itself']).toBe(
    "legwork doctor redirect-uri --provider google --requested 'https://a.example/it'\\''s' --registered https://a.example/cb --probe --target live",
  );
});

import { expect, test } from 'vitest';
import { beginAttempt } from '../../src/login/attempt.ts';
import type { LoginOutcome } from '../../src/login/outcome.ts';
import { createReceiver } from '../../src/login/receiver.ts';
import { storedToken } from '../../src/login/stored-token.ts';
import { linkedin } from '../../src/providers/linkedin.ts';
import type { Profile } from '../../src/providers/profile.ts';
import { testIo } from '../support/io.ts';

const TOKEN = 'AQX-access-token-that-nobody-may-see';
const CODE = 'AQT-code';

function receive(changes: Partial<Profile> = {}, redirectUri = 'http://localhost:3000/callback') {
  const { randomBytes } = testIo();
  const profile: Profile = { ...linkedin, ...changes };
  const attempt = beginAttempt(
    {
      profile,
      client: { id: 'client', secret: 'secret', method: 'client_secret_post' },
      redirectUri,
      scopes: ['openid'],
      pkce: false,
      authorizationEndpoint: linkedin.metadata.authorization_endpoint,
    },
    randomBytes,
  );
  const codes: string[] = [];
  const told: string[] = [];
  const complete = async (code: string): Promise<LoginOutcome> => {
    codes.push(code);
    const issued = {
      accessToken: TOKEN,
      expiresIn: 60,
      refreshToken: undefined,
      refreshExpiresIn: undefined,
      scope: undefined,
      idToken: undefined,
    };
    const key = { provider: 'linkedin', holder: 'member', issuer: 'i', clientId: 'c', scopes: [] } as const;
    return { kind: 'success', token: storedToken({ ...key, memberId: 'm-1' }, issued, 0), name: undefined };
  };
  const receiver = createReceiver(attempt, complete, {
    randomBytes,
    tell: (text) => told.push(String(text)),
  });
  const ask = (path: string, init: RequestInit & { host?: string } = {}) =>
    receiver.fetch(
      new Request(new URL(path, redirectUri), {
        ...init,
        headers: { host: init.host ?? new URL(redirectUri).host, ...(init.headers as object) },
      }),
    );
  return { attempt, receiver, codes, told, ask, good: `/callback?code=${CODE}&state=${attempt.state}` };
}

test('the code is exchanged once, and the browser is sent on to an address without it', async () => {
  const { ask, good, codes, receiver } = receive();
  const answer = await ask(good);
  expect(answer.status).toBe(303);
  const location = answer.headers.get('location') ?? '';
  expect(location).toMatch(/^\/result\/[\w-]{32}$/);
  expect(codes).toEqual([CODE]);
  const page = await ask(location);
  const text = await page.text();
  expect(text).toContain('m-1');
  expect(text).not.toContain(TOKEN);
  expect(await receiver.outcome).toMatchObject({ kind: 'success' });
});

test('a second callback is answered, and exchanges nothing', async () => {
  const { ask, good, codes } = receive();
  const both = await Promise.all([ask(good), ask(good.replace(CODE, 'other'))]);
  expect(both.map(({ status }) => status)).toEqual([303, 409]);
  expect((await ask(good)).status).toBe(409);
  expect(codes).toEqual([CODE]);
});

test.each([
  ['another state', (state: string) => `/callback?code=x&state=${state.slice(1)}x`],
  ['no state', () => '/callback?code=x'],
  ['an error without the state', () => '/callback?error=access_denied'],
  ['an empty state', () => '/callback?code=x&state='],
])('%s is not used: 401, the login goes on, and the terminal is told', async (_title, path) => {
  const { ask, attempt, codes, told, good } = receive();
  const answer = await ask(path(attempt.state));
  expect(answer.status).toBe(401);
  expect(codes).toEqual([]);
  expect(told.join('')).toContain('the login goes on');
  expect((await ask(good)).status).toBe(303);
});

test.each([
  ['the code twice', '&code=second', /"code" twice/],
  ['another issuer', '&iss=https%3A%2F%2Fevil.example', /comes from the issuer "https:\/\/evil\.example"/],
])('%s ends the login, and nothing is exchanged', async (_title, more, reason) => {
  const { ask, good, codes, receiver } = receive();
  expect((await ask(good + more)).status).toBe(303);
  expect(codes).toEqual([]);
  const outcome = await receiver.outcome;
  expect(outcome.kind === 'failed' && outcome.failure.message).toMatch(reason);
});

test('a server that promises to say who it is must do so', async () => {
  const { ask, good, receiver } = receive({
    metadata: { ...linkedin.metadata, authorization_response_iss_parameter_supported: true },
  });
  await ask(good);
  expect(await receiver.outcome).toMatchObject({ kind: 'failed' });
});

test("an error comes with the provider's cause and remedy, its quotes unescaped", async () => {
  const { ask, attempt, receiver } = receive();
  const said = 'Scope+%26quot%3Br_liteprofile%26quot%3B+is+not+authorized+for+your+application';
  const answer = await ask(
    `/callback?error=unauthorized_scope_error&error_description=${said}&state=${attempt.state}`,
  );
  const outcome = await receiver.outcome;
  if (outcome.kind !== 'failed') throw new Error('it did not fail');
  const { cause, remedy } = linkedin.errors.unauthorized_scope;
  expect(outcome.failure.message).toContain(
    `Scope "r_liteprofile" is not authorized for your application". ${cause}`,
  );
  expect(outcome.failure.hint).toBe(remedy);
  const page = await (await ask(answer.headers.get('location') ?? '')).text();
  expect(page).toContain('Scope &quot;r_liteprofile&quot;');
});

test('what an error says is text, not HTML', async () => {
  const { ask, attempt } = receive();
  const answer = await ask(
    `/callback?error=x&error_description=%3Cscript%3Ealert(1)%3C/script%3E&state=${attempt.state}`,
  );
  const page = await (await ask(answer.headers.get('location') ?? '')).text();
  expect(page).not.toContain('<script>');
  expect(page).toContain('&lt;script&gt;');
});

test.each([
  ['/favicon.ico', 'GET', 204],
  ['/', 'GET', 404],
  ['/robots.txt', 'GET', 404],
  ['/callback', 'GET', 400],
  ['/callback?state=x', 'GET', 400],
  ['/callback', 'HEAD', 405],
  ['/callback', 'POST', 405],
  ['/callback/', 'GET', 404],
  ['/result/', 'GET', 404],
  ['/reveal/x', 'POST', 404],
])(
  'a stray request to %s by %s is answered with %i, and does not end the login',
  async (path, method, status) => {
    const { ask, good } = receive();
    expect((await ask(path, { method })).status).toBe(status);
    expect((await ask(good)).status).toBe(303);
  },
);

test('a link that is looked at with HEAD does not use up the code', async () => {
  const { ask, good, codes } = receive();
  expect((await ask(good, { method: 'HEAD' })).status).toBe(405);
  expect(codes).toEqual([]);
});

test('a callback to a wrong path is told at the terminal, without what it carries', async () => {
  const { ask, told } = receive();
  expect((await ask(`/wrong?code=${CODE}&state=s`)).status).toBe(404);
  expect(told).toEqual(['A callback came to /wrong; the redirect_uri has the path /callback.\n']);
});

test.each([
  'evil.example',
  'evil.example:3000',
  'localhost:3001',
  'localhost',
  '',
  '127.0.0.1.evil.example:3000',
  'x@localhost:3000',
])('a request for the host "%s" gets nothing, with the right code and state too', async (host) => {
  const { ask, good, codes } = receive();
  expect((await ask(good, { host })).status).toBe(421);
  expect(codes).toEqual([]);
});

test.each(['localhost:3000', 'LOCALHOST:3000', '127.0.0.1:3000', '[::1]:3000'])(
  '%s is this computer',
  async (host) => {
    const { ask, good } = receive();
    expect((await ask(good, { host })).status).toBe(303);
  },
);

test('every answer is kept nowhere, loads nothing, runs nothing, and tells nobody its address', async () => {
  const { ask, good } = receive();
  const first = await ask(good);
  const answers = [
    first,
    await ask(first.headers.get('location') ?? ''),
    await ask('/x'),
    await ask('/favicon.ico'),
  ];
  for (const { headers } of answers) {
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'/,
    );
    expect(headers.get('connection')).toBe('close');
  }
});

test('what an answer says cannot steer the terminal', async () => {
  for (const query of ['error=x&error_description=%1b%5B2Jgone%07', 'code=x&iss=%1b%5B2Jgone']) {
    const { ask, attempt, receiver } = receive();
    await ask(`/callback?${query}&state=${attempt.state}`);
    const outcome = await receiver.outcome;
    const message = outcome.kind === 'failed' ? outcome.failure.message : '';
    expect(message).toContain('gone');
    expect(message).not.toMatch(/\p{Cc}/u);
  }
});

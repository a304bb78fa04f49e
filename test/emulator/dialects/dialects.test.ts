import { afterEach, expect, test } from 'vitest';
import { errorOf } from '../../../src/emulator/dialect/error-of.ts';
import { situations } from '../../../src/emulator/dialect/situations.ts';
import { dialectOf, played } from '../../../src/emulator/dialects.ts';
import { parseFault } from '../../../src/emulator/faults/parse-fault.ts';
import { startEmulator } from '../../../src/emulator/start.ts';
import { judgeByRule } from '../../../src/redirect-uri/judge-by-rule.ts';
import { dialectStage, signInAt } from './stage.ts';

const dialects = played.filter((provider) => provider !== 'linkedin');
const open: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((close) => close()));
});

async function stage(provider: string, more: Parameters<typeof dialectStage>[1] = {}) {
  const staged = await dialectStage(provider, more);
  open.push(staged.close);
  const settings = staged.settings();
  const authorize = (changes: Readonly<Record<string, string | undefined>> = {}) => {
    const url = new URL(settings.authorization_endpoint ?? '');
    const all = {
      response_type: 'code',
      client_id: settings.client_id,
      redirect_uri: settings.redirect_uri,
      scope: settings.scope,
      state: 's1',
      ...changes,
    };
    for (const [name, value] of Object.entries(all))
      if (value !== undefined) url.searchParams.set(name, value);
    return url.href;
  };
  const signIn = (changes: Readonly<Record<string, string | undefined>> = {}, decision?: 'deny') =>
    signInAt(authorize(changes), settings, decision);
  const post = (fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) =>
    fetch(settings.token_endpoint ?? '', { method: 'POST', body: new URLSearchParams(fields), headers });
  const exchange = (code: string, headers?: Readonly<Record<string, string>>, more: object = {}) =>
    post(
      {
        grant_type: 'authorization_code',
        code,
        redirect_uri: settings.redirect_uri ?? '',
        client_id: settings.client_id ?? '',
        client_secret: settings.client_secret ?? '',
        ...more,
      },
      headers,
    );
  const codeFor = async (changes: Readonly<Record<string, string | undefined>> = {}) =>
    (await signIn(changes)).callback?.searchParams.get('code') ?? '';
  return { ...staged, settings, authorize, signIn, post, exchange, codeFor };
}

const basic = (settings: Readonly<Record<string, string>>) => ({
  authorization: `Basic ${Buffer.from(`${settings.client_id}:${settings.client_secret}`).toString('base64')}`,
});

test('at least twelve providers are played besides LinkedIn, the twelve that people ask about among them', () => {
  expect(dialects).toEqual(
    expect.arrayContaining([
      ...['google', 'entra', 'github', 'gitlab', 'auth0', 'okta'],
      ...['keycloak', 'slack', 'discord', 'spotify', 'x', 'cognito'],
    ]),
  );
});

test.each(dialects)(
  'every text that the emulated %s says is one that the atlas has a source for',
  async (provider) => {
    const dialect = await dialectOf(provider);
    if (dialect === undefined) throw new Error('no dialect');
    const known = dialect.facts.errors.map(({ text }) => text).join('\n');
    const usual = Object.values(situations).flatMap((entry) => ('text' in entry ? [entry.text] : []));
    for (const situation of Object.keys(situations) as (keyof typeof situations)[]) {
      for (const text of errorOf(dialect, situation).texts) {
        if ((usual as string[]).includes(text)) continue;
        expect(known).toContain(text);
      }
    }
  },
);

test.each(dialects)(
  'the redirect URI of the first application of %s is one that its form takes',
  async (provider) => {
    const { played: known } = await dialectStageOnly(provider);
    const uri = known.config.apps[0]?.redirectUris[0] ?? '';
    expect(judgeByRule(known.dialect?.facts.redirectUris?.value, uri, [uri], 'web').verdict).toBe('accepted');
  },
);

async function dialectStageOnly(provider: string) {
  const staged = await dialectStage(provider);
  open.push(staged.close);
  return staged;
}

/** One URI each that the provider's own rule accepts or rejects although, or only because, it is not the same text. */
test.each([
  ['github', 'http://127.0.0.1:3000/callback', 'http://127.0.0.1:49152/callback', 'accepted'],
  ['github', 'https://app.example.com/auth', 'https://app.example.com/auth/more', 'accepted'],
  ['entra', 'http://localhost:3000/callback', 'http://localhost:49152/callback', 'accepted'],
  ['entra', 'https://app.example.com:3000/c', 'https://app.example.com:3001/c', 'rejected'],
  ['keycloak', 'https://app.example.com/*', 'https://app.example.com/deep/callback', 'accepted'],
  ['auth0', 'https://*.example.com/callback', 'https://one.example.com/callback', 'accepted'],
  ['auth0', 'https://*.example.com/callback', 'https://one.two.example.com/callback', 'rejected'],
  ['spotify', 'http://localhost:3000/callback', 'http://localhost:3000/callback', 'rejected'],
  ['spotify', 'http://127.0.0.1/callback', 'http://127.0.0.1:5173/callback', 'accepted'],
  ['slack', 'http://app.example.com/callback', 'http://app.example.com/callback', 'rejected'],
  ['google', 'https://app.example.com/callback', 'https://app.example.com/callback/', 'rejected'],
  ['cognito', 'http://app.example.com/callback', 'http://app.example.com/callback', 'rejected'],
])('%s with %s registered: %s is %s', async (provider, registered, requested, verdict) => {
  const { played: known } = await dialectStageOnly(provider);
  const apps = known.config.apps.map((app) => ({ ...app, redirectUris: [registered] }));
  const { signIn } = await stage(provider, { apps });
  const challenge = provider === 'x' ? { code_challenge: 'c'.repeat(43), code_challenge_method: 'S256' } : {};
  const { callback } = await signIn({ redirect_uri: requested, ...challenge });
  const code = callback?.searchParams.get('code') ?? undefined;
  expect(code === undefined ? 'rejected' : 'accepted').toBe(verdict);
  if (code !== undefined) expect(callback?.href.startsWith(requested)).toBe(true);
});

test('GitHub rejects by a redirect to the registered callback, and Cognito by its own error URL', async () => {
  const github = await stage('github');
  const { callback } = await github.signIn({ redirect_uri: 'https://elsewhere.example.com/' });
  expect(callback?.href).toMatch(
    /^http:\/\/localhost:3000\/callback\?error=redirect_uri_mismatch&.*&state=s1$/,
  );
  const cognito = await stage('cognito');
  const url = cognito.authorize({ redirect_uri: 'https://elsewhere.example.com/' });
  const response = await fetch(url, { redirect: 'manual' });
  expect(response.headers.get('location')).toMatch(
    /\/error\?error=redirect_mismatch&client_id=legwork-cognito-1$/,
  );
});

test('GitHub says errors of the token endpoint with status 200, form-encoded unless it is asked for JSON', async () => {
  const { exchange } = await stage('github');
  const form = await exchange('wrong');
  expect(form.status).toBe(200);
  expect(form.headers.get('content-type')).toMatch(/^application\/x-www-form-urlencoded/);
  expect(new URLSearchParams(await form.text()).get('error')).toBe('bad_verification_code');
  const asked = await exchange('wrong', { accept: 'application/json' });
  expect(await asked.json()).toEqual({
    error: 'bad_verification_code',
    error_description: 'The code passed is incorrect or expired.',
  });
});

test('GitHub gives a token form-encoded, with scopes between commas and no end', async () => {
  const { exchange, codeFor } = await stage('github');
  const response = new URLSearchParams(await (await exchange(await codeFor())).text());
  expect([...response.keys()].sort()).toEqual(['access_token', 'scope', 'token_type']);
  expect(response.get('scope')).toBe('read:user,user:email');
});

test('Slack says everything with status 200 and "ok", and divides scopes by commas', async () => {
  const { exchange, codeFor, signIn } = await stage('slack');
  const wrong = await exchange('wrong');
  expect([wrong.status, await wrong.json()]).toEqual([200, { ok: false, error: 'invalid_code' }]);
  const right = await exchange(await codeFor({ scope: 'users:read,chat:write' }));
  expect(await right.json()).toMatchObject({ ok: true, token_type: 'bot', scope: 'users:read,chat:write' });
  const { callback } = await signIn({ scope: 'users:read chat:write' });
  expect(callback?.searchParams.get('error')).toBe('invalid_scope');
});

test('Spotify and X take the secret in a Basic header only, Twitch in the body only', async () => {
  const pkce = { code_challenge: 'v'.repeat(43), code_challenge_method: 'plain' };
  const x = await stage('x');
  const body = await x.exchange(await x.codeFor(pkce), {}, { code_verifier: 'v'.repeat(43) });
  expect([body.status, await body.json()]).toEqual([
    401,
    { error: 'unauthorized_client', error_description: 'Missing valid authorization header' },
  ]);
  const spotify = await stage('spotify');
  expect((await spotify.exchange(await spotify.codeFor())).status).toBe(401);
  const header = await spotify.post(
    {
      grant_type: 'authorization_code',
      code: await spotify.codeFor(),
      redirect_uri: spotify.settings.redirect_uri ?? '',
    },
    basic(spotify.settings),
  );
  expect(header.status).toBe(200);
  const twitch = await stage('twitch');
  const { client_id: id, client_secret: secret } = twitch.settings;
  expect([id, secret].every((text) => text !== undefined)).toBe(true);
  const refused = await twitch.post(
    {
      grant_type: 'authorization_code',
      code: await twitch.codeFor(),
      redirect_uri: twitch.settings.redirect_uri ?? '',
    },
    basic(twitch.settings),
  );
  expect(refused.status).toBe(401);
});

/** The error code of each provider for a wrong secret. */
const wrongSecret: Readonly<Record<string, readonly [status: number, error: string]>> = {
  github: [200, 'incorrect_client_credentials'],
  slack: [200, 'bad_client_secret'],
  keycloak: [401, 'unauthorized_client'],
  x: [401, 'unauthorized_client'],
  cognito: [400, 'invalid_client'],
};

test.each(dialects)(
  'a wrong secret is rejected by the emulated %s, in a header and in a body',
  async (provider) => {
    const { post, settings } = await stage(provider);
    const fields = { grant_type: 'refresh_token', refresh_token: 'none' };
    const json = { accept: 'application/json' };
    const wrong = { ...settings, client_secret: 'wrong' };
    const [status, error] = wrongSecret[provider] ?? [401, 'invalid_client'];
    for (const response of [
      await post(fields, { ...json, ...basic(wrong) }),
      await post({ ...fields, client_id: settings.client_id ?? '', client_secret: 'wrong' }, json),
      await post({ ...fields, client_id: settings.client_id ?? '' }, json),
      await post({ ...fields, client_id: 'nobody', client_secret: 'wrong' }, json),
    ]) {
      expect(response.status).toBe(status);
      expect(await response.json()).toMatchObject({ error });
    }
  },
);

test('GitHub has status 200 for an error, also where its words are not known', async () => {
  const { post } = await stage('github');
  const response = await post({ grant_type: 'password' }, { accept: 'application/json' });
  expect([response.status, await response.json()]).toEqual([200, { error: 'unsupported_grant_type' }]);
});

test('X demands PKCE, and its codes live for thirty seconds', async () => {
  const { signIn, codeFor, post, settings, advance } = await stage('x');
  const { callback } = await signIn();
  expect(callback?.searchParams.get('error')).toBe('invalid_request');
  const verifier = 'v'.repeat(43);
  const pkce = { code_challenge: verifier, code_challenge_method: 'plain' };
  const fields = (code: string, code_verifier: string) => ({
    ...{ grant_type: 'authorization_code', code, code_verifier },
    redirect_uri: settings.redirect_uri ?? '',
  });
  const wrong = await post(fields(await codeFor(pkce), 'w'.repeat(43)), basic(settings));
  expect(await wrong.json()).toMatchObject({ error: 'invalid_grant' });
  const right = await post(fields(await codeFor(pkce), verifier), basic(settings));
  expect(await right.json()).toMatchObject({ expires_in: 7200 });
  const late = await codeFor(pkce);
  advance(31);
  expect((await post(fields(late, verifier), basic(settings))).status).toBe(400);
});

test('a member who presses Cancel is sent back with the words of the provider', async () => {
  const { signIn } = await stage('github');
  const { callback } = await signIn({}, 'deny');
  expect(Object.fromEntries(callback?.searchParams ?? [])).toEqual({
    error: 'access_denied',
    error_description: 'The user has denied your application access.',
    state: 's1',
  });
});

test('an access token that was never issued is rejected in the shape of the provider', async () => {
  const bodies: Readonly<Record<string, readonly [number, object]>> = {
    github: [401, { message: 'Bad credentials' }],
    slack: [200, { ok: false, error: 'invalid_auth' }],
    spotify: [401, { error: { status: 401, message: 'Invalid access token' } }],
    google: [401, { error: 'invalid_token' }],
  };
  for (const [provider, expected] of Object.entries(bodies)) {
    const { settings } = await stage(provider);
    const response = await fetch(settings.userinfo_endpoint ?? '', {
      headers: { authorization: 'Bearer x' },
    });
    expect([response.status, await response.json()]).toEqual(expected);
  }
});

test('a code works once, and a refresh token that rotates works once', async () => {
  const { exchange, codeFor, post, settings } = await stage('gitlab');
  const code = await codeFor();
  const first = (await (await exchange(code)).json()) as { refresh_token: string; access_token: string };
  expect((await exchange(code)).status).toBe(400);
  const refresh = (refresh_token: string) =>
    post({
      grant_type: 'refresh_token',
      refresh_token,
      client_id: settings.client_id ?? '',
      client_secret: settings.client_secret ?? '',
    });
  const renewed = (await (await refresh(first.refresh_token)).json()) as { refresh_token: string };
  expect(renewed.refresh_token).not.toBe(first.refresh_token);
  expect((await refresh(first.refresh_token)).status).toBe(400);
  // GitLab ends the access token as well.
  const account = await fetch(settings.userinfo_endpoint ?? '', {
    headers: { authorization: `Bearer ${first.access_token}` },
  });
  expect(account.status).toBe(401);
});

test('pages say which provider is played and that it is not the provider itself, and escape what was sent', async () => {
  const { authorize } = await stage('google');
  const response = await fetch(authorize({ redirect_uri: 'https://x.example/"><script>alert(1)</script>' }));
  const page = await response.text();
  expect(response.status).toBe(400);
  expect(page).toContain('This is not Google.');
  expect(page).not.toContain('<script>alert');
});

test('faults strike the endpoints of a dialect; those that are LinkedIn’s alone are refused', async () => {
  const io = { now: Date.now, randomBytes: (length: number) => new Uint8Array(length).fill(7) };
  const dialect = await dialectOf('github');
  const start = (spec: string) => startEmulator(io, { dialect, faults: [parseFault(spec)] });
  const { origin, close } = await start('token#1=status:503');
  open.push(close);
  const ask = () =>
    fetch(`${origin}/login/oauth/access_token`, { method: 'POST', body: new URLSearchParams() });
  expect([(await ask()).status, (await ask()).status]).toEqual([503, 200]);
  await expect(start('login-submit=captcha')).rejects.toMatchObject({ code: 'FAULT_INVALID' });
  await expect(start('introspection=reset')).rejects.toMatchObject({ code: 'FAULT_INVALID' });
});

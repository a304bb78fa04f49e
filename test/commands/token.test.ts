import { execFile } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { StoredToken } from '../../src/login/stored-token.ts';
import { changeTokens, readTokens } from '../../src/login/token-store.ts';
import { main } from '../../src/main.ts';
import type { TokenArguments } from '../../src/tokens/options.ts';
import { EMULATED_ISSUER } from '../../src/tokens/provider-setup.ts';
import { runToken } from '../../src/tokens/run-token.ts';
import { signInByForms } from '../login/practice-login.ts';
import { realIo } from '../login/support.ts';
import { startEmulator } from '../support/emulator.ts';

const wanted: TokenArguments = {
  action: 'print',
  flow: 'member',
  format: 'bare',
  target: undefined,
  provider: 'linkedin',
  scope: undefined,
  store: 'tokens.json',
  'env-file': undefined,
};

const practice: StoredToken = {
  provider: 'linkedin',
  holder: 'member',
  issuer: EMULATED_ISSUER,
  clientId: '77legworkdemo1',
  scopes: ['openid'],
  accessToken: "AQX-it's-a-secret",
  obtainedAt: 0,
  expiresAt: Date.UTC(2099, 0),
  refreshToken: 'AQX-refresh',
  granted: ['openid'],
  memberId: 'm-1',
};

async function withStored(...tokens: StoredToken[]) {
  const io = realIo();
  await changeTokens(join(io.cwd, 'tokens.json'), () => tokens, io);
  return io;
}

test.each([
  ['bare', "AQX-it's-a-secret\n"],
  ['header', "Authorization: Bearer AQX-it's-a-secret\n"],
  [
    'env',
    "LINKEDIN_ACCESS_TOKEN='AQX-it'\\''s-a-secret'\nLINKEDIN_ACCESS_TOKEN_EXPIRES_AT=2099-01-01T00:00:00.000Z\nLINKEDIN_GRANTED_SCOPE=openid\nLINKEDIN_MEMBER_ID=m-1\n",
  ],
] as const)('the token is printed as %s, and nothing else is', async (format, text) => {
  const io = await withStored(practice);
  expect(await runToken({ ...wanted, format }, io)).toBe(0);
  expect(io.written()).toBe(text);
  expect(io.said()).toBe('');
});

test('JSON has the members of a token answer, and no refresh token', async () => {
  const io = await withStored(practice);
  await runToken({ ...wanted, format: 'json' }, io);
  expect(JSON.parse(io.written())).toMatchObject({
    access_token: practice.accessToken,
    token_type: 'Bearer',
    expires_at: '2099-01-01T00:00:00.000Z',
    scope: 'openid',
    member_id: 'm-1',
  });
  expect(io.written()).not.toContain('AQX-refresh');
});

test('a Postman environment has all that the collections need to call and to renew, as secrets', async () => {
  const io = await withStored(practice);
  await runToken({ ...wanted, format: 'postman' }, io);
  const { values } = JSON.parse(io.written()) as { values: { key: string; value: string; type: string }[] };
  const of = (key: string) => values.find((value) => value.key === key);
  expect(of('access_token')).toMatchObject({ value: practice.accessToken, type: 'secret' });
  expect(of('refresh_token')).toMatchObject({ value: 'AQX-refresh', type: 'secret' });
  expect(of('client_secret')).toMatchObject({ value: '', type: 'secret' });
  expect(of('access_token_expires_at')?.value).toBe('2099-01-01T00:00:00.000Z');
});

test('the list has no token in it', async () => {
  const issuer = 'https://www.linkedin.com/oauth';
  const io = await withStored(
    { ...practice, issuer },
    {
      ...practice,
      clientId: 'other',
      expiresAt: 1,
      refreshToken: undefined,
    },
  );
  expect(await runToken({ ...wanted, action: 'list' }, io)).toBe(0);
  expect(io.written()).not.toContain('AQX');
  expect(io.written()).toContain('good until 2099-01-01 00:00 UTC, renewable');
  expect(io.written()).toContain('expired 1970-01-01 00:00 UTC, for practice');
});

test.each([
  [{}, ['member m-1', 'application', 'member m-2']],
  [{ target: 'emulator' as const }, ['member m-1']],
  [{ target: 'live' as const }, ['application', 'member m-2']],
  [{ flow: 'client-credentials' as const }, ['application']],
  [{ flow: 'member' as const }, ['member m-1', 'member m-2']],
  [{ scope: 'profile openid' }, ['member m-2']],
  [{ scope: 'openid', target: 'live' as const }, []],
])('the list has what the options name: %j', async (options, expected) => {
  const issuer = 'https://www.linkedin.com/oauth';
  const { memberId: _, refreshToken: __, ...common } = practice;
  const io = await withStored(
    practice,
    { ...common, issuer, holder: 'application', scopes: [] },
    { ...practice, issuer, memberId: 'm-2', scopes: ['openid', 'profile'] },
  );
  expect(await runToken({ ...wanted, flow: undefined, action: 'list', ...options }, io)).toBe(0);
  expect([...io.written().matchAll(/of {11}(.+)/g)].map(([, whose]) => whose)).toEqual(expected);
});

test('without a token the answer is 3, and the command that gets one', async () => {
  const io = await withStored();
  expect(await main(['token', '--store', 'tokens.json'], io, '')).toBe(3);
  expect(io.said()).toBe(
    'legwork: There is no stored token of the emulator.\nSign in: legwork login --target emulator --store tokens.json\n',
  );
});

test("LinkedIn's own token is not taken for practice, but is mentioned", async () => {
  const io = await withStored({ ...practice, issuer: 'https://www.linkedin.com/oauth' });
  await expect(runToken(wanted, io)).rejects.toMatchObject({
    code: 'LOGIN_NEEDED',
    message: expect.stringContaining('add --target live'),
  });
  expect(await runToken({ ...wanted, target: 'live' }, io)).toBe(0);
});

test('of several applications one must be named; of several scopes the usual ones are taken', async () => {
  const live = { ...practice, issuer: 'https://www.linkedin.com/oauth' };
  const several = await withStored(live, { ...live, clientId: 'other' });
  await expect(runToken({ ...wanted, target: 'live' }, several)).rejects.toMatchObject({
    code: 'SETTINGS_MISSING',
  });
  const usual = { ...live, scopes: ['email', 'openid', 'profile'], accessToken: 'usual' };
  const io = await withStored({ ...live, obtainedAt: 5 }, usual);
  await runToken({ ...wanted, target: 'live' }, io);
  await runToken({ ...wanted, target: 'live', scope: 'openid' }, io);
  expect(io.written()).toBe(`usual\n${practice.accessToken}\n`);
});

test('a practice token cannot be renewed: its emulator is gone', async () => {
  const io = await withStored({ ...practice, expiresAt: 1 });
  await expect(runToken(wanted, io)).rejects.toMatchObject({
    code: 'LOGIN_NEEDED',
    message: 'The emulator that issued the token has ended.',
  });
});

test('an application token is got without a person, kept, and got again when it ends', async () => {
  let time = Date.now();
  const io = { ...(await withStored()), now: () => time };
  const args = { ...wanted, flow: 'client-credentials' } as const;
  await runToken(args, io);
  await runToken(args, io);
  time += 1_700_000;
  await runToken(args, io);
  const [first, second, third] = io.written().split('\n');
  expect(first).toMatch(/^AQ[\w-]{300,}$/);
  expect(second).toBe(first);
  expect(third).not.toBe(first);
});

/** A server on its own, as `legwork emulate` is, with a profile file; and a member token of it in the store. */
async function atServer() {
  const server = await startEmulator();
  const settings = server.settings();
  const answer = await fetch(`${settings.issuer}/.well-known/openid-configuration`);
  const document = {
    ...((await answer.json()) as object),
    introspection_endpoint: settings.introspection_endpoint,
    revocation_endpoint: settings.revocation_endpoint,
    grant_types_supported: ['authorization_code', 'refresh_token', 'client_credentials'],
    legwork: { client_authentication: 'client_secret_post', echoes_nonce: false, pkce: 'none' },
  };
  const env = {
    OAUTH_CLIENT_ID: settings.client_id ?? '',
    OAUTH_CLIENT_SECRET: settings.client_secret ?? '',
    OAUTH_SCOPE: 'openid',
  };
  let said = '';
  const io = realIo({
    env,
    err: (text) => {
      said += text;
    },
    readLine: () => signInByForms(/^ {2}(http.*response_type=.*)$/m.exec(said)?.[1] ?? ''),
  });
  writeFileSync(join(io.cwd, 'profile.json'), JSON.stringify(document));
  const login = ['login', '--provider', 'profile.json', '--no-browser', '--store', 'tokens.json'];
  expect(await main(login, io, '')).toBe(0);
  const store = join(io.cwd, 'tokens.json');
  const stored = async () => (await readTokens(store, io))[0] as StoredToken;
  const args = { ...wanted, provider: 'profile.json' };
  return { server, io, env, store, stored, args, said: () => said };
}

test('introspect prints what the server says, and revoke ends the token there and here', async () => {
  const { server, io, stored, args } = await atServer();
  const before = io.written();
  expect(await runToken({ ...args, action: 'introspect' }, io)).toBe(0);
  expect(JSON.parse(io.written().slice(before.length))).toMatchObject({ active: true, auth_type: '3L' });
  const { accessToken } = await stored();
  expect(await runToken({ ...args, action: 'revoke' }, io)).toBe(0);
  expect(await stored()).toBeUndefined();
  const answer = await fetch(`${server.origin}/v2/userinfo`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  expect(await answer.json()).toMatchObject({ code: 'REVOKED_ACCESS_TOKEN' });
  await server.close();
});

test('introspect answers 4 for a dead token, and forget asks nobody', async () => {
  const { server, io, args, store, stored } = await atServer();
  const token = await stored();
  await changeTokens(store, () => [{ ...token, accessToken: 'AQX-unknown-token' }], io);
  expect(await runToken({ ...args, action: 'introspect' }, io)).toBe(4);
  const before = server.journal.length;
  expect(await runToken({ ...args, action: 'forget' }, io)).toBe(0);
  expect(await stored()).toBeUndefined();
  expect(server.journal).toHaveLength(before);
  await server.close();
});

test('neither login nor token puts a secret on the terminal that was not asked for', async () => {
  const { server, io, stored, args, env, said } = await atServer();
  const { accessToken, refreshToken = '' } = await stored();
  await runToken({ ...args, action: 'list' }, io);
  await runToken({ ...args, action: 'introspect' }, io);
  await runToken({ ...args, action: 'revoke' }, io);
  const terminal = io.written() + said();
  for (const secret of [accessToken, refreshToken, env.OAUTH_CLIENT_SECRET]) {
    expect(terminal).not.toContain(secret);
    expect(terminal).not.toContain(encodeURIComponent(secret));
  }
  await server.close();
});

const built = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

// "npm test" builds first.
test.skipIf(!existsSync(built))(
  'twenty programs at once renew an expired token once, and print the same one',
  async () => {
    const { server, io, env, store, stored } = await atServer();
    const expired = { ...(await stored()), expiresAt: Date.now() - 1000 };
    await changeTokens(store, () => [expired], io);
    const program = () =>
      new Promise<string>((resolve, reject) => {
        const argv = [built, 'token', '--provider', 'profile.json', '--store', 'tokens.json'];
        const options = { cwd: io.cwd, env: { ...process.env, ...env } };
        execFile(process.execPath, argv, options, (error, out, err) =>
          error ? reject(new Error(err)) : resolve(out),
        );
      });
    const printed = await Promise.all(Array.from({ length: 20 }, program));
    expect(new Set(printed).size).toBe(1);
    expect(printed[0]).not.toBe(`${expired.accessToken}\n`);
    const renewals = server.journal.filter(({ fields }) => fields.includes('refresh_token'));
    expect(renewals).toHaveLength(1);
    await server.close();
  },
);

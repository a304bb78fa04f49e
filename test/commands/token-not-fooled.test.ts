import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { StoredToken } from '../../src/login/stored-token.ts';
import { changeTokens, readTokens } from '../../src/login/token-store.ts';
import { main } from '../../src/main.ts';
import { type Received, type Reply, startServer } from '../hostile/server.ts';
import { realIo } from '../login/support.ts';

const json = (body: unknown, status = 200): Reply => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

const ENV = { OAUTH_CLIENT_ID: 'client', OAUTH_CLIENT_SECRET: 'the secret' };

/** Runs `legwork token …` with a member's token that must be renewed. */
async function token(
  respond: (request: Received, origin: string) => Reply,
  argv: readonly string[] = [],
  { env = ENV, method = 'client_secret_post' }: { env?: Record<string, string>; method?: string } = {},
) {
  const server = await startServer(respond);
  onTestFinished(server.close);
  const { origin } = server;
  const io = realIo({ env });
  const profile = {
    issuer: origin,
    authorization_endpoint: `${origin}/authorize`,
    token_endpoint: `${origin}/token`,
    introspection_endpoint: `${origin}/introspect`,
    token_endpoint_auth_methods_supported: [method],
    grant_types_supported: ['authorization_code', 'refresh_token', 'client_credentials'],
  };
  writeFileSync(join(io.cwd, 'profile.json'), JSON.stringify(profile));
  const stored: StoredToken = {
    provider: 'profile',
    holder: 'member',
    issuer: origin,
    clientId: 'client',
    scopes: ['openid'],
    accessToken: 'old-token',
    refreshToken: 'refresh-token',
    obtainedAt: 0,
    expiresAt: 1,
    granted: ['openid'],
    memberId: 'ann',
  };
  const store = join(io.cwd, 'tokens.json');
  await changeTokens(store, () => [stored], io);
  const code = await main(['token', ...argv, '--provider', 'profile.json', '--store', 'tokens.json'], io, '');
  return { code, io, received: server.received, kept: (await readTokens(store, io))[0] };
}

const issued = { access_token: 'new-token', token_type: 'Bearer', expires_in: 3600 };

test('a renewal that returns the old token has renewed nothing', async () => {
  const { code, io, kept } = await token(() => json({ ...issued, access_token: 'old-token' }));
  expect([code, io.written()]).toEqual([3, '']);
  expect(io.said()).toMatch(/hands out the old access token again/);
  expect(kept).toMatchObject({ accessToken: 'old-token', expiresAt: 1 });
});

/** Its signature is not what is looked at: a renewal comes over the connection to the token endpoint. */
function idToken(origin: string, claims: object): string {
  const now = Math.floor(Date.now() / 1000);
  const all = { iss: origin, aud: 'client', sub: 'ann', iat: now, exp: now + 600, ...claims };
  return [{ alg: 'RS256' }, all]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .concat('c2lnbmF0dXJl')
    .join('.');
}

test.each<[string, object, RegExp]>([
  ['another member', { sub: 'eve' }, /another member than the token that was renewed/],
  ['another client', { aud: 'other' }, /other/],
  ['another issuer', { iss: 'https://as.example' }, /iss/],
  ['a past time', { exp: 1 }, /exp/],
  ['nobody', { sub: undefined }, /"sub" is missing/],
])('a renewal with the id_token of %s is not believed', async (_, claims, reason) => {
  const { code, io, kept } = await token((__, origin) =>
    json({ ...issued, id_token: idToken(origin, claims) }),
  );
  expect([code, io.written()]).toEqual([3, '']);
  expect(io.said()).toMatch(reason);
  expect(kept?.accessToken).toBe('old-token');
});

test.each([[{}], [undefined]])('a renewal with a right id_token, or with none, is: %j', async (claims) => {
  const { code, io } = await token((_, origin) =>
    json({ ...issued, ...(claims && { id_token: idToken(origin, claims) }) }),
  );
  expect([io.said(), code, io.written()]).toEqual(['', 0, 'new-token\n']);
});

test.each<[string, Reply, RegExp]>([
  ['an error beside it', json({ active: true, error: 'x' }), /says that the token is active, but/],
  ['a status of 401', json({ active: true }, 401), /says that the token is active, but/],
  ['a past end', json({ active: true, exp: 1 }), /says that the token is active, but/],
  ['another member', json({ active: true, sub: 'eve' }), /says that the token is active, but/],
  ['another client', json({ active: true, client_id: 'other' }), /says that the token is active, but/],
])('token introspect does not believe active: true with %s', async (_, reply, reason) => {
  const { code, io } = await token(() => reply, ['introspect']);
  expect([code, io.written()]).toEqual([3, '']);
  expect(io.said()).toMatch(reason);
});

test('HTTP Basic of `token` carries id and secret form-encoded: RFC 6749 section 2.3.1', async () => {
  const env = { OAUTH_CLIENT_ID: 'cli:ent', OAUTH_CLIENT_SECRET: 'p%c+q:r é' };
  const { code, io, received } = await token(() => json(issued), ['--flow', 'client-credentials'], {
    env,
    method: 'client_secret_basic',
  });
  expect([code, io.written()]).toEqual([0, 'new-token\n']);
  const [, credentials = ''] = (received[0]?.headers.authorization ?? '').split(' ');
  expect(Buffer.from(credentials, 'base64').toString()).toBe('cli%3Aent:p%25c%2Bq%3Ar+%C3%A9');
  expect(received[0]?.form.has('client_secret')).toBe(false);
});

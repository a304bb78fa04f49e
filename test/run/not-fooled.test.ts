import { SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { executeRun } from '../../src/run/execute.ts';
import { loadParts } from '../../src/run/parts.ts';
import { json } from '../support/canned-server.ts';
import { type Oddities, startOddServer, unsigned } from '../support/odd-server.ts';
import { argumentsWith, captured } from './run-support.ts';

/** Runs the three-legged flow by `legwork run` against an OpenID provider with one oddity. */
async function runAgainst(odd: Oddities, env: Record<string, string> = {}) {
  const server = await startOddServer(odd);
  try {
    const { origin } = server;
    const { io, out } = captured({
      env: {
        OAUTH_CLIENT_ID: 'client',
        OAUTH_CLIENT_SECRET: 'a very secret secret',
        OAUTH_REDIRECT_URI: `${origin}/callback`,
        OAUTH_USERNAME: 'ann',
        OAUTH_PASSWORD: 'password of ann',
        ...env,
      },
    });
    const args = argumentsWith({ target: 'live', flow: ['three-legged'], reporter: ['none'] });
    const code = await executeRun(args, io, {
      ...(await loadParts()),
      loadProfile: async () => server.profile,
    });
    return { code, out: out(), received: server.received };
  } finally {
    await server.close();
  }
}

const later = Math.floor(Date.now() / 1000) + 600;

const right: readonly [title: string, odd: Oddities][] = [
  ['nothing odd', {}],
  ['refresh_token null', { token: { refresh_token: null } }],
  ['an empty refresh_token', { token: { refresh_token: '' } }],
  ['expires_in null', { token: { expires_in: null } }],
  ['a renewed token that works', { token: { refresh_token: 'r' } }],
  [
    'userinfo as a JSON Web Token',
    {
      userinfo: async (sign) => ({
        headers: { 'content-type': 'application/jwt' },
        body: await sign({ sub: 'ann', aud: 'client' }),
      }),
    },
  ],
  ['two keys without kid, of which the second fits', { keys: (key, other) => [other, key] }],
  [
    'two keys without kid, and an id_token with one',
    { header: { kid: 'one' }, keys: (key, other) => [other, key] },
  ],
  [
    'null and other nonsense among the keys',
    { keys: (key) => [null, 7, 'x', [], {}, { kty: 'RSA' }, { kty: 'RSA', n: 'AQAB', e: 'AQAB' }, key] },
  ],
  ['a key without alg and use', { keys: ({ kty, n, e }) => [{ kty, n, e }] }],
  ['no keys anywhere, so nothing is verified', { metadata: { jwks_uri: undefined }, forged: true }],
];

test.each(right)('a run passes: %s', async (_, odd) => {
  const { code, out } = await runAgainst(odd);
  expect(out).not.toContain('✗');
  expect(code).toBe(0);
});

test('scopes that were asked for and not granted are named, also where every step passes', async () => {
  const { code, out } = await runAgainst({ token: { scope: 'openid' } }, { OAUTH_SCOPE: 'openid email' });
  expect(out).toContain('Asked for but not granted: email. Granted: openid.');
  expect([code, out.includes('✗')]).toEqual([0, false]);
  const all = await runAgainst({ token: { scope: 'openid email' } }, { OAUTH_SCOPE: 'openid email' });
  expect(all.out).not.toContain('not granted');
});

test('where nobody can verify the signature, the run says so', async () => {
  const { out } = await runAgainst({ metadata: { jwks_uri: undefined } });
  expect(out).toContain('The signature of the id_token is not verified: the provider names no jwks_uri.');
});

const wrong: readonly [title: string, odd: Oddities, message: RegExp][] = [
  ['a signature by a key that is not published', { forged: true }, /made by none of the published keys/],
  [
    'a kid that is not published',
    { header: { kid: 'x' }, keys: (key) => [{ ...key, kid: 'one' }] },
    /does not publish/,
  ],
  ['no keys', { keys: () => [] }, /does not publish/],
  ['keys that are no list', { keys: () => 'none' }, /there is no key set at/],
  ['a key for encryption', { keys: (key) => [{ ...key, use: 'enc' }] }, /does not publish/],
  ['keys that cannot be read', { metadata: { jwks_uri: 'http://127.0.0.1:9/keys' } }, /could not be read/],
  ['an id_token without signature', { token: { id_token: unsigned({ sub: 'ann' }) } }, /alg="none"/],
  ['no id_token', { token: { id_token: undefined } }, /no id_token came/],
  ['an id_token in a list', { token: { id_token: ['x'] } }, /id_token is a list/],
  ['an azp of somebody else', { claims: { azp: 'other' } }, /azp="other"/],
  ['no sub', { claims: { sub: undefined } }, /"sub" is missing/],
  ['iat tomorrow', { claims: { iat: later + 86_400, exp: later + 2 * 86_400 } }, /issued in the future/],
  [
    'the hash of another access token',
    { claims: { at_hash: 'AAAAAAAAAAAAAAAAAAAAAA' } },
    /another access token/,
  ],
  ['userinfo of another person', { userinfo: () => json({ sub: 'bob' }) }, /speaks of another person/],
  ['userinfo with an error', { userinfo: () => json({ sub: 'ann', error: 'x' }) }, /the member "error"/],
  ['userinfo whose sub is null', { userinfo: () => json({ sub: null }) }, /sub is null/],
  ['userinfo whose sub is a number', { userinfo: () => json({ sub: 7 }) }, /sub is the number 7/],
  ['userinfo whose sub is an object', { userinfo: () => json({ sub: {} }) }, /sub is an object/],
  [
    'an encrypted userinfo',
    { userinfo: () => ({ headers: { 'content-type': 'application/jwt' }, body: 'a.b.c.d.e' }) },
    /encrypted, or damaged/,
  ],
  ['an error beside the token', { token: { error: 'server_error' } }, /"server_error"/],
  ['a token in a redirect', { status: 302 }, /a token came with status 302/],
  ['a token of spaces', { token: { access_token: '   ' } }, /access_token is an empty text/],
  [
    'the token "undefined"',
    { token: { access_token: 'undefined' } },
    /access_token is a text that is no token/,
  ],
  ['token_type in a list', { token: { token_type: ['Bearer'] } }, /token_type is a list/],
  ['expires_in true', { token: { expires_in: true } }, /expires_in is the boolean true/],
  ['expires_in "0x10"', { token: { expires_in: '0x10' } }, /expires_in is "0x10"/],
  ['scope reduced to nothing', { token: { scope: '' } }, /no scope was granted/],
  [
    'a renewed token that the API refuses',
    { token: { refresh_token: 'r' }, works: ['first'] },
    /renewed token\n?.*401|answered 401/,
  ],
  [
    'the old token again',
    { token: { refresh_token: 'r' }, renewed: { access_token: 'first' } },
    /the old access token again/,
  ],
  [
    'active: true with status 401',
    { introspection: () => json({ active: true }, 401) },
    /active, but the response has status 401/,
  ],
  [
    'active: true with an error',
    { introspection: () => json({ active: true, error: 'x' }) },
    /active, but the response has the member "error"/,
  ],
  [
    'an expired token that is active',
    { introspection: () => json({ active: true, exp: 1 }) },
    /by "exp" it has expired/,
  ],
  ['the token of another member', { introspection: () => json({ active: true, sub: 'bob' }) }, /sub="bob"/],
  [
    'the token of another issuer',
    { introspection: () => json({ active: true, iss: 'https://x.example' }) },
    /iss="https:\/\/x\.example"/,
  ],
];

test.each(wrong)('a run fails: %s', async (_, odd, message) => {
  const { code, out } = await runAgainst(odd);
  expect(out).toMatch(message);
  expect(code).toBe(4);
});

test('an id_token that is signed with the secret of the client is not believed', async () => {
  const secret = new TextEncoder().encode('a very secret secret of thirty-two bytes');
  const token = await new SignJWT({ sub: 'ann' }).setProtectedHeader({ alg: 'HS256' }).sign(secret);
  const { code, out } = await runAgainst({ token: { id_token: token } });
  expect(out).toContain('alg="HS256"');
  expect(code).toBe(4);
});

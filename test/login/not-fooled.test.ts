import { expect, test } from 'vitest';
import { beginAttempt } from '../../src/login/attempt.ts';
import { completeLogin } from '../../src/login/complete-login.ts';
import { json } from '../support/canned-server.ts';
import { type Oddities, startOddServer } from '../support/odd-server.ts';
import { realIo } from './support.ts';

/** Exchanges a code by `legwork login` at an OpenID provider with one oddity. */
async function logInto(
  odd: Oddities,
  client: { id: string; secret?: string; basic?: true } = { id: 'client' },
) {
  const { profile, received, close } = await startOddServer(odd);
  const io = realIo();
  try {
    const { id, secret = 'the secret', basic } = client;
    const plan = {
      profile,
      client: { id, secret, method: basic ? 'client_secret_basic' : 'client_secret_post' } as const,
      redirectUri: 'http://127.0.0.1:1/callback',
      scopes: ['openid'],
      pkce: false,
      authorizationEndpoint: profile.metadata.authorization_endpoint ?? '',
    };
    const attempt = beginAttempt(plan, io.randomBytes);
    const key = {
      holder: 'member',
      issuer: profile.metadata.issuer,
      clientId: id,
      scopes: ['openid'],
    } as const;
    const outcome = await completeLogin(attempt, 'c', { key, store: `${io.cwd}/tokens.json` }, io);
    return { outcome, received };
  } finally {
    await close();
  }
}

test.each<[string, Oddities]>([
  ['nothing odd', {}],
  ['refresh_token null', { token: { refresh_token: null } }],
  ['an empty refresh_token', { token: { refresh_token: '' } }],
  ['expires_in null', { token: { expires_in: null } }],
  [
    'two keys without kid, of which the second fits',
    { header: { kid: 'x' }, keys: (key, other) => [other, key] },
  ],
  ['null among the keys', { keys: (key) => [null, key] }],
  [
    'userinfo as a JSON Web Token',
    {
      userinfo: async (sign) => ({
        headers: { 'content-type': 'application/jwt' },
        body: await sign({ sub: 'ann' }),
      }),
    },
  ],
  ['userinfo that does not answer', { works: [] }],
])('a login succeeds: %s', async (_, odd) => {
  const { outcome } = await logInto(odd);
  expect(outcome).toMatchObject({ kind: 'success', token: { memberId: 'ann' } });
});

test.each<[string, Oddities, RegExp]>([
  ['no id_token', { token: { id_token: undefined } }, /no id_token came/],
  ['an empty id_token', { token: { id_token: '' } }, /no id_token came/],
  ['an id_token that is a number', { token: { id_token: 7 } }, /id_token is the number 7/],
  ['an id_token in a list', { token: { id_token: ['x'] } }, /id_token is a list/],
  ['no sub', { claims: { sub: undefined } }, /"sub" is missing/],
  ['a sub that is a number', { claims: { sub: 7 } }, /"sub" is the number 7/],
  ['a sub in a list', { claims: { sub: ['ann'] } }, /"sub" is a list/],
  ['an empty sub', { claims: { sub: '' } }, /"sub" is an empty text/],
  ['an azp of somebody else', { claims: { azp: 'other' } }, /azp="other"/],
  ['the hash of another token', { claims: { at_hash: 'AAAAAAAAAAAAAAAAAAAAAA' } }, /another access token/],
  ['iat tomorrow', { claims: { iat: 4e9, exp: 5e9 } }, /issued in the future/],
  ['a key that is not published', { forged: true }, /none of the published keys/],
  ['userinfo of another person', { userinfo: () => json({ sub: 'bob' }) }, /another person/],
  ['userinfo with an error', { userinfo: () => json({ sub: 'ann', error: 'x' }) }, /the member "error"/],
  ['userinfo whose sub is null', { userinfo: () => json({ sub: null }) }, /sub is null/],
  ['an error beside the token', { token: { error: 'server_error' } }, /"server_error"/],
  ['a token in a redirect', { status: 302 }, /status 302/],
  ['token_type in a list', { token: { token_type: ['Bearer'] } }, /token_type is a list/],
  ['expires_in "0x10"', { token: { expires_in: '0x10' } }, /expires_in is "0x10"/],
  ['scope reduced to nothing', { token: { scope: ' ' } }, /no scope was granted/],
])('a login fails: %s', async (_, odd, reason) => {
  const { outcome } = await logInto(odd);
  expect(outcome.kind).toBe('failed');
  expect(outcome.kind === 'failed' ? outcome.failure.message : '').toMatch(reason);
});

test('HTTP Basic of a login carries id and secret form-encoded', async () => {
  const [id, secret] = ['cli:ent', 'p%c+q:r é'];
  const { received } = await logInto({}, { id, secret, basic: true });
  const token = received.find(({ path }) => path === '/token');
  const [, credentials = ''] = (token?.headers.authorization ?? '').split(' ');
  expect(Buffer.from(credentials, 'base64').toString()).toBe('cli%3Aent:p%25c%2Bq%3Ar+%C3%A9');
  expect(token?.body).not.toContain('client_');
});

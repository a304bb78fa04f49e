import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { beforeAll, expect, test } from 'vitest';
import { verifyIdToken } from '../../src/login/id-token.ts';
import { linkedin } from '../../src/providers/linkedin.ts';
import type { Profile } from '../../src/providers/profile.ts';
import { testIo } from '../support/io.ts';

type Pair = Awaited<ReturnType<typeof generateKeyPair>>;
let ours: Pair;
let theirs: Pair;
beforeAll(async () => {
  [ours, theirs] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
});

const now = Date.UTC(2026, 8, 1);
const seconds = now / 1000;
const issuer = 'https://www.linkedin.com/oauth';
const strict: Profile = { ...linkedin, echoesNonce: true };

/** LinkedIn's key set: neither `alg` nor `use`. */
async function publicKey(pair: Pair, kid?: string): Promise<JWK> {
  const { kty, n, e } = await exportJWK(pair.publicKey);
  return { kty, n, e, ...(kid !== undefined && { kid }) } as JWK;
}

function sign(claims: object, pair: Pair, header: object = { alg: 'RS256', kid: 'one' }): Promise<string> {
  const all = { iss: issuer, aud: 'client', sub: 'm-1', iat: seconds, exp: seconds + 600, ...claims };
  return new SignJWT(all).setProtectedHeader(header as { alg: string }).sign(pair.privateKey);
}

async function verify(idToken: string, keys: object[], profile: Profile = linkedin) {
  const io = testIo({ now: () => now, fetch: async () => Response.json({ keys }) });
  return verifyIdToken(idToken, profile, { clientId: 'client', nonce: 'the-nonce', accessToken: 'AQV' }, io);
}

test("LinkedIn's id_token is taken: keys without alg and use, no nonce, email_verified as a text", async () => {
  const token = await sign({ email_verified: 'true' }, ours);
  expect(await verify(token, [await publicKey(ours, 'one')])).toEqual({ sub: 'm-1', name: undefined });
});

test('where keys have no ids, the one that fits is found', async () => {
  const token = await sign({}, ours, { alg: 'RS256' });
  expect(await verify(token, [await publicKey(theirs), await publicKey(ours)])).toMatchObject({ sub: 'm-1' });
  await expect(verify(token, [await publicKey(theirs), await publicKey(theirs)])).rejects.toMatchObject({
    code: 'LOGIN_REFUSED',
  });
});

const claims: readonly [title: string, claims: object, reason: RegExp][] = [
  ['another issuer', { iss: 'https://www.linkedin.com' }, /iss="https:\/\/www\.linkedin\.com"/],
  ['another audience', { aud: 'other' }, /meant for "other", not for this client/],
  ['an end that is past', { exp: seconds - 61 }, /it has expired; check the clock/],
  ['no end', { exp: undefined }, /"exp"/],
  ['no subject', { sub: undefined }, /"sub"/],
  ['several audiences and no authorized party', { aud: ['client', 'other'] }, /meant for several clients/],
];

for (const [title, change, reason] of claims) {
  test(`an id_token with ${title} is refused`, async () => {
    const token = await sign(change, ours);
    await expect(verify(token, [await publicKey(ours, 'one')])).rejects.toMatchObject({
      code: 'LOGIN_REFUSED',
      message: expect.stringMatching(reason),
    });
  });
}

test('clocks may differ by a minute', async () => {
  const token = await sign({ exp: seconds - 30 }, ours);
  expect(await verify(token, [await publicKey(ours, 'one')])).toMatchObject({ sub: 'm-1' });
});

test('a signature by another key is refused, whatever key id it claims', async () => {
  const token = await sign({}, theirs);
  await expect(verify(token, [await publicKey(ours, 'one')])).rejects.toMatchObject({
    message: expect.stringContaining('signature'),
  });
  await expect(verify(token, [await publicKey(ours, 'two')])).rejects.toMatchObject({
    message: expect.stringContaining('does not publish'),
  });
});

test('neither an unsigned token nor one signed with a shared secret is taken, even when the server offers it', async () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const unsigned = `${part({ alg: 'none' })}.${part({ iss: issuer, aud: 'client', sub: 'x', iat: seconds, exp: seconds + 60 })}.`;
  const shared = await new SignJWT({ iss: issuer, aud: 'client', sub: 'x', iat: seconds, exp: seconds + 60 })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode('a shared secret of thirty-two bytes'));
  const lax: Profile = {
    ...linkedin,
    metadata: { ...linkedin.metadata, id_token_signing_alg_values_supported: ['none', 'HS256', 'RS256'] },
  };
  for (const token of [unsigned, shared, 'not a token']) {
    await expect(verify(token, [await publicKey(ours, 'one')], lax)).rejects.toMatchObject({
      code: 'LOGIN_REFUSED',
    });
  }
});

test('a provider that echoes the nonce must echo the one of this login', async () => {
  const keys = [await publicKey(ours, 'one')];
  expect(
    await verify(await sign({ nonce: 'the-nonce', accessToken: 'AQV' }, ours), keys, strict),
  ).toMatchObject({ sub: 'm-1' });
  for (const nonce of ['another', undefined]) {
    await expect(verify(await sign({ nonce }, ours), keys, strict)).rejects.toMatchObject({
      message: expect.stringContaining('nonce'),
    });
  }
});

test('keys that cannot be read end the login', async () => {
  const token = await sign({}, ours);
  const io = testIo({ now: () => now, fetch: async () => new Response('no', { status: 500 }) });
  await expect(
    verifyIdToken(token, linkedin, { clientId: 'client', nonce: '', accessToken: 'AQV' }, io),
  ).rejects.toMatchObject({
    message: expect.stringMatching(
      /keys at https:\/\/www\.linkedin\.com\/oauth\/openid\/jwks could not be read: 500/,
    ),
  });
});

import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { describe, expect, test } from 'vitest';
import { lifetimes } from '../../src/providers/linkedin/metadata.ts';
import { bearer, DAY, ORIGIN, play, tokensOf } from './play.ts';
import { getUserinfo, refresh, TOKEN, userinfo } from './requests.ts';

describe('a token answer', () => {
  test('of client credentials has expires_in as text and nothing else', async () => {
    const stage = play();
    const { client_id, client_secret } = stage.settings();
    const response = await stage.post(TOKEN, { grant_type: 'client_credentials', client_id, client_secret });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json;charset=UTF-8');
    expect(await response.json()).toEqual({
      access_token: expect.stringMatching(/^AQ[A-Z][\w-]{347}$/),
      expires_in: '1800',
    });
  });

  test('of a code with openid has token_type, id_token and comma-joined alphabetical scopes', async () => {
    expect(await tokensOf(play())).toEqual({
      access_token: expect.stringMatching(/^AQ[A-Z][\w-]{347}$/),
      expires_in: lifetimes.memberToken,
      refresh_token: expect.stringMatching(/^AQ[A-Z]/),
      refresh_token_expires_in: lifetimes.refreshToken,
      scope: 'email,openid,profile,r_basicprofile,w_member_social',
      token_type: 'Bearer',
      id_token: expect.stringMatching(/^eyJ/),
    });
  });

  test('of a code without openid has neither token_type nor id_token, and no refresh token unless the app has them', async () => {
    const answer = await tokensOf(play(), 'old-scopes');
    expect(Object.keys(answer)).toEqual(['access_token', 'expires_in', 'scope']);
  });
});

describe('an id_token', () => {
  test('is signed by the published key and tells who the member is', async () => {
    const stage = play();
    const { id_token = '' } = await tokensOf(stage, 'default', 'alice', { nonce: 'n' });
    const keySet = (await (await stage.get('/oauth/openid/jwks')).json()) as JSONWebKeySet;
    expect(Object.keys(keySet.keys[0] ?? {})).toEqual(['kty', 'n', 'e', 'kid']);
    const { payload, protectedHeader } = await jwtVerify(id_token, createLocalJWKSet(keySet), {
      issuer: `${ORIGIN}/oauth`,
      audience: stage.settings().client_id,
      algorithms: ['RS256'],
      currentDate: new Date(stage.clock.now),
    });
    expect(protectedHeader.kid).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(payload).toMatchObject({
      name: 'Alice Liddell',
      email: 'alice@example.com',
      email_verified: 'true',
    });
    expect(payload).not.toHaveProperty('nonce');
  });

  test('names the same subject as userinfo, another one for each application', async () => {
    const stage = play();
    const [first, second] = [await tokensOf(stage), await tokensOf(stage, 'no-refresh-tokens')];
    const [one, two] = [await userinfo(stage, first), await userinfo(stage, second)];
    expect(claims(first.id_token).sub).toBe(one.sub);
    expect(one.sub).not.toBe(two.sub);
  });
});

describe('a refresh token', () => {
  test('gives new access tokens, stays the same, and its life shrinks', async () => {
    const stage = play();
    const { refresh_token, access_token } = await tokensOf(stage);
    stage.clock.now += 59 * DAY;
    const answer = await refresh(stage, refresh_token);
    expect(answer).toEqual({
      access_token: expect.not.stringMatching(access_token),
      expires_in: lifetimes.memberToken,
      refresh_token,
      refresh_token_expires_in: 306 * 86_400,
      scope: 'email,openid,profile,r_basicprofile,w_member_social',
    });
    expect((await getUserinfo(stage, answer)).status).toBe(200);
  });

  test('gives no access token that outlives it', async () => {
    const stage = play();
    const { refresh_token } = await tokensOf(stage);
    stage.clock.now += 360 * DAY;
    const answer = await refresh(stage, refresh_token);
    expect(answer).toMatchObject({ expires_in: 5 * 86_400, refresh_token_expires_in: 5 * 86_400 });
    stage.clock.now += 5 * DAY;
    expect(await refresh(stage, refresh_token)).toMatchObject({ error: 'invalid_grant' });
  });

  test('is no access token, and the other way round', async () => {
    const stage = play();
    const { refresh_token, access_token } = await tokensOf(stage);
    expect((await stage.get('/v2/userinfo', bearer(refresh_token))).status).toBe(401);
    expect(await refresh(stage, access_token)).toMatchObject({ error: 'invalid_grant' });
  });
});

function claims(token = '.'): { sub: string } {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}

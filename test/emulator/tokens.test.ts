import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { describe, expect, test } from 'vitest';
import { codeChallenge } from '../../src/oauth/pkce.ts';
import { lifetimes, linkedin } from '../../src/providers/linkedin.ts';
import {
  authorizationUrl,
  bearer,
  CONSENT_FORM,
  callbackOf,
  DAY,
  exchange,
  LOGIN_FORM,
  ORIGIN,
  type Play,
  play,
  SECOND,
  type TokenAnswer,
  tokensOf,
  walk,
  withApp,
} from './play.ts';

const at = (address: string) => new URL(address).pathname;
const TOKEN = at(linkedin.metadata.token_endpoint);
const INTROSPECTION = at(linkedin.metadata.introspection_endpoint);
const REVOCATION = at(linkedin.metadata.revocation_endpoint);

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

describe('a code', () => {
  test('is good once', async () => {
    const stage = play();
    const form = exchange(stage.settings(), await newCode(stage));
    expect((await stage.post(TOKEN, form)).status).toBe(200);
    await expectMismatch(await stage.post(TOKEN, form));
  });

  test('lives for 30 minutes', async () => {
    const stage = play();
    const [early, late] = [await newCode(stage), await newCode(stage)];
    stage.clock.now += lifetimes.code * SECOND - 1;
    expect((await stage.post(TOKEN, exchange(stage.settings(), early))).status).toBe(200);
    stage.clock.now += 1;
    await expectMismatch(await stage.post(TOKEN, exchange(stage.settings(), late)));
  });

  test('belongs to one application', async () => {
    const stage = play();
    const code = await newCode(stage);
    await expectMismatch(await stage.post(TOKEN, exchange(stage.settings('no-refresh-tokens'), code)));
  });

  test('belongs to the redirect_uri of its request, even if another registered one is sent', async () => {
    const stage = play();
    const form = exchange(stage.settings(), await newCode(stage));
    await expectMismatch(
      await stage.post(TOKEN, { ...form, redirect_uri: 'https://oauth.pstmn.io/v1/callback' }),
    );
    expect((await stage.post(TOKEN, form)).status).toBe(200);
  });

  test.each(['http://localhost:3000/callback?id=1', 'http://localhost:3000/callback'])(
    'that was asked for with query arguments in the redirect_uri can never be exchanged: %s',
    async (redirect_uri) => {
      const stage = play();
      const asked = { redirect_uri: 'http://localhost:3000/callback?id=1' };
      const callback = await walk(stage.browser(), stage.settings(), asked);
      expect(callback.location).toMatch(/\/callback\?id=1&code=/);
      const form = exchange(stage.settings(), callbackOf(callback).code ?? '');
      await expectMismatch(await stage.post(TOKEN, { ...form, redirect_uri }));
    },
  );
});

describe('the flow for native clients', () => {
  const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
  const challenge = { code_challenge: codeChallenge(verifier), code_challenge_method: 'S256' };
  const loopback = { redirect_uri: 'http://[::1]:51234/callback' };

  async function nativeExchange(stage: Play, code_verifier: string): Promise<Response> {
    const settings = stage.settings('native-pkce');
    const callback = await walk(stage.browser(), settings, { ...challenge, ...loopback });
    const { client_secret: _, ...form } = exchange(settings, callbackOf(callback).code ?? '');
    return stage.post(TOKEN, { ...form, ...loopback, ...(code_verifier && { code_verifier }) });
  }

  test('exchanges the code with the verifier and without a secret, on any port', async () => {
    expect((await nativeExchange(play(), verifier)).status).toBe(200);
  });

  test('refuses another verifier, and none', async () => {
    await expectMismatch(await nativeExchange(play(), 'x'.repeat(43)));
    await expectMismatch(await nativeExchange(play(), ''));
  });

  test.each([
    [{ code_challenge: undefined }],
    [{ code_challenge_method: undefined }],
    [{ code_challenge_method: 'plain' }],
  ])('wants a challenge by S256: %j', async (changes) => {
    const stage = play();
    const url = authorizationUrl(stage.settings('native-pkce'), { ...challenge, ...loopback, ...changes });
    const { location } = await stage.browser().get(url);
    expect(location).toContain('error=invalid_request');
  });

  test.each([
    'http://localhost:51234/callback',
    'http://127.0.0.1:51234/other',
    'http://127.0.0.2:1/callback',
  ])('takes no redirect_uri but registered loopback addresses: %s', async (redirect_uri) => {
    const stage = play();
    const url = authorizationUrl(stage.settings('native-pkce'), { ...challenge, redirect_uri });
    expect((await stage.browser().get(url)).status).toBe(401);
  });

  test('refuses openid even if the application has it', async () => {
    const stage = play(withApp('native-pkce', { scopes: ['openid'] }));
    const url = authorizationUrl(stage.settings('native-pkce'), { ...challenge, ...loopback });
    const { location } = await stage.browser().get(url);
    expect(location).toContain('error=unauthorized_scope_error');
  });
});

describe('consent', () => {
  test('is remembered for the same scopes: a signed-in member is sent back at once', async () => {
    const { browser: newBrowser, settings } = play();
    const browser = newBrowser();
    await walk(browser, settings());
    const again = await browser.get(authorizationUrl(settings()));
    expect(callbackOf(again).code).toMatch(/^AQT/);
  });

  test('is asked for again for other scopes, for another application and after 60 days', async () => {
    const { browser: newBrowser, settings, clock } = play();
    const browser = newBrowser();
    const asks = async (url: string) =>
      (await browser.follow(await browser.get(url))).$(CONSENT_FORM).length > 0;
    await walk(browser, settings());
    expect(await asks(authorizationUrl(settings()))).toBe(false);
    expect(await asks(authorizationUrl(settings(), { scope: 'openid' }))).toBe(true);
    expect(await asks(authorizationUrl(settings('no-refresh-tokens')))).toBe(true);
    clock.now += 60 * DAY;
    expect(await asks(authorizationUrl(settings()))).toBe(true);
  });

  test('does not replace the login: another browser signs in first, then is sent back without consent', async () => {
    const { browser, settings } = play();
    await walk(browser(), settings());
    const other = browser();
    const login = await other.follow(await other.get(authorizationUrl(settings())));
    expect(login.$(LOGIN_FORM).length).toBe(1);
    const { visited } = other;
    await walk(other, settings());
    expect(visited.some((url) => url.includes('authorization-submit'))).toBe(false);
  });

  test('with other scopes ends the earlier tokens of that member and application, and of no one else', async () => {
    const stage = play();
    const before = [
      await tokensOf(stage),
      await tokensOf(stage, 'default', 'bob'),
      await tokensOf(stage, 'no-refresh-tokens'),
    ];
    const same = await tokensOf(stage);
    expect((await getUserinfo(stage, before[0])).status).toBe(200);
    await tokensOf(stage, 'default', 'alice', { scope: 'openid email' });
    const statuses = await Promise.all(
      [...before, same].map(async (token) => (await getUserinfo(stage, token)).status),
    );
    expect(statuses).toEqual([401, 200, 200, 401]);
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

describe('introspection', () => {
  test('tells what is true of a token, in the order of real answers', async () => {
    const stage = play();
    const { access_token } = await tokensOf(stage);
    const authorizedAt = stage.clock.now / SECOND;
    const text = await (await introspect(stage, access_token)).text();
    expect(JSON.parse(text)).toEqual({
      active: true,
      client_id: stage.settings().client_id,
      authorized_at: authorizedAt,
      created_at: authorizedAt,
      status: 'active',
      expires_at: authorizedAt + lifetimes.memberToken,
      scope: 'email,openid,profile,r_basicprofile,w_member_social',
      auth_type: '3L',
    });
    expect(Object.keys(JSON.parse(text))).toEqual(
      'active client_id authorized_at created_at status expires_at scope auth_type'.split(' '),
    );
  });

  test('says 2L and no scope of an application token', async () => {
    const stage = play();
    const { client_id, client_secret } = stage.settings();
    const answer = await stage.post(TOKEN, { grant_type: 'client_credentials', client_id, client_secret });
    const { access_token } = (await answer.json()) as TokenAnswer;
    const described = await (await introspect(stage, access_token)).json();
    expect(described).toMatchObject({ active: true, auth_type: '2L' });
    expect(described).not.toHaveProperty('scope');
  });

  test('answers 200 for dead tokens and says how they died', async () => {
    const stage = play();
    const [expired, revoked] = [await tokensOf(stage), await tokensOf(stage)];
    await revoke(stage, revoked.access_token);
    stage.clock.now += 60 * DAY;
    const states = await Promise.all(
      [expired, revoked].map(async ({ access_token }) => (await introspect(stage, access_token)).json()),
    );
    expect(states).toMatchObject([
      { active: false, status: 'expired' },
      { active: false, status: 'revoked' },
    ]);
  });

  test('tells nothing of the tokens of other applications', async () => {
    const stage = play();
    const { access_token } = await tokensOf(stage);
    expect(await (await introspect(stage, access_token, 'no-refresh-tokens')).json()).toEqual({
      active: false,
    });
    expect(await (await introspect(stage, 'AQVneverIssued')).json()).toEqual({ active: false });
  });
});

describe('revocation', () => {
  test('answers 200 with an empty body, ends access and refresh token, and asks for consent again', async () => {
    const stage = play();
    const browser = stage.browser();
    const settings = stage.settings();
    const { code = '' } = callbackOf(await walk(browser, settings));
    const tokens = (await (await stage.post(TOKEN, exchange(settings, code))).json()) as TokenAnswer;
    const response = await revoke(stage, tokens.access_token);
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect((await getUserinfo(stage, tokens)).status).toBe(401);
    expect(await refresh(stage, tokens.refresh_token)).toMatchObject({ error: 'invalid_grant' });
    const again = await browser.follow(await browser.get(authorizationUrl(settings)));
    expect(again.$(CONSENT_FORM).length).toBe(1);
  });

  test('leaves the tokens of other applications alone', async () => {
    const stage = play();
    const tokens = await tokensOf(stage);
    expect((await revoke(stage, tokens.access_token, 'no-refresh-tokens')).status).toBe(200);
    expect((await getUserinfo(stage, tokens)).status).toBe(200);
  });
});

async function newCode({ browser, settings }: Play): Promise<string> {
  return callbackOf(await walk(browser(), settings())).code ?? '';
}

async function expectMismatch(response: Response): Promise<void> {
  const { error, text, status } = linkedin.errors.code_mismatch;
  expect(response.status).toBe(status);
  expect(await response.json()).toEqual({ error, error_description: text });
}

async function getUserinfo({ get }: Play, token: TokenAnswer | undefined): Promise<Response> {
  return get('/v2/userinfo', bearer(token?.access_token ?? ''));
}

async function userinfo(stage: Play, token: TokenAnswer): Promise<{ sub: string }> {
  return (await (await getUserinfo(stage, token)).json()) as { sub: string };
}

async function refresh({ post, settings }: Play, refresh_token: string): Promise<TokenAnswer> {
  const { client_id, client_secret } = settings();
  const response = await post(TOKEN, {
    grant_type: 'refresh_token',
    refresh_token,
    client_id,
    client_secret,
  });
  return (await response.json()) as TokenAnswer;
}

function introspect({ post, settings }: Play, token: string, app?: string): Promise<Response> {
  const { client_id, client_secret } = settings(app);
  return post(INTROSPECTION, { client_id, client_secret, token });
}

function revoke({ post, settings }: Play, token: string, app?: string): Promise<Response> {
  const { client_id, client_secret } = settings(app);
  return post(REVOCATION, { client_id, client_secret, token });
}

function claims(token = '.'): { sub: string } {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}

import { describe, expect, test } from 'vitest';
import { codeChallenge } from '../../src/oauth/pkce.ts';
import { lifetimes } from '../../src/providers/linkedin/metadata.ts';
import { authorizationUrl, callbackOf, exchange, type Play, play, SECOND, walk, withApp } from './play.ts';
import { description, expectMismatch, newCode, TOKEN } from './requests.ts';

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
      const request = { redirect_uri: 'http://localhost:3000/callback?id=1' };
      const callback = await walk(stage.browser(), stage.settings(), request);
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

  test('frees no other application from its secret', async () => {
    const stage = play();
    const callback = await walk(stage.browser(), stage.settings('native-pkce'), {
      ...challenge,
      ...loopback,
    });
    const { client_secret: _, ...form } = exchange(stage.settings(), callbackOf(callback).code ?? '');
    const response = await stage.post(TOKEN, { ...form, code_verifier: verifier });
    expect(await description(response)).toContain('client_secret');
  });

  test('refuses openid even if the application has it', async () => {
    const stage = play(withApp('native-pkce', { scopes: ['openid'] }));
    const url = authorizationUrl(stage.settings('native-pkce'), { ...challenge, ...loopback });
    const { location } = await stage.browser().get(url);
    expect(location).toContain('error=unauthorized_scope_error');
  });
});

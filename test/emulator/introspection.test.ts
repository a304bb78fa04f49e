import { describe, expect, test } from 'vitest';
import { lifetimes } from '../../src/providers/linkedin/metadata.ts';
import {
  authorizationUrl,
  CONSENT_FORM,
  callbackOf,
  DAY,
  exchange,
  play,
  SECOND,
  type TokenAnswer,
  tokensOf,
  walk,
} from './play.ts';
import { getUserinfo, introspect, refresh, revoke, TOKEN } from './requests.ts';

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

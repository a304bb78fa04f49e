// @ts-nocheck
import { describe, expect, test } from 'vitest';
import { linkedin } from '../../src/providers/linkedin.ts';
import { authorizationUrl, callbackOf, LOGIN_FORM, play, tokensOf, walk } from './play.ts';
import { clientCredentials, description, newCode, refreshForm, TOKEN } from './requests.ts';

describe('the applications do what they say', () => {
  test('default: everything works', async () => {
    const stage = play();
    const { refresh_token } = await tokensOf(stage);
    expect((await stage.post(TOKEN, refreshForm(stage, refresh_token))).status).toBe(200);
    expect((await stage.post(TOKEN, clientCredentials(stage))).status).toBe(200);
  });

  test('default: both callback addresses of Postman are registered', async () => {
    const stage = play();
    for (const name of ['callback', 'browser-callback']) {
      const redirect_uri = `https://oauth.pstmn.io/v1/${name}`;
      const callback = await walk(stage.browser(), stage.settings(), { redirect_uri });
      expect(callback.location).toMatch(new RegExp(`^https://oauth\\.pstmn\\.io/v1/${name}\\?code=`));
    }
  });

  test('no-application-tokens: signing in works', async () => {
    expect((await tokensOf(play(), 'no-application-tokens')).refresh_token).toMatch(/^AQ/);
  });

  test('other-redirect-uri: the first request ends on an error page', async () => {
    const stage = play();
    const page = await walk(stage.browser(), stage.settings('other-redirect-uri'));
    expect(page.text).toContain(linkedin.errors.redirect_uri_mismatch.text);
  });

  test('old-scopes: openid is refused before any login', async () => {
    const stage = play();
    const page = await walk(stage.browser(), stage.settings('old-scopes'), { scope: 'r_liteprofile openid' });
    expect(callbackOf(page)).toMatchObject({
      error: 'unauthorized_scope_error',
      error_description: expect.stringContaining('openid'),
    });
  });

  test('native-pkce: the ordinary endpoint works as well, with the secret', async () => {
    const stage = play();
    const settings = {
      ...stage.settings('native-pkce'),
      authorization_endpoint: stage.settings().authorization_endpoint,
    };
    expect(callbackOf(await walk(stage.browser(), settings)).code).toMatch(/^AQT/);
  });

  test('no-refresh-tokens: answers carry none', async () => {
    expect(await tokensOf(play(), 'no-refresh-tokens')).not.toHaveProperty('refresh_token');
  });
});

describe('what takes too long', () => {
  test('an unfinished sign-in is forgotten after an hour, with a page that says so', async () => {
    const { browser: newBrowser, settings, clock } = play();
    const browser = newBrowser();
    const login = await browser.follow(await browser.get(authorizationUrl(settings())));
    clock.now += 60 * 60_000;
    const page = await browser.submit(login, LOGIN_FORM);
    expect([page.status, page.$('h1').text()]).toEqual([400, 'Bummer, something went wrong.']);
  });

  test('a code is still known as a dead one a week later, and as none after a season', async () => {
    const stage = play();
    const code = await newCode(stage);
    const { client_id, client_secret, redirect_uri } = stage.settings();
    const form = { grant_type: 'authorization_code', code, redirect_uri, client_id, client_secret };
    stage.clock.now += 7 * 86_400_000;
    expect(await description(await stage.post(TOKEN, form))).toBe(linkedin.errors.code_mismatch.text);
    stage.clock.now += 90 * 86_400_000;
    expect(await description(await stage.post(TOKEN, form))).toBe(linkedin.errors.code_not_found.text);
  });
});

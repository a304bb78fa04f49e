// @ts-nocheck
import { describe, expect, test } from 'vitest';
import { authorizationUrl, CONSENT_FORM, callbackOf, DAY, LOGIN_FORM, play, tokensOf, walk } from './play.ts';
import { getUserinfo } from './requests.ts';

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

import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/emulator/config/default-config.ts';
import { authorizationUrl, LOGIN_FORM, play, withApp } from './play.ts';

describe('every page', () => {
  test.each([
    '/',
    '/nothing',
    '/oauth/v2/authorization',
    '/uas/login',
    '/checkpoint/challenge/x',
    '/checkpoint/lg/login',
  ])('says that it is not LinkedIn, and lets nothing run or load from elsewhere: %s', async (path) => {
    const response = await play().get(path);
    const $ = load(await response.text());
    expect($('.banner').text()).toContain('This is not LinkedIn.');
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect($('script, link, img, [style], [onclick]').length).toBe(0);
    expect(policy).toContain(`'nonce-${$('style').attr('nonce')}'`);
  });

  test('has another nonce each time', async () => {
    const { get } = play();
    const nonces = await Promise.all(
      [get('/'), get('/')].map(async (page) => load(await (await page).text())('style').attr('nonce')),
    );
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  test('escapes names from the configuration', async () => {
    const name = '<img src=x onerror=alert(1)>';
    const stage = play(withApp('default', { name, description: name }));
    expect(load(await (await stage.get('/')).text())('img').length).toBe(0);
    const browser = stage.browser();
    const login = await browser.follow(await browser.get(authorizationUrl(stage.settings(name))));
    expect(login.$('img').length).toBe(0);
    expect(login.$('strong').text()).toContain(name);
    const again = await browser.submit(login, LOGIN_FORM, { session_key: '"><b>x', session_password: 'x' });
    expect(again.$('#username').val()).toBe('"><b>x');
  });
});

test('the landing page lists every application with its settings, every member and the endpoints', async () => {
  const text = load(await (await play().get('/')).text())('main').text();
  for (const { clientId, clientSecret, description } of defaultConfig.apps) {
    expect(text).toContain(`client_id=${clientId}\nclient_secret=${clientSecret}`);
    expect(text).toContain(description);
  }
  for (const { username, password } of defaultConfig.members) expect(text).toContain(username + password);
  expect(text).toContain('/oauth/v2/accessToken');
});

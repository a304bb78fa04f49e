// @ts-nocheck
import { describe, expect, test } from 'vitest';
import { fields, loginMessages, paths } from '../../src/providers/linkedin/pages.ts';
import { authorizationUrl, CONSENT_FORM, callbackOf, LOGIN_FORM, ORIGIN, play, walk } from './play.ts';

describe('signing in', () => {
  test('leads from authorize over login, login-success and consent to the redirect_uri', async () => {
    const { browser: newBrowser, settings, emulator } = play();
    const browser = newBrowser();
    const callback = await walk(browser, settings());

    const { code, state } = callbackOf(callback);
    expect(state).toBe('st/a+te=1');
    expect(code).toMatch(/^AQT[\w-]{208}$/);
    expect(callback.location).toMatch(/^http:\/\/localhost:3000\/callback\?code=/);
    expect(emulator.journal.map(({ method, path, status }) => `${method} ${path} ${status}`)).toEqual([
      'GET /oauth/v2/authorization 303',
      'GET /uas/login 200',
      'POST /checkpoint/lg/login-submit 303',
      'GET /oauth/v2/login-success 200',
      'POST /oauth/v2/authorization-submit 303',
    ]);
  });

  test('hides the request behind an opaque flow key, encoded twice', async () => {
    const { browser, settings } = play();
    const { location } = await browser().get(authorizationUrl(settings()));
    const login = new URL(location ?? '');
    expect(login.pathname).toBe(paths.login);
    expect(login.search).toMatch(
      /session_redirect=%2Foauth%2Fv2%2Flogin-success%3Fapp_id%3D\d{8}%26auth_type%3DAC%26flow%3Dkey%253A[0-9a-f-]{36}&fromSignIn=1&trk=oauth&cancel_redirect=/,
    );
  });

  test('offers several forms, of which one has the password field, with the hidden fields of LinkedIn in order', async () => {
    const { browser, settings } = play();
    const { follow, get, jar } = browser();
    const page = await follow(await get(authorizationUrl(settings())));
    expect(page.$('form').length).toBe(3);
    const names = page
      .$(`${LOGIN_FORM} [name]`)
      .map((_, input) => page.$(input).attr('name') ?? '')
      .get();
    expect(names).toEqual(
      'csrfToken session_key ac loginFailureCount sIdString pkSupported parentPageKey pageInstance trk authUUID session_redirect loginCsrfParam fp_data apfc _d showGoogleOneTapLogin showAppleLogin showMicrosoftLogin controlId session_password rememberMeOptIn'.split(
        ' ',
      ),
    );
    const cookies = Object.fromEntries((await jar.getCookies(ORIGIN)).map(({ key, value }) => [key, value]));
    expect(cookies.JSESSIONID).toMatch(/^"ajax:\d{19}"$/);
    expect(page.$(`${LOGIN_FORM} [name=csrfToken]`).val()).toBe(cookies.JSESSIONID?.replaceAll('"', ''));
    expect(cookies.bcookie).toBe(`"v=2&${page.$(`${LOGIN_FORM} [name=loginCsrfParam]`).val()}"`);
    expect(cookies.lidc).toMatch(/^"b=.*"$/);
  });

  test('sets no cookie with a Domain or Secure, so that it works over http on loopback', async () => {
    const { browser: newBrowser, settings } = play();
    const browser = newBrowser();
    await walk(browser, settings());
    for (const cookie of await browser.jar.getCookies(ORIGIN)) {
      expect(cookie).toMatchObject({ hostOnly: true, secure: false });
    }
  });

  test.each([
    ['a wrong password', { password: 'not it' }, fields.passwordError, loginMessages.wrongPassword],
    ['no password', { password: '' }, fields.passwordError, loginMessages.emptyPassword],
    [
      'an unknown user name',
      { username: 'nobody@example.com' },
      fields.usernameError,
      loginMessages.unknownMember,
    ],
  ])(
    'answers %s with 200 and the login page, where one error element is visible',
    async (_, typed, id, message) => {
      const { browser, settings } = play();
      const page = await walk(browser(), { ...settings(), ...typed });
      expect(page.status).toBe(200);
      expect(new URL(page.url).pathname).toBe(paths.loginSubmit);
      const visible = page.$(`.form__label--error:not(.${fields.hiddenError})`);
      expect(visible.map((_, element) => page.$(element).attr('id')).get()).toEqual([id]);
      expect(visible.text()).toBe(message);
      expect(page.$(LOGIN_FORM).length).toBe(1);
    },
  );

  test('carries all error texts in a block of every login page, so that grepping the body misleads', async () => {
    const { browser, settings } = play();
    const { follow, get } = browser();
    const page = await follow(await get(authorizationUrl(settings())));
    for (const message of Object.values(loginMessages)) expect(page.$('#i18n').text()).toContain(message);
    expect(page.$(`.form__label--error:not(.${fields.hiddenError})`).length).toBe(0);
  });

  test.each([
    [fields.csrfToken, 'ajax:1111111111111111111'],
    [fields.loginCsrf, '00000000-0000-4000-8000-000000000000'],
  ])('refuses a login form whose %s is not that of the cookies', async (field, value) => {
    const { browser: newBrowser, settings } = play();
    const { follow, get, submit } = newBrowser();
    const { username, password } = settings();
    const login = await follow(await get(authorizationUrl(settings())));
    const values = { [fields.username]: username, [fields.password]: password, [field]: value };
    expect((await submit(login, LOGIN_FORM, values)).status).toBe(403);
  });

  test('refuses a login or consent form that comes without cookies', async () => {
    const { browser: newBrowser, settings, post } = play();
    const { follow, get } = newBrowser();
    const login = await follow(await get(authorizationUrl(settings())));
    const form = login
      .$(LOGIN_FORM)
      .serializeArray()
      .map(({ name, value }): [string, string] => [name, value]);
    expect((await post(paths.loginSubmit, form)).status).toBe(403);
    expect((await post(paths.consentSubmit, { authorized: 'true', flow: 'key:x' })).status).toBe(403);
  });

  test('sends a consent form without a session back to the login page', async () => {
    const { browser: newBrowser, settings } = play();
    const browser = newBrowser();
    const { username, password } = settings();
    const login = await browser.follow(await browser.get(authorizationUrl(settings())));
    const consent = await browser.submit(login, LOGIN_FORM, {
      [fields.username]: username,
      [fields.password]: password,
    });
    await browser.jar.setCookie('li_at=forged', ORIGIN);
    const page = await browser.submit(consent, CONSENT_FORM);
    expect(new URL(page.url).pathname).toBe(paths.login);
    expect(page.$(LOGIN_FORM).length).toBe(1);
  });

  test('takes no password from the address', async () => {
    const { browser: newBrowser, settings, emulator } = play();
    const { follow, get } = newBrowser();
    const { username, password } = settings();
    await follow(await get(authorizationUrl(settings())));
    const query = new URLSearchParams({ [fields.username]: username, [fields.password]: password });
    const page = await get(`${ORIGIN}${paths.loginSubmit}?${query}`);
    expect(page.status).toBe(405);
    expect(emulator.journal.at(-1)).toMatchObject({
      passwordIn: 'query',
      fields: ['session_key', 'session_password'],
    });
  });
});

describe('cancelling', () => {
  test('on the login page ends with user_cancelled_login', async () => {
    const { browser: newBrowser, settings } = play();
    const { follow, get } = newBrowser();
    const login = await follow(await get(authorizationUrl(settings())));
    const cancelled = await get(ORIGIN + login.$('a.button--plain').attr('href'));
    expect(callbackOf(cancelled)).toMatchObject({ error: 'user_cancelled_login', state: 'st/a+te=1' });
  });

  test('on the consent page ends with user_cancelled_authorize', async () => {
    const { browser: newBrowser, settings } = play();
    const browser = newBrowser();
    const { username, password } = settings();
    const login = await browser.follow(await browser.get(authorizationUrl(settings())));
    const values = { [fields.username]: username, [fields.password]: password };
    const consent = await browser.submit(login, LOGIN_FORM, values);
    const cancelled = await browser.get(ORIGIN + consent.$(`#${fields.consentCancel}`).attr('href'));
    expect(callbackOf(cancelled)).toMatchObject({ error: 'user_cancelled_authorize', state: 'st/a+te=1' });
    expect((await browser.submit(consent, CONSENT_FORM)).status).toBe(400);
  });
});

describe('challenges', () => {
  test.each([
    ['carol', { captchaUserResponseToken: 'person' }, '#captcha-internal'],
    ['dave', { pin: '846264' }, 'form#email-pin-challenge #input__email_verification_pin[name=pin]'],
    ['erin', {}, 'strong:contains("Yes, it\'s me")'],
  ])('stop a scripted login of %s, and let a person through', async (member, proof, element) => {
    const { browser: newBrowser, settings } = play();
    const browser = newBrowser();
    const page = await walk(browser, settings('default', member));
    expect(new URL(page.url).pathname).toMatch(/^\/checkpoint\/challenge\/./);
    expect(page.$(element).length).toBe(1);
    const names = await browser.jar.getCookies(ORIGIN);
    expect(names.map(({ key }) => key)).not.toContain('li_at');
    const consent = await browser.submit(page, 'main form', proof);
    expect(consent.$(CONSENT_FORM).length).toBe(1);
  });

  test('refuse a proof that comes without cookies', async () => {
    const { browser, settings, post } = play();
    const page = await walk(browser(), settings('default', 'erin'));
    const challengeId = String(page.$('[name=challengeId]').val());
    expect((await post('/checkpoint/challenge/verify', { challengeId })).status).toBe(403);
  });

  test('show a wrong PIN and ask again', async () => {
    const { browser: newBrowser, settings } = play();
    const browser = newBrowser();
    const page = await walk(browser, settings('default', 'dave'));
    const again = await browser.submit(page, 'main form', { pin: '000000' });
    expect(again.$('[role=alert]').text()).toContain('not the right code');
  });
});

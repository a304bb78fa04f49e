// @ts-nocheck
import { expect, test } from 'vitest';
import { fields, loginMessages } from '../../../src/providers/linkedin/pages.ts';
import { CONSENT_FORM, LOGIN_FORM, type Play, play, walk } from '../play.ts';

/** Signs in on an emulator with a fault of the login form, up to the page that it shows. */
async function signIn(fault: string, changes: Record<string, string> = {}) {
  const stage: Play = play(undefined, [fault]);
  const browser = stage.browser();
  return { browser, page: await walk(browser, { ...stage.settings(), ...changes }) };
}

test.each([
  ['captcha', { captchaUserResponseToken: 'person' }],
  ['pin', { [fields.pin]: '314159' }],
  ['approval', {}],
  ['second-factor', { code: '314159' }],
])('a person passes what login-submit=%s asks for, and comes to the consent', async (kind, proof) => {
  const { browser, page } = await signIn(`login-submit=${kind}`);
  expect(page.$(CONSENT_FORM)).toHaveLength(0);
  expect((await browser.submit(page, 'form', proof)).$(CONSENT_FORM)).toHaveLength(1);
});

test.each(['captcha', 'second-factor', 'refused-login'])(
  'a wrong password is refused as ever, whatever login-submit=%s would ask for',
  async (kind) => {
    const { page } = await signIn(`login-submit=${kind}`, { password: 'not it' });
    expect(page.$(LOGIN_FORM)).toHaveLength(1);
    expect(page.text).toContain(loginMessages.wrongPassword.replaceAll("'", '&#39;'));
  },
);

test('a page in between leads on to the same address, with all that stands in it', async () => {
  const { page } = await signIn('login=interstitial');
  const { pathname, search } = new URL(page.url);
  expect(page.$('a:contains(Continue)').attr('href')).toBe(pathname + search);
});

import { describe, expect, test } from 'vitest';
import { scenarios } from '../../../src/emulator/scenarios/all.ts';
import { type ScenarioName, scenarioNames } from '../../../src/emulator/scenarios/catalogue.ts';
import { fields, paths } from '../../../src/providers/linkedin/pages.ts';
import type { Browser, Page } from '../../support/browser.ts';
import {
  authorizationUrl,
  CONSENT_FORM,
  callbackOf,
  LOGIN_FORM,
  ORIGIN,
  type Play,
  play,
  walk,
} from '../play.ts';

/** What each scenario shows to a client; a scenario without an entry does not compile. */
const expectations: Record<ScenarioName, (stage: Actors) => Promise<void>> = {
  'react-login': async ({ begin }) => {
    const page = await begin();
    expect(page.$('form').length).toBe(0);
    expect(page.$('script').text()).toContain("type: 'button'");
  },
  'password-by-get': async ({ begin, credentials, browser, stage }) => {
    const page = await begin();
    expect(page.$(LOGIN_FORM).attr('method')).toBeUndefined();
    expect((await browser.submit(page, LOGIN_FORM, credentials)).status).toBe(405);
    expect(stage.emulator.journal.at(-1)?.passwordIn).toBe('query');
  },
  'foreign-form': async ({ begin }) => {
    const page = await begin();
    expect(page.$(LOGIN_FORM).attr('method')).toBe('post');
    expect(page.$(LOGIN_FORM).attr('action')).toBe('https://login.another-site.invalid/collect');
  },
  blocked: async ({ begin }) => {
    expect((await begin()).status).toBe(999);
  },
  'redirect-loop': async ({ begin }) => {
    await expect(begin()).rejects.toThrow('More than 20 redirects');
  },
  'cookie-pin': async ({ begin, walkAll, browser, stage }) => {
    expect((await begin()).$(LOGIN_FORM).length).toBe(1);
    expect(browser.visited[0]).toBe(browser.visited[1]);
    expect(callbackOf(await walkAll()).code).toMatch(/^AQT/);
    const url = authorizationUrl(stage.settings('cookie-pin'));
    const { headers } = await stage.get(url.replace(ORIGIN, ''));
    expect(headers.get('location')).toBe(url);
  },
  'refused-login': async ({ walkAll }) => {
    expect((await walkAll()).url).toBe(
      `${ORIGIN}/checkpoint/lg/login?errorKey=challenge_global_internal_error`,
    );
  },
  'cancels-login': async ({ walkAll }) => {
    expect(callbackOf(await walkAll())).toMatchObject({ error: 'user_cancelled_login', state: 'st/a+te=1' });
  },
  'cancels-consent': async ({ walkAll }) => {
    expect(callbackOf(await walkAll())).toMatchObject({
      error: 'user_cancelled_authorize',
      state: 'st/a+te=1',
    });
  },
  'two-consent-forms': async ({ walkAll, browser }) => {
    const consent = await walkAll();
    expect(consent.$(`form[action="${paths.consentSubmit}"]`).length).toBe(2);
    const [deny, allow] = ['form:has([name=_method])', 'form:not(:has([name=_method]))'] as const;
    expect(callbackOf(await browser.submit(consent, allow)).code).toMatch(/^AQT/);
    const denied = await browser.submit(await consentAgain(browser, consent, 'two-consent-forms'), deny);
    expect(callbackOf(denied).error).toBe('user_cancelled_authorize');
  },
  'nameless-consent-buttons': async ({ begin, credentials, browser }) => {
    const consent = await browser.submit(await begin(), LOGIN_FORM, credentials);
    expect(consent.$('button').first().attr('name')).toBeUndefined();
    const again = await consentAgain(browser, consent, 'nameless-consent-buttons');
    expect(callbackOf(await browser.submit(consent, CONSENT_FORM)).error).toBe('user_cancelled_authorize');
    expect(callbackOf(await browser.submit(again, CONSENT_FORM, {}, '[name=action]')).code).toMatch(/^AQT/);
  },
  'login-on-other-host': async ({ begin, walkAll, browser }) => {
    const page = await begin();
    expect(new URL(page.url).host).toBe('localhost:9480');
    expect(browser.visited.filter((url) => /\?code=foreign-code&state=foreign-state/.test(url)).length).toBe(
      1,
    );
    expect(callbackOf(await walkAll()).code).toMatch(/^AQT/);
  },
  'login-in-authorize-response': async ({ begin, walkAll }) => {
    const page = await begin();
    expect(new URL(page.url).pathname).toBe('/oauth/v2/authorization');
    expect(page.$(LOGIN_FORM).attr('action')).toBe('');
    expect(callbackOf(await walkAll()).code).toMatch(/^AQT/);
  },
  'form-post': async ({ walkAll }) => {
    const page = await walkAll();
    expect(page.status).toBe(200);
    expect(page.$('form').attr('action')).toBe('http://localhost:3000/callback');
    expect(page.$('form [name=code]').val()).toMatch(/^AQT/);
    expect(page.$('form [name=state]').val()).toBe('st/a+te=1');
  },
  'issuer-parameter': async ({ walkAll }) => {
    expect(callbackOf(await walkAll())).toMatchObject({ iss: `${ORIGIN}/oauth`, state: 'st/a+te=1' });
  },
  'wrong-issuer': async ({ walkAll }) => {
    const { iss, code } = callbackOf(await walkAll());
    expect([iss, code]).toEqual(['https://other-server.example.com', expect.any(String)]);
  },
  'wrong-state': async ({ walkAll }) => {
    const { state, code } = callbackOf(await walkAll());
    expect([state, code]).toEqual(['not-the-state-of-the-request', expect.any(String)]);
  },
  'meta-refresh': async ({ begin, browser }) => {
    const page = await begin();
    const [, address] = page.$('meta[http-equiv=refresh]').attr('content')?.split('url=') ?? [];
    expect(page.status).toBe(200);
    expect((await browser.get(ORIGIN + address)).$(LOGIN_FORM).length).toBe(1);
  },
  'account-select': async ({ begin, browser }) => {
    const page = await begin();
    expect(page.$('[type=password]').length).toBe(0);
    const consent = await browser.submit(page, 'form', { account: 'bob@example.com' });
    expect(consent.text).toContain('Bob Baumeister');
  },
  'identifier-first': async ({ begin, credentials, browser, stage }) => {
    const first = await begin();
    expect(first.$('[type=password]').length).toBe(0);
    const { username, password } = stage.settings();
    const second = await browser.submit(first, 'form', { [fields.username]: username });
    expect(second.$(`input[type=hidden][name=${fields.username}]`).val()).toBe(credentials[fields.username]);
    const wrong = await browser.submit(second, 'form', { [fields.password]: 'not it' });
    expect(wrong.$(`#${fields.passwordError}`).hasClass(fields.hiddenError)).toBe(false);
    const consent = await browser.submit(wrong, 'form', { [fields.password]: password });
    expect(consent.$(CONSENT_FORM).length).toBe(1);
  },
  'fragment-error': async ({ walkAll }) => {
    const { hash, search } = new URL((await walkAll()).location ?? '');
    expect(search).toBe('');
    expect(Object.fromEntries(new URLSearchParams(hash.slice(1)))).toMatchObject({
      error: 'user_cancelled_authorize',
    });
  },
  'empty-forbidden': async ({ walkAll }) => {
    const { status, text } = await walkAll();
    expect([status, text]).toEqual([403, '']);
  },
  'second-factor': async ({ walkAll, browser }) => {
    const page = await walkAll();
    expect(page.$('input[name=code]').length).toBe(1);
    const again = await browser.submit(page, 'form', { code: '1' });
    expect((await browser.submit(again, 'form', { code: '314159' })).$(CONSENT_FORM).length).toBe(1);
  },
};

describe('scenarios', () => {
  test.each(scenarios.map(({ name, title }) => [title, name] as const))('%s (%s)', async (_, name) => {
    await expectations[name](actors(play(), name));
  });

  test.each(['//attacker.example', 'https://attacker.example', '/\\attacker.example', ''])(
    'send nobody to a foreign host: next=%s',
    async (next) => {
      const response = await play().get(`/federation/return?${new URLSearchParams({ next })}`);
      expect(response.headers.get('location')).toBe('/');
    },
  );

  test('have names, titles and descriptions of their own', () => {
    expect(new Set(scenarios.map(({ title }) => title)).size).toBe(scenarioNames.length);
    for (const { description } of scenarios) expect(description).toMatch(/^[A-Z].*\.$/s);
  });
});

function actors(stage: Play, app: ScenarioName) {
  const browser = stage.browser();
  const settings = stage.settings(app);
  return {
    stage,
    browser,
    credentials: { [fields.username]: settings.username, [fields.password]: settings.password },
    begin: async () => browser.follow(await browser.get(authorizationUrl(settings))),
    walkAll: () => walk(browser, settings),
  };
}

type Actors = ReturnType<typeof actors>;

/** The consent page for a smaller scope: consent to the first one is not remembered for it. */
async function consentAgain(browser: Browser, consent: Page, app: ScenarioName): Promise<Page> {
  const settings = { ...play().settings(app), scope: 'openid' };
  return browser.follow(
    await browser.get(authorizationUrl(settings).replace(ORIGIN, new URL(consent.url).origin)),
  );
}

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { env } from 'node:process';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/emulator/config/default-config.ts';
import { emulatorSettings } from '../../src/emulator/config/settings.ts';
import { type ServedEmulator, serveEmulator } from '../../src/emulator/http/serve.ts';
import { CHROMIUM_ARGUMENTS, findChromium, skipsWithoutChromium } from '../support/chromium.ts';
import { authorizationUrl, play, type settingsOf } from './play.ts';

const PHONE = { width: 360, height: 740 };
/** Where to keep pictures of the pages, for people who want to look at them. */
const { SCREENSHOTS } = env;

describe.skipIf(skipsWithoutChromium('the pages of the emulator'))('in a browser', () => {
  let browser: Browser;
  let served: ServedEmulator;
  let application: Server;
  let received: string[];
  let page: Page;
  let problems: string[];

  beforeAll(async () => {
    const executablePath = findChromium();
    if (executablePath === undefined) throw new Error('No Chromium found: set CHROME_PATH.');
    browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGUMENTS });
  });

  beforeEach(async () => {
    received = [];
    application = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        received.push(`${request.method} ${request.url} ${body}`);
        response.end('received');
      });
    }).listen(0, 'localhost');
    await new Promise((resolve) => application.once('listening', resolve));
    const callback = `http://localhost:${(application.address() as AddressInfo).port}/callback`;
    const config = {
      ...defaultConfig,
      apps: defaultConfig.apps.map((app) => ({ ...app, redirectUris: [callback] })),
    };
    served = await serveEmulator(play(config).emulator, { port: 0 });
    page = await browser.newPage({ viewport: PHONE });
    problems = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
        problems.push(message.text());
    });
    begin = (app) => page.goto(authorizationUrl(settings(config, app)));
    const settings = (from: typeof config, app: string) =>
      emulatorSettings(served.origin, from, app, 'alice') as ReturnType<typeof settingsOf>;
  });

  afterEach(async () => {
    await page.close();
    await served.close();
    application.close();
    application.closeAllConnections();
    expect(problems.filter((problem) => !problem.includes('favicon'))).toEqual([]);
  });

  afterAll(() => browser?.close());

  let begin: (app: string) => Promise<unknown>;

  test('a person signs in and allows the request by keyboard, on a phone', async () => {
    await begin('default');
    await look(page, 'login');
    expect(await overflow(page)).toBe(0);
    await page.keyboard.type('alice@example.com');
    await page.keyboard.press('Tab');
    await page.keyboard.type('wrong');
    await page.keyboard.press('Enter');
    await page.locator('#error-for-password:visible').waitFor();
    await look(page, 'wrong-password');
    await page.locator('#password').focus();
    await page.keyboard.type('correct-horse-1');
    await page.keyboard.press('Enter');
    await page.locator('#oauth__auth-form').waitFor();
    await look(page, 'consent');
    expect(await overflow(page)).toBe(0);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.id')).toBe('oauth__auth-form__submit-btn');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/callback\?code=/);
    expect(received[0]).toMatch(/^GET \/callback\?code=AQT[\w-]+&state=st%2Fa%2Bte%3D1 $/);
  });

  test('a page whose form posts itself reaches the application', async () => {
    await begin('form-post');
    await signIn(page);
    await page.locator('#oauth__auth-form__submit-btn').click();
    await page.waitForURL(/\/callback$/);
    expect(received[0]).toMatch(/^POST \/callback code=AQT/);
  });

  test('a login page drawn by JavaScript shows fields and no form', async () => {
    await begin('react-login');
    await look(page, 'react-login');
    expect(await page.locator('input:visible').count()).toBe(2);
    expect(await page.locator('form').count()).toBe(0);
    await page.getByRole('button').click();
    expect(new URL(page.url()).pathname).toBe('/uas/login');
  });

  test('a login on another host leads back to the application', async () => {
    await begin('login-on-other-host');
    expect(new URL(page.url()).hostname).toBe('localhost');
    await signIn(page);
    await page.locator('#oauth__auth-form__submit-btn').click();
    await page.waitForURL(/\/callback\?code=/);
  });

  test('a page that moves on by itself moves on', async () => {
    await begin('meta-refresh');
    await page.waitForURL(/\/uas\/login/);
  });

  test.each(['no such client', 'landing', 'challenge'])(
    'fits a phone, in light and dark: %s',
    async (name) => {
      if (name === 'landing') await page.goto(`${served.origin}/`);
      else if (name === 'challenge') {
        await begin('default');
        await page.locator('#username').fill('dave@example.com');
        await page.locator('#password').fill('pin-by-e-mail-4');
        await page.keyboard.press('Enter');
        await page.locator('[name=pin]').waitFor();
      } else await page.goto(`${served.origin}/oauth/v2/authorization?client_id=undefined`);
      await look(page, name);
      expect(await overflow(page)).toBe(0);
    },
  );

  async function signIn(at: Page): Promise<void> {
    await at.locator('#username').fill('alice@example.com');
    await at.locator('#password').fill('correct-horse-1');
    await at.getByRole('button', { name: 'Sign in' }).click();
  }
});

/** How many pixels a page is wider than the window. */
function overflow(page: Page): Promise<number> {
  // As text, since tests are compiled without the types of a page.
  const root = 'document.documentElement';
  return page.evaluate(`${root}.scrollWidth - ${root}.clientWidth`);
}

async function look(page: Page, name: string): Promise<void> {
  if (SCREENSHOTS === undefined) return;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `${SCREENSHOTS}/${name.replaceAll(' ', '-')}-${colorScheme}.png` });
  }
}

import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Failure } from '../../src/failure.ts';
import type { LoginArguments } from '../../src/tokens/options.ts';
import { runLogin } from '../../src/tokens/run-login.ts';
import { type ForeignServer, foreignClient, startOidcProvider } from '../foreign/oidc-provider.ts';
import { CHROMIUM_ARGUMENTS, findChromium, skipsWithoutChromium } from '../support/chromium.ts';
import { freePort } from './free-port.ts';
import { realIo } from './support.ts';

/** Where to keep pictures of the pages, for people who want to look at them. */
const { SCREENSHOTS } = env;

const plainArguments: LoginArguments = {
  target: undefined,
  provider: 'linkedin',
  'env-file': undefined,
  scope: 'openid profile email',
  'redirect-uri': undefined,
  pkce: false,
  browser: true,
  'show-token': false,
  timeout: 60,
  store: 'tokens.json',
  force: false,
  certificate: undefined,
  key: undefined,
  'save-session': undefined,
};

describe.skipIf(skipsWithoutChromium('legwork login'))('legwork login in a browser', () => {
  let browser: Browser;
  let page: Page;
  let problems: string[];
  let requested: string[];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: findChromium() ?? '', args: CHROMIUM_ARGUMENTS });
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
    problems = [];
    requested = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    page.on('request', (request) => requested.push(request.url()));
  });

  /** Runs the command; `person` does what a person does in the browser that it opens. */
  async function login(
    args: Partial<LoginArguments>,
    person: () => Promise<void>,
    overrides: Parameters<typeof realIo>[0] = {},
  ) {
    let acted: Promise<void> = Promise.resolve();
    const stop = new AbortController();
    const io = realIo({
      interrupted: stop.signal,
      openBrowser: async (address) => {
        acted = page.goto(address).then(person);
        acted.catch(() => stop.abort());
      },
      ...overrides,
    });
    const redirectUri = args['redirect-uri'] ?? `http://localhost:${await freePort()}/callback`;
    const code = await runLogin({ ...plainArguments, 'redirect-uri': redirectUri, ...args }, io).catch(
      (error: unknown) => {
        if (error instanceof Failure) return error;
        throw error;
      },
    );
    await acted;
    const store = join(io.cwd, 'tokens.json');
    return { code, io, store, redirectUri, stored: () => JSON.parse(readFileSync(store, 'utf8')).tokens[0] };
  }

  async function signIn(): Promise<void> {
    await page.locator('#username').fill('alice@example.com');
    await page.locator('#password').fill('correct-horse-1');
    await page.keyboard.press('Enter');
    await page.locator('#oauth__auth-form__submit-btn').click();
    await page.getByRole('heading', { name: /signed in|did not/ }).waitFor();
  }

  test('a person signs in at the emulator; page and terminal show the member id, and no token', async () => {
    let source = '';
    const { code, io, store, stored } = await login({}, async () => {
      await signIn();
      await look('signed-in');
      expect(await overflow()).toBe(0);
      expect(await page.locator('main').innerText()).toContain('Alice Liddell');
      source = await page.content();
      expect(page.url()).toMatch(/^http:\/\/localhost:\d+\/result\/[\w-]{32}$/);
      await page.getByRole('button', { name: 'Done' }).click();
      await page.getByRole('heading', { name: 'All done' }).waitFor();
    });
    expect(code).toBe(0);
    expect(statSync(store).mode & 0o777).toBe(0o600);
    const { accessToken, refreshToken, memberId } = stored();
    expect(source).not.toContain(accessToken);
    expect(source).not.toContain(refreshToken);
    expect(source).toContain(memberId);
    expect(io.written()).toMatch(new RegExp(`^Member id +${memberId}$`, 'm'));
    expect(io.written() + io.said()).not.toContain(accessToken);
    expect(io.written() + io.said()).not.toContain(refreshToken);
    expect(problems.filter((text) => !text.includes('favicon'))).toEqual([]);
    // Nothing of a page comes from elsewhere.
    const origins = new Set(requested.map((url) => new URL(url).hostname));
    expect([...origins].sort()).toEqual(['127.0.0.1', 'localhost']);
    expect(await page.evaluate('document.referrer')).toBe('');
  });

  test('the page shows the token when it is asked to, once', async () => {
    await login({}, async () => {
      await signIn();
      const reveal = page.getByRole('button', { name: 'Show the access token' });
      const action = (await reveal.locator('xpath=..').getAttribute('action')) ?? '';
      await reveal.click();
      await page.getByRole('heading', { name: 'The access token' }).waitFor();
      await look('revealed');
      const token = await page.locator('pre').innerText();
      expect(token).toMatch(/^AQ[\w-]{300,}$/);
      // Its first characters may stand in any random address.
      expect(page.url()).not.toContain(token.slice(0, 12));
      const again = await fetch(new URL(action, page.url()), { method: 'POST' });
      expect(again.status).toBe(410);
      const fromElsewhere = await fetch(new URL(action, page.url()), {
        method: 'POST',
        headers: { 'sec-fetch-site': 'cross-site' },
      });
      expect(fromElsewhere.status).toBe(404);
      await page.getByRole('button', { name: 'Done' }).click();
    });
  });

  test('a person who does not allow the request is told so, in the page and at the terminal', async () => {
    const { code } = await login({}, async () => {
      await page.locator('#username').fill('alice@example.com');
      await page.locator('#password').fill('correct-horse-1');
      await page.keyboard.press('Enter');
      await page.locator('#oauth__auth-form__cancel-btn').click();
      await page.getByRole('heading', { name: 'did not succeed' }).waitFor();
      await look('denied');
      expect(await page.locator('main').innerText()).toContain('user_cancelled_authorize');
    });
    expect(code).toMatchObject({ code: 'LOGIN_REFUSED', exitCode: 3 });
    expect((code as Failure).message).toMatch(
      /LinkedIn answered "user_cancelled_authorize": "The user cancelled/,
    );
  });

  test('a scope that the application does not have comes back at once, explained', async () => {
    const { code } = await login({ scope: 'r_liteprofile' }, async () => {
      await page.getByRole('heading', { name: 'did not succeed' }).waitFor();
      await look('scope-refused');
    });
    expect((code as Failure).message).toContain(
      'Scope "r_liteprofile" is not authorized for your application',
    );
    expect((code as Failure).hint).not.toBe('');
  });

  test("PKCE goes to LinkedIn's endpoint for native clients, on an IP address and without a secret", async () => {
    const redirectUri = `http://127.0.0.1:${await freePort()}/callback`;
    const { code, stored } = await login(
      { pkce: true, 'redirect-uri': redirectUri, scope: 'r_basicprofile' },
      async () => {
        await signIn();
        await page.getByRole('button', { name: 'Done' }).click();
      },
    );
    expect(code).toBe(0);
    expect(requested[0]).toMatch(
      /\/oauth\/native-pkce\/authorization\?.*code_challenge=[\w-]{43}&code_challenge_method=S256/,
    );
    expect(stored().memberId).toMatch(/./);
  });

  describe('at a certified server', () => {
    let server: ForeignServer;
    let redirectUri: string;
    beforeAll(async () => {
      redirectUri = `http://localhost:${await freePort()}/signed/in`;
      server = await startOidcProvider([redirectUri]);
    });
    afterAll(() => server.close());

    test('the id_token is verified, nonce, issuer and all', async () => {
      const { code, io, stored } = await login(
        { provider: server.issuer, 'redirect-uri': redirectUri, scope: 'openid' },
        async () => {
          await page.locator('[name=login]').fill('ann');
          await page.locator('[name=password]').fill('x');
          await page.keyboard.press('Enter');
          await page.getByRole('button', { name: 'Continue' }).click();
          await page.getByRole('heading', { name: 'signed in' }).waitFor();
          await page.getByRole('button', { name: 'Done' }).click();
        },
        {
          env: { OAUTH_CLIENT_ID: foreignClient.client_id, OAUTH_CLIENT_SECRET: foreignClient.client_secret },
        },
      );
      expect(code).toBe(0);
      expect(requested[0]).toMatch(/[?&]nonce=[\w-]{43}&code_challenge=/);
      expect(stored().memberId).toBe('ann');
      expect(io.written()).toContain('ann');
    });
  });

  async function look(name: string): Promise<void> {
    if (SCREENSHOTS === undefined) return;
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${SCREENSHOTS}/login-${name}-${colorScheme}.png` });
    }
  }

  /** How many pixels the page is wider than the window. */
  function overflow(): Promise<number> {
    // As text, since tests are compiled without the types of a page.
    const root = 'document.documentElement';
    return page.evaluate(`${root}.scrollWidth - ${root}.clientWidth`);
  }
});

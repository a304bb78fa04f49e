// @ts-nocheck
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { logInAndSave } from '../../src/login/save-session.ts';
import { readSession } from '../../src/login/session-file.ts';
import { CHROMIUM_ARGUMENTS, findChromium, skipsWithoutChromium } from '../support/chromium.ts';
import { freePort } from './free-port.ts';
import { practicePlan } from './practice-login.ts';
import { realIo } from './support.ts';

describe.skipIf(skipsWithoutChromium('saved sessions'))('a saved session', () => {
  /** A person signs in, in the browser that legwork opens; another site sets a cookie meanwhile. */
  async function saved(person: (page: Page) => Promise<void>) {
    const io = realIo({ env: { CHROME_PATH: findChromium() ?? '' } });
    const { plan, key, profile, close } = await practicePlan(
      io,
      `http://localhost:${await freePort()}/callback`,
    );
    const file = join(io.cwd, 'session.json');
    let acted: Promise<void> = Promise.resolve();
    const outcome = await logInAndSave(
      plan,
      { key, store: join(io.cwd, 'tokens.json') },
      { browser: true, timeout: 60, linger: false, report: () => {} },
      file,
      io,
      {
        headless: true,
        args: CHROMIUM_ARGUMENTS,
        onPage(page) {
          acted = person(page as Page);
          acted.catch(() => {});
        },
      },
    );
    await acted;
    return { io, outcome, file, profile, close };
  }

  async function signIn(page: Page): Promise<void> {
    await page.locator('#username').fill('alice@example.com');
    await page
      .context()
      .addCookies([{ name: 'stranger', value: 'x', domain: 'shop.example.com', path: '/' }]);
    await page.locator('#password').fill('correct-horse-1');
    await page.keyboard.press('Enter');
    await page.locator('#oauth__auth-form__submit-btn').click();
  }

  test('has the cookies of the provider and no others, for the owner alone, and lives as long as they do', async () => {
    const { io, outcome, file, profile, close } = await saved(signIn);
    await close();
    expect(outcome.kind).toBe('success');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const { cookies } = JSON.parse(readFileSync(file, 'utf8')) as {
      cookies: { key: string; domain: string }[];
    };
    expect(cookies.map(({ key }) => key)).toContain('li_at');
    expect([...new Set(cookies.map(({ domain }) => domain))]).toEqual(['127.0.0.1']);
    const shown = 'session.json';
    expect((await readSession({ path: file, shown }, profile, io)).cookies).toHaveLength(cookies.length);
    const later = { ...io, now: () => Date.now() + 400 * 86_400_000 };
    const left = await readSession({ path: file, shown }, profile, later).catch((error: unknown) => error);
    expect(JSON.stringify(left)).not.toContain('li_at');
    // The canary: what the person typed is nowhere, and nothing of the session is on the terminal.
    const at = JSON.parse(readFileSync(file, 'utf8')).cookies.find(
      ({ key }: { key: string }) => key === 'li_at',
    ).value;
    expect(io.written() + io.said()).not.toContain(at);
    expect(readFileSync(file, 'utf8')).not.toContain('correct-horse-1');
  });

  test.each<[string, (page: Page) => Promise<unknown>]>([
    ['closes its only window', (page) => page.close()],
    ['ends the browser', async (page) => page.context().browser()?.close()],
  ])('whose person %s ends at once, and is not kept', async (_, leave) => {
    const { outcome, file, close } = await saved(async (page) => {
      await page.locator('#username').waitFor();
      await leave(page);
    });
    await close();
    expect(outcome).toMatchObject({ kind: 'failed', failure: { code: 'LOGIN_REFUSED' } });
    expect(outcome.kind === 'failed' && outcome.failure.message).toContain(
      'the browser was closed before the end',
    );
    expect(existsSync(file)).toBe(false);
  });
});

test('a session that is missing, damaged, or of another site is dead, with the command that renews it', async () => {
  const io = realIo();
  const { profile, close } = await practicePlan(io);
  await close();
  const path = join(io.cwd, 'session.json');
  const read = () => readSession({ path, shown: 'session.json' }, profile, io);
  const dead = (reason: RegExp) => ({
    code: 'SESSION_DEAD',
    exitCode: 3,
    message: expect.stringMatching(reason),
    hint: 'Sign in once more: legwork login --target live --save-session session.json',
  });
  await expect(read()).rejects.toMatchObject(dead(/there is no such file/));
  const write = (content: string) => writeFileSync(path, content, { mode: 0o600 });
  write('{"cookies": [');
  await expect(read()).rejects.toMatchObject(dead(/it is not valid JSON: line 1, column 14/));
  write('{}');
  await expect(read()).rejects.toMatchObject(dead(/it (has no cookie|is not a cookie jar)/));
  write(
    JSON.stringify({
      version: 'tough-cookie@6.1.0',
      storeType: 'MemoryCookieStore',
      rejectPublicSuffixes: false,
      cookies: [{ key: 'a', value: 'b', domain: 'example.com', path: '/' }],
    }),
  );
  await expect(read()).rejects.toMatchObject(dead(/it has no cookie of LinkedIn/));
});

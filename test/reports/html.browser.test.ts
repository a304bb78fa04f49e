import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { htmlReport } from '../../src/reports/html.ts';
import { CHROMIUM_ARGUMENTS, findChromium, skipsWithoutChromium } from '../support/chromium.ts';
import { CONTRASTS } from '../support/contrasts.ts';
import { runEmulated } from '../support/emulated-run.ts';
import { failed, flow, run, step } from './sample.ts';

/** Where to keep pictures of the report, for people who want to look at them. */
const { SCREENSHOTS } = env;

describe.skipIf(skipsWithoutChromium('the HTML report'))('in a browser', () => {
  let browser: Browser;
  let folder: string;
  let page: Page;
  let problems: string[];
  let requests: string[];

  beforeAll(async () => {
    const executablePath = findChromium();
    if (executablePath === undefined) throw new Error('No Chromium found: set CHROME_PATH.');
    browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGUMENTS });
    folder = mkdtempSync(join(tmpdir(), 'legwork-html-'));
    for (const app of ['default', 'other-redirect-uri']) {
      mkdirSync(join(folder, app));
      const { files } = await runEmulated(app, { io: { cwd: join(folder, app) } });
      writeFileSync(join(folder, `${app}.html`), files['reports/report.html'] ?? '');
    }
  });

  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    problems = [];
    requests = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => problems.push(message.text()));
    page.on('request', (request) => requests.push(request.url()));
  });

  afterEach(async () => {
    expect(requests.filter((url) => !url.startsWith('file:'))).toEqual([]);
    await page.close();
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(name: string): Promise<void> {
    await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
  }

  test.each(['default', 'other-redirect-uri'])(
    'its policy lets its own style through, and it asks for nothing: %s',
    async (name) => {
      await open(name);
      expect(problems).toEqual([]);
      expect(requests).toHaveLength(1);
      expect(await page.evaluate("getComputedStyle(document.querySelector('h1 .badge')).display")).toBe(
        'inline-block',
      );
    },
  );

  test('a script or style that a server smuggled in is not run, even if it were not escaped', async () => {
    const html = htmlReport(run([flow('a', 'A', { steps: [step('Ask')] })])).replace(
      '</body>',
      '<script>document.title = "run"</script><p style="position:fixed">x</p></body>',
    );
    writeFileSync(join(folder, 'smuggled.html'), html);
    await open('smuggled');
    expect(await page.title()).toBe('Passed: LinkedIn OAuth flows');
    expect(await page.evaluate("getComputedStyle(document.querySelector('body > p')).position")).toBe(
      'static',
    );
  });

  test('the first screen says what happened at which hop, and why it failed', async () => {
    await open('other-redirect-uri');
    const visible = await page.locator('.findings').boundingBox();
    expect((visible?.y ?? 900) + (visible?.height ?? 0)).toBeLessThan(900);
    const words = await page.locator('.findings').innerText();
    expect(words).toContain('Request the login form');
    expect(words).toContain('The redirect_uri does not match the registered value');
  });

  test('a refused redirect_uri stands beside the registered one, with what differs marked', async () => {
    await open('other-redirect-uri');
    const [sent, registered] = await page.locator('.redirect-uris dd').all();
    const [one, other] = [await sent?.boundingBox(), await registered?.boundingBox()];
    expect(one?.y).toBe(other?.y);
    expect(await sent?.locator('mark').allInnerTexts()).toEqual(['://localhost:3000']);
    expect(await registered?.locator('mark').allInnerTexts()).toEqual(['s://app.example.com/auth/linkedin']);
  });

  test('an arrow goes from lane to lane, and a failed one is marked', async () => {
    await open('other-redirect-uri');
    const lane = async (name: string) => {
      const box = await page.locator('#flow-2 .lanes span', { hasText: name }).boundingBox();
      return (box?.x ?? 0) + (box?.width ?? 0) / 2;
    };
    const arrow = await page.locator('#flow-2 .sequence .request .arrow').first().boundingBox();
    expect(Math.abs((arrow?.x ?? 0) - (await lane('Client')))).toBeLessThan(2);
    expect(Math.abs((arrow?.x ?? 0) + (arrow?.width ?? 0) - (await lane('server')))).toBeLessThan(2);
    expect(await page.locator('#flow-2 .sequence .failed').innerText()).toContain('✗ failed');
  });

  test('everything that opens does so by keyboard, and shows the decoded parameters', async () => {
    await open('default');
    const summary = page.locator('#flow-2-step-1 summary').first();
    await summary.focus();
    await page.keyboard.press('Enter');
    const opened = page.locator('#flow-2-step-1 details').first();
    expect(await opened.getAttribute('open')).toBe('');
    expect(await opened.innerText()).toContain('http://localhost:3000/callback');
    expect(await opened.innerText()).toContain('‹state·1›');
  });

  test('a screen reader hears the hops as a list that says who speaks to whom', async () => {
    await open('default');
    const list = page.getByRole('list', { name: 'Sequence' }).last();
    const items = await list.getByRole('listitem').allTextContents();
    expect(items.length).toBeGreaterThan(15);
    expect(items[0]).toMatch(/^Client to Authorization server: GET \/oauth\/v2\/authorization/);
    expect(items.some((item) => item.startsWith('Authorization server to Callback: 303'))).toBe(true);
  });

  test.each([1200, 390, 320])('nothing sticks out at a width of %i, in both themes', async (width) => {
    for (const name of ['default', 'other-redirect-uri']) {
      await page.setViewportSize({ width, height: 800 });
      await open(name);
      await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const root = 'document.documentElement';
        expect(await page.evaluate(`${root}.scrollWidth - ${root}.clientWidth`)).toBe(0);
        if (SCREENSHOTS !== undefined)
          await page.screenshot({
            path: `${SCREENSHOTS}/report-${name}-${width}-${colorScheme}.png`,
            fullPage: true,
          });
      }
    }
  });

  test.each(['light', 'dark'] as const)(
    'words can be read: contrast of at least 4.5 in %s',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      await open('other-redirect-uri');
      const poor = await page.evaluate(CONTRASTS);
      expect(poor).toEqual([]);
    },
  );

  test('on paper nothing is cut off, and colours stay', async () => {
    await open('default');
    await page.emulateMedia({ media: 'print' });
    const root = 'document.documentElement';
    expect(await page.evaluate(`${root}.scrollWidth - ${root}.clientWidth`)).toBe(0);
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
  });

  test('a long text without a place to break does not widen the page', async () => {
    const long = 'x'.repeat(3000);
    const steps = [step(long, { outcome: 'failed', assertions: [failed(long, long)], url: long as never })];
    writeFileSync(
      join(folder, 'long.html'),
      htmlReport(run([flow('a', long, { steps, outcome: 'failed' })], 'failed')),
    );
    await page.setViewportSize({ width: 390, height: 800 });
    await open('long');
    const root = 'document.documentElement';
    expect(await page.evaluate(`${root}.scrollWidth - ${root}.clientWidth`)).toBe(0);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { manyReports } from '../../../src/batch/reports/all.ts';
import { writeManyReports } from '../../../src/batch/write-many-reports.ts';
import { CHROMIUM_ARGUMENTS, findChromium, skipsWithoutChromium } from '../../support/chromium.ts';
import { CONTRASTS } from '../../support/contrasts.ts';
import { testIo } from '../../support/io.ts';
import { madeUp, manyOf } from './many-of.ts';

/** Where to keep pictures of the report, for people who want to look at them. */
const { SCREENSHOTS } = env;

const OVERFLOW = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

describe.skipIf(skipsWithoutChromium('the HTML report of many targets'))(
  'ten thousand targets in a browser',
  () => {
    let browser: Browser;
    let folder: string;
    let page: Page;
    let problems: string[];
    let requests: string[];

    beforeAll(async () => {
      const executablePath = findChromium();
      if (executablePath === undefined) throw new Error('No Chromium found: set CHROME_PATH.');
      browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGUMENTS });
      folder = mkdtempSync(join(tmpdir(), 'legwork-many-html-'));
      for (const [name, share] of [
        ['tenth', 0.1],
        ['all', 1],
      ] as const) {
        const { failures } = await writeManyReports(
          [manyReports.html],
          manyOf(madeUp(10_000, share)),
          name,
          testIo({ cwd: folder }),
        );
        expect(failures).toEqual([]);
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
      expect(problems).toEqual([]);
      expect(requests).toHaveLength(1);
      await page.close();
    });

    afterAll(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    async function open(name: string): Promise<void> {
      await page.goto(pathToFileURL(join(folder, name, 'report.html')).href);
    }

    test('the first screen says how many failed, and of what', async () => {
      await open('all');
      const visible = await page.locator('.causes li').nth(1).boundingBox();
      expect((visible?.y ?? 900) + (visible?.height ?? 0)).toBeLessThan(900);
      expect(
        await page
          .locator('.shares .failed')
          .first()
          .evaluate((bar) => bar.getBoundingClientRect().width),
      ).toBe(1080);
    });

    test('a name leads to its detail, which opens', async () => {
      await open('tenth');
      await page.locator('.causes .names a').first().click();
      const detail = page.locator('details.target').first();
      expect(await detail.getAttribute('open')).toBeNull();
      // The target of a link is brought into view; its summary opens by keyboard.
      await detail.locator('> summary').focus();
      await page.keyboard.press('Enter');
      expect(await detail.getAttribute('open')).toBe('');
      expect(await detail.innerText()).toContain('Register exactly the one that is sent.');
    });

    test('the page of any target opens by keyboard and shows its row', async () => {
      await open('tenth');
      const last = page.locator('.targets details').last();
      await last.locator('summary').focus();
      await page.keyboard.press('Enter');
      const row = last.getByRole('row', { name: /^app-9999 / });
      await row.scrollIntoViewIfNeeded();
      expect(await row.isVisible()).toBe(true);
    });

    test.each([1200, 390, 320])('nothing sticks out at a width of %i, in both themes', async (width) => {
      await page.setViewportSize({ width, height: 800 });
      for (const name of ['tenth', 'all']) {
        await open(name);
        await page.evaluate(
          "for (const one of [...document.querySelectorAll('details')].slice(0, 220)) one.open = true",
        );
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          expect(await page.evaluate(OVERFLOW)).toBe(0);
          if (SCREENSHOTS !== undefined)
            await page.screenshot({ path: `${SCREENSHOTS}/many-${name}-${width}-${colorScheme}.png` });
        }
        requests.pop();
      }
      requests.push('');
    });

    test.each(['light', 'dark'] as const)(
      'words can be read: contrast of at least 4.5 in %s',
      async (colorScheme) => {
        await page.emulateMedia({ colorScheme });
        await open('tenth');
        await page.evaluate("document.querySelector('details.target').open = true");
        await page.evaluate("document.querySelector('.targets details').open = true");
        expect(await page.evaluate(CONTRASTS)).toEqual([]);
      },
    );
  },
);

// @ts-nocheck
import { failure } from '../failure.ts';
import type { Io } from '../io.ts';

/** A cookie as a browser tells it. */
export interface BrowserCookie {
  readonly name: string;
  readonly value: string;
  /** With a dot in front when subdomains get it too. */
  readonly domain: string;
  readonly path: string;
  /** Seconds since 1970; -1 for one that ends with the session of the browser. */
  readonly expires: number;
  readonly httpOnly: boolean;
  readonly secure: boolean;
  readonly sameSite: 'Strict' | 'Lax' | 'None';
}

/** A browser with a fresh profile, which a person uses and a program looks into. */
export interface SteeredBrowser {
  readonly open: (address: string) => Promise<void>;
  readonly cookies: () => Promise<readonly BrowserCookie[]>;
  readonly close: () => Promise<void>;
  /** Settles when the person closes it, or the last of its windows. */
  readonly gone: Promise<void>;
}

/** How it is started; everything may be left out. */
export interface BrowserChoice {
  /** Without a window, for tests. */
  readonly headless?: boolean;
  readonly args?: readonly string[];
  /** The present page, for whoever plays the person. */
  readonly onPage?: (page: unknown) => void;
}

const USUAL_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium'];

/**
 * Starts Chrome, Edge or Chromium: the one of CHROME_PATH, or the first that is found.
 *
 * @throws Failure BROWSER_MISSING when playwright-core is not installed, or no browser is found
 */
export async function startBrowser(
  { env }: Pick<Io, 'env'>,
  { headless = false, args = [], onPage }: BrowserChoice = {},
): Promise<SteeredBrowser> {
  const { chromium } = await playwright();
  const candidates = env.CHROME_PATH
    ? [{ executablePath: env.CHROME_PATH }]
    : [
        { channel: 'chrome' },
        { channel: 'msedge' },
        ...USUAL_PLACES.map((executablePath) => ({ executablePath })),
      ];
  const problems: unknown[] = [];
  for (const candidate of candidates) {
    try {
      const browser = await chromium.launch({ ...candidate, headless, args: [...args] });
      const context = await browser.newContext({ viewport: null });
      const gone = new Promise<void>((resolve) => {
        browser.on('disconnected', () => resolve());
        context.on('page', (page) => {
          page.on('close', () => {
            // A browser without windows goes on running, on some systems.
            if (context.pages().length === 0) resolve();
          });
        });
      });
      return {
        gone,
        async open(address) {
          const page = await context.newPage();
          onPage?.(page);
          // The person goes on from here: that it takes long, or is left, is no failure.
          page.goto(address).catch(() => {});
        },
        cookies: () => context.cookies(),
        close: () => browser.close(),
      };
    } catch (error) {
      problems.push(error);
    }
  }
  throw failure(
    'BROWSER_MISSING',
    {
      reason: 'neither Chrome nor Chromium could be started',
      remedy: 'Install one, or set CHROME_PATH to its program. It needs a screen.',
    },
    { cause: new AggregateError(problems) },
  );
}

async function playwright() {
  try {
    return await import('playwright-core');
  } catch (error) {
    throw failure(
      'BROWSER_MISSING',
      {
        reason: 'the package playwright-core is not installed',
        remedy: 'Install it beside legwork: npm install --save-dev playwright-core',
      },
      { cause: error },
    );
  }
}

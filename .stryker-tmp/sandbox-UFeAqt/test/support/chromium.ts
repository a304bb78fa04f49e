// @ts-nocheck
import { existsSync } from 'node:fs';
import { env } from 'node:process';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Arguments with which the browser works in a container and asks nothing of the network. */
export const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser to test with: CHROME_PATH, or one in a usual place. */
export function findChromium(): string | undefined {
  return [env.CHROME_PATH, ...USUAL_PLACES].find(
    (path) => path !== undefined && path !== '' && existsSync(path),
  );
}

/**
 * Whether tests with a browser must be skipped. Says so in one loud line, and never skips where CI=true: there a
 * missing browser is a failure.
 */
export function skipsWithoutChromium(what: string): boolean {
  if (findChromium() !== undefined || env.CI === 'true') return false;
  console.warn(`\n!!! NOT TESTED: ${what}: no Chromium found. Install it, or set CHROME_PATH. !!!\n`);
  return true;
}

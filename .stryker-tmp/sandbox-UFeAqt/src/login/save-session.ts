// @ts-nocheck
import { failure } from '../failure.ts';
import type { Io } from '../io.ts';
import type { LoginPlan } from './attempt.ts';
import type { Keeping } from './complete-login.ts';
import { type LoginManner, logIn } from './log-in.ts';
import type { LoginOutcome } from './outcome.ts';
import { writeSession } from './session-file.ts';
import {
  type BrowserChoice,
  type BrowserCookie,
  type SteeredBrowser,
  startBrowser,
} from './steered-browser.ts';

/**
 * Leads a person through a login in a browser of its own, and keeps the session of that browser when it succeeded.
 *
 * @param file absolute
 * @throws Failure BROWSER_MISSING, and those of `logIn` and `writeSession`
 */
export async function logInAndSave(
  plan: LoginPlan,
  keeping: Keeping,
  manner: LoginManner,
  file: string,
  io: Io,
  choice: BrowserChoice = {},
): Promise<LoginOutcome> {
  const browser = await startBrowser(io, choice);
  try {
    const steered = { ...manner, browser: true, openBrowser: browser.open, browserGone: browser.gone };
    return await logIn(
      plan,
      keeping,
      {
        ...steered,
        async report(outcome) {
          if (outcome.kind === 'success')
            await writeSession(file, await cookiesOf(browser), plan.profile, io);
          await manner.report(outcome);
        },
      },
      io,
    );
  } finally {
    await browser.close();
  }
}

/** A person may close it the moment that the last page is there. */
async function cookiesOf(browser: SteeredBrowser): Promise<readonly BrowserCookie[]> {
  try {
    return await browser.cookies();
  } catch (error) {
    throw failure(
      'LOGIN_REFUSED',
      {
        reason: 'the browser was closed before its session could be read.',
        remedy: 'Log in again, and leave it open until it says so.',
      },
      { cause: error },
    );
  }
}

import type { Io } from '../io.ts';
import type { LoginPlan } from './attempt.ts';
import type { Keeping } from './complete-login.ts';
import { type LoginManner, logIn } from './log-in.ts';
import type { LoginOutcome } from './outcome.ts';
import { writeSession } from './session-file.ts';
import { type BrowserChoice, startBrowser } from './steered-browser.ts';

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
    const steered = { ...manner, browser: true, openBrowser: browser.open };
    return await logIn(
      plan,
      keeping,
      {
        ...steered,
        async report(outcome) {
          if (outcome.kind === 'success') await writeSession(file, await browser.cookies(), plan.profile, io);
          await manner.report(outcome);
        },
      },
      io,
    );
  } finally {
    await browser.close();
  }
}

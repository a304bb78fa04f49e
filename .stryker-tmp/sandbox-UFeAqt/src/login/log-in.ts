// @ts-nocheck
import { Failure, failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { type Attempt, beginAttempt, type LoginPlan } from './attempt.ts';
import { type Certificate, serveCallback } from './callback-server.ts';
import { completeLogin, type Keeping } from './complete-login.ts';
import type { LoginOutcome } from './outcome.ts';
import { createReceiver, type Receiver } from './receiver.ts';

/** How a person is led through a login. */
export interface LoginManner {
  /** false: the address is shown, and the one where the browser ends may be pasted. */
  readonly browser: boolean;
  /** Seconds that a person has. */
  readonly timeout: number;
  readonly certificate?: Certificate | undefined;
  /** Opens the address in place of `io.openBrowser`. */
  readonly openBrowser?: (address: string) => Promise<void>;
  /** Settles when that browser is closed. */
  readonly browserGone?: Promise<void>;
  /** Told how the login ended, before the page that shows it is waited for. */
  readonly report: (outcome: LoginOutcome) => Promise<void> | void;
  /** Whether the page offers the token: then it stays for a minute, or until the person is done with it. */
  readonly linger: boolean;
}

/** Milliseconds for a browser to fetch the page that it was sent to. */
const PAGE_PATIENCE = 5_000;
/** Milliseconds for a person to ask the page for the token. */
const LINGERING = 60_000;

/**
 * Leads a person through a login: listens for the callback, opens the browser, and takes the one answer. The browser
 * gets a finished answer whatever happens.
 *
 * @throws Failure CALLBACK_PORT_IN_USE, CALLBACK_NOT_SERVED when nothing can listen and a browser is wanted. Every
 *   other end, that of time and Ctrl-C too, is an outcome
 */
export async function logIn(
  plan: LoginPlan,
  keeping: Keeping,
  manner: LoginManner,
  io: Io,
): Promise<LoginOutcome> {
  const attempt = beginAttempt(plan, io.randomBytes);
  const receiver = createReceiver(attempt, (code) => completeLogin(attempt, code, keeping, io), {
    randomBytes: io.randomBytes,
    tell: io.err,
  });
  const close = await serve(attempt, receiver, manner, io);
  const over = new AbortController();
  try {
    await invite(attempt, manner, close !== undefined, io);
    const outcome = await Promise.race([
      receiver.outcome,
      pasted(receiver, attempt, manner, over.signal, io),
      interruption(receiver, over.signal, io),
      countdown(receiver, manner.timeout, over.signal, io),
      browserEnd(receiver, manner),
    ]);
    over.abort();
    await manner.report(outcome);
    if (close !== undefined && receiver.browserWaits()) await letLook(receiver, outcome, manner, io);
    return outcome;
  } finally {
    over.abort();
    await close?.();
  }
}

/** Without a browser of our own the address can be pasted, and a port that is taken does no harm. */
async function serve(attempt: Attempt, receiver: Receiver, manner: LoginManner, io: Io) {
  try {
    return await serveCallback(attempt.redirectUri, receiver.fetch, manner.certificate);
  } catch (error) {
    if (manner.browser || !(error instanceof Failure)) throw error;
    io.err(`${error.message} The address must be pasted here.\n`);
    return undefined;
  }
}

async function invite({ address, profile }: Attempt, manner: LoginManner, listens: boolean, io: Io) {
  if (manner.browser) {
    io.err(
      `A browser opens to sign in at ${profile.name}. If it does not, open this address:\n\n  ${address}\n\n`,
    );
    try {
      await (manner.openBrowser ?? io.openBrowser)(address);
    } catch (error) {
      // One that was asked for must be there; the ordinary one can be done without.
      if (error instanceof Failure) throw error;
      io.err('No browser could be started here.\n');
    }
    return;
  }
  io.err(`Open this address in a browser, on any computer, and sign in at ${profile.name}:\n\n  ${address}\n
${listens ? 'On this computer that is all. On another one, the' : 'The'} browser ends at an address that it cannot open.
Copy that whole address, paste it here, and press Enter:\n`);
}

/** Reads addresses until one is taken. At the end of the input the browser is still waited for. */
async function pasted(
  receiver: Receiver,
  { redirectUri }: Attempt,
  { browser }: LoginManner,
  signal: AbortSignal,
  io: Io,
): Promise<LoginOutcome> {
  while (!browser) {
    const line = await io.readLine(signal);
    if (line === undefined) break;
    const query = callbackQuery(line.trim(), redirectUri);
    const handed = query === undefined ? 'elsewhere' : await receiver.hand(query);
    if (handed === 'taken') return receiver.outcome;
    if (line.trim() !== '' && handed !== 'late') io.err(`${PASTE_PROBLEMS[handed](redirectUri)}\n`);
  }
  return new Promise(() => {});
}

const PASTE_PROBLEMS: Readonly<Record<'foreign' | 'empty' | 'elsewhere', (redirectUri: string) => string>> = {
  foreign: () =>
    'That is the end of another login: its state is a different one. Sign in at the address above.',
  empty: () =>
    'There is neither a code nor an error in it. Paste the whole address, with what follows the "?".',
  elsewhere: (redirectUri) => `That is not it: the address begins with ${redirectUri}`,
};

/** A whole address or its query alone; undefined when it is that of something else. */
function callbackQuery(text: string, redirectUri: string): URLSearchParams | undefined {
  if (/^\??[\w.~-]+=/.test(text)) return new URLSearchParams(text.replace(/^\?/, ''));
  if (!URL.canParse(text)) return undefined;
  const [given, wanted] = [new URL(text), new URL(redirectUri)];
  const isCallback = given.origin === wanted.origin && given.pathname === wanted.pathname;
  return isCallback ? given.searchParams : undefined;
}

async function interruption(receiver: Receiver, signal: AbortSignal, { interrupted }: Io) {
  if (!interrupted.aborted) {
    await new Promise<void>((resolve) => {
      interrupted.addEventListener('abort', () => resolve(), { once: true, signal });
    });
  }
  // An exchange that is under way ends by the same signal, and says so.
  return receiver.isBusy() ? receiver.outcome : ended('it was interrupted.', 'Log in again when you like.');
}

/** Says how much time is left: each minute, at half a minute, and at ten seconds. */
async function countdown(receiver: Receiver, timeout: number, signal: AbortSignal, io: Io) {
  let left = timeout;
  while (left > 0 && !signal.aborted) {
    const next = left > 60 ? (Math.ceil(left / 60) - 1) * 60 : left > 30 ? 30 : left > 10 ? 10 : 0;
    io.err(
      `Waiting for the sign-in: ${left >= 60 ? `${Math.round(left / 6) / 10} min` : `${left} s`} left.\n`,
    );
    await io.sleep((left - next) * 1000, signal);
    left = next;
  }
  if (signal.aborted) return new Promise<never>(() => {});
  return receiver.isBusy()
    ? receiver.outcome
    : ended(`nobody signed in within ${timeout} seconds.`, 'Try again; --timeout gives more seconds.');
}

/** Nobody can sign in any more in a browser that is gone. */
async function browserEnd(receiver: Receiver, { browserGone }: LoginManner): Promise<LoginOutcome> {
  if (browserGone === undefined) return new Promise(() => {});
  await browserGone;
  if (receiver.isBusy()) return receiver.outcome;
  return ended('the browser was closed before the end.', 'Log in again, and leave it open until it says so.');
}

function ended(reason: string, remedy: string): LoginOutcome {
  return { kind: 'failed', failure: failure('LOGIN_REFUSED', { reason, remedy }) };
}

/** The page is there for as long as it takes to look at it. */
async function letLook(
  receiver: Receiver,
  outcome: LoginOutcome,
  { linger, browserGone }: LoginManner,
  io: Io,
): Promise<void> {
  const over = new AbortController();
  const stop = AbortSignal.any([over.signal, io.interrupted]);
  const wait = (milliseconds: number) => io.sleep(milliseconds, stop).then(() => 'time' as const);
  const shown = await Promise.race([receiver.shown, wait(PAGE_PATIENCE)]);
  if (shown !== 'time' && linger && outcome.kind === 'success') {
    io.err('The page in the browser offers the token for a minute. Press "Done" there, or Ctrl-C here.\n');
    await Promise.race([receiver.finished, wait(LINGERING), ...(browserGone ? [browserGone] : [])]);
  }
  over.abort();
}

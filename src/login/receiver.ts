import { failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { readCallback } from '../oauth/callback.ts';
import { type RandomBytes, randomToken } from '../oauth/random.ts';
import { sameText } from '../oauth/same-text.ts';
import { isLoopback } from '../oauth/secure-url.ts';
import { escapedLine } from '../printable/escaped.ts';
import { say } from '../printable/printable.ts';
import { quotedWords } from '../redaction/quoted-words.ts';
import { createRedactor } from '../redaction/redactor.ts';
import type { Attempt } from './attempt.ts';
import { explainRefusal } from './explain-refusal.ts';
import type { LoginOutcome } from './outcome.ts';
import { bare } from './pages/page.ts';
import {
  donePage,
  emptyPage,
  foreignPage,
  gonePage,
  notFoundPage,
  resultPage,
  revealPage,
  takenPage,
} from './pages/pages.ts';

/** What became of an answer that was handed in. */
type Handed = 'taken' | 'foreign' | 'empty' | 'late';

/** Takes the one answer of a login, from a browser or by hand. */
export interface Receiver {
  /** Answers a request of the browser, always. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Takes the query of a callback that came another way, such as by hand. */
  readonly hand: (query: URLSearchParams) => Promise<Handed>;
  /** How the login ended; never rejects. */
  readonly outcome: Promise<LoginOutcome>;
  /** Whether an answer is being worked on. */
  readonly isBusy: () => boolean;
  /** Whether the answer came by a browser, which was sent on to the page with the result. */
  readonly browserWaits: () => boolean;
  /** Settles when the result was handed to the browser. */
  readonly shown: Promise<void>;
  /** Settles when the person has seen enough of the page. */
  readonly finished: Promise<void>;
}

/**
 * Makes the receiver of a login.
 *
 * @param complete exchanges the code; it does not reject
 * @param tell says something to the person at the terminal
 */
export function createReceiver(
  attempt: Attempt,
  complete: (code: string) => Promise<LoginOutcome>,
  { randomBytes, tell }: { readonly randomBytes: RandomBytes; readonly tell: Io['err'] },
): Receiver {
  const redirect = new URL(attempt.redirectUri);
  const id = () => randomToken(randomBytes, 24);
  // Nobody but the browser that brought the answer knows these addresses.
  const paths = { result: `/result/${id()}`, reveal: `/reveal/${id()}`, done: `/done/${id()}` };
  const [outcome, shown, finished] = [latch<LoginOutcome>(), latch<void>(), latch<void>()];
  let isTaken = false;
  let browserWaits = false;
  let isRevealed = false;
  let ended: LoginOutcome | undefined;

  async function take(query: URLSearchParams, byBrowser: boolean): Promise<Handed> {
    const { profile, state } = attempt;
    const answer = readCallback(query, {
      state,
      issuer: profile.metadata.issuer,
      issuerRequired: profile.metadata.authorization_response_iss_parameter_supported ?? false,
    });
    if (answer.kind === 'foreign' || answer.kind === 'empty') return answer.kind;
    if (isTaken) return 'late';
    isTaken = true;
    browserWaits = byBrowser;
    ended = await end(answer);
    outcome.open(ended);
    return 'taken';
  }

  async function end(answer: Exclude<ReturnType<typeof readCallback>, { kind: 'foreign' | 'empty' }>) {
    switch (answer.kind) {
      case 'code':
        return complete(answer.code);
      case 'refused': {
        const { reason, remedy } = explainRefusal(
          attempt.profile,
          ['authorization redirect'],
          answer,
          'Look at what the provider says, and log in again.',
        );
        return failed(`${attempt.profile.name} answered ${reason}`, remedy);
      }
      case 'unusable':
        return failed(
          `the callback cannot be trusted: ${escapedLine(quotedWords(answer.problem, createRedactor(), 500))}.`,
          'Log in again. If it happens again, the answer does not come from whom you think it does.',
        );
    }
  }

  async function callback(request: Request, url: URL): Promise<Response> {
    if (request.method !== 'GET') return bare(405, { allow: 'GET' });
    switch (await take(url.searchParams, true)) {
      case 'taken':
        // The address with the code is left behind: the browser keeps the next one.
        return bare(303, { location: paths.result });
      case 'late':
        return takenPage();
      case 'foreign':
        tell(
          say`A callback came whose state is not the one of this login. It was not used; the login goes on.\n`,
        );
        return foreignPage();
      case 'empty':
        return emptyPage();
    }
  }

  async function fetch(request: Request): Promise<Response> {
    const url = new URL(request.url);
    if (!isMeant(request.headers.get('host') ?? '', redirect)) return bare(421);
    const post = request.method === 'POST' && isOwnForm(request);
    if (url.pathname === redirect.pathname) return callback(request, url);
    if (ended !== undefined) {
      if (sameText(url.pathname, paths.result) && request.method === 'GET') {
        shown.open();
        return resultPage(ended, { reveal: isRevealed ? undefined : paths.reveal, done: paths.done });
      }
      if (sameText(url.pathname, paths.reveal) && post && ended.kind === 'success') {
        if (isRevealed) return gonePage();
        isRevealed = true;
        return revealPage(ended.token.accessToken, paths.done);
      }
      if (sameText(url.pathname, paths.done) && post) {
        finished.open();
        return donePage();
      }
    }
    if (url.pathname === '/favicon.ico') return bare(204);
    if (url.searchParams.has('code') || url.searchParams.has('error')) {
      tell(say`A callback came to ${url.pathname}; the redirect_uri has the path ${redirect.pathname}.\n`);
    }
    return notFoundPage(redirect.pathname);
  }

  return {
    fetch,
    hand: (query) => take(query, false),
    outcome: outcome.opened,
    browserWaits: () => browserWaits,
    isBusy: () => isTaken && ended === undefined,
    shown: shown.opened,
    finished: finished.opened,
  };
}

/**
 * Whether a request was meant for this program: a web page elsewhere that lets its name point to 127.0.0.1 (DNS
 * rebinding) sends its own name as Host.
 */
function isMeant(host: string, redirect: URL): boolean {
  const address = `${redirect.protocol}//${host}`;
  if (!URL.canParse(address)) return false;
  const { hostname, port, host: normal } = new URL(address);
  return isLoopback(hostname) && port === redirect.port && normal === host.toLowerCase();
}

/** Browsers say where a form was; what says that it was elsewhere is not ours. */
function isOwnForm(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  return site === null || site === 'same-origin';
}

function failed(reason: string, remedy: string): LoginOutcome {
  return { kind: 'failed', failure: failure('LOGIN_REFUSED', { reason, remedy }) };
}

/** A promise that is settled from outside, once. */
function latch<Value>(): { readonly opened: Promise<Value>; readonly open: (value: Value) => void } {
  let open: (value: Value) => void = () => {};
  const opened = new Promise<Value>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

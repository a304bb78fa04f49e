import { cookies } from '../../providers/linkedin/pages.ts';
import type { RequestContext } from '../http/request-context.ts';
import { randomDigits, randomUuid } from '../state/identity.ts';

const YEAR = 365 * 86_400;
const DAY = 86_400;

/** The two values that a login form must repeat: one in a session cookie, one in the browser's id. */
export interface CsrfPair {
  /** `ajax:` and 19 digits, equal to the cookie JSESSIONID without its quotes. */
  readonly csrfToken: string;
  /** The UUID in the cookie bcookie. */
  readonly loginCsrfParam: string;
}

/** The pair that the request's cookies carry; a part that is missing is left out. */
export function sentCsrfPair(context: RequestContext): Partial<CsrfPair> {
  const csrfToken = context.cookies.get(cookies.csrf);
  const loginCsrfParam = context.cookies.get(cookies.browser)?.replace(/^v=2&/, '');
  return {
    ...(csrfToken !== undefined && /^ajax:\d{19}$/.test(csrfToken) && { csrfToken }),
    ...(loginCsrfParam !== undefined && /^[0-9a-f-]{36}$/.test(loginCsrfParam) && { loginCsrfParam }),
  };
}

/** The pair for a page: what the browser has already, and new values for what it lacks. */
export function csrfPair(context: RequestContext): CsrfPair {
  const { randomBytes } = context.emulator;
  return {
    csrfToken: `ajax:${randomDigits(randomBytes, 19)}`,
    loginCsrfParam: randomUuid(randomBytes),
    ...sentCsrfPair(context),
  };
}

/**
 * The Set-Cookie values of a pair.
 *
 * No cookie of the emulator has a Domain, since a foreign one is dropped by clients, nor Secure, since some clients
 * do not send such cookies over http.
 */
export function csrfCookies({ csrfToken, loginCsrfParam }: CsrfPair): string[] {
  return [
    `${cookies.csrf}="${csrfToken}"; Path=/; SameSite=Lax`,
    `${cookies.browser}="v=2&${loginCsrfParam}"; Path=/; Max-Age=${YEAR}; SameSite=Lax`,
  ];
}

/** The Set-Cookie value of a signed-in browser. */
export function sessionCookie(sessionId: string): string {
  return `${cookies.session}=${sessionId}; Path=/; Max-Age=${YEAR}; HttpOnly; SameSite=Lax`;
}

/** The Set-Cookie value that names a data centre for a day. */
export function dataCentreCookie(context: RequestContext): string {
  const id = randomDigits(context.emulator.randomBytes, 4);
  const seconds = Math.floor(context.emulator.now() / 1000);
  return `${cookies.dataCentre}="b=VB${id}:s=V:r=V:a=V:p=V:g=${id}:u=1:x=1:i=${seconds}:t=${seconds + DAY}:v=2:sig=AQEmulator"; Path=/; Max-Age=${DAY}; SameSite=Lax`;
}

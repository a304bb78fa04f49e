// @ts-nocheck
import { Cookie } from 'tough-cookie';
import type { Header } from './events.ts';
import type { Plain } from './plain.ts';
import type { SetCookie } from './result.ts';

/** The cookies of an answer as they were set, values included; what cannot be parsed is left out (RFC 6265). */
export function cookiesIn(headers: readonly Header[]): Cookie[] {
  return headers
    .filter(({ key }) => key.toLowerCase() === 'set-cookie')
    .flatMap(({ value }) => Cookie.parse(value, { loose: true }) ?? []);
}

/** What reports show of the cookies of an answer. */
export function setCookies(headers: readonly Header[]): Plain<SetCookie>[] {
  return cookiesIn(headers).map((cookie) => ({
    name: cookie.key,
    ...(cookie.domain === null ? {} : { domain: cookie.domain }),
    ...(cookie.path === null ? {} : { path: cookie.path }),
    secure: cookie.secure,
    httpOnly: cookie.httpOnly,
    ...(cookie.sameSite === undefined ? {} : { sameSite: cookie.sameSite }),
    deleted: cookie.maxAge !== null ? isPast(cookie.maxAge) : isEpoch(cookie.expires),
  }));
}

function isPast(maxAge: number | string | undefined): boolean {
  return typeof maxAge === 'number' ? maxAge <= 0 : maxAge === '-Infinity';
}

/** Servers delete cookies with a date at the beginning of time. */
function isEpoch(expires: Date | string | null): boolean {
  return expires instanceof Date && expires.getTime() < 86_400_000 * 365 * 10;
}

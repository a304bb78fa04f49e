import type { Html } from './pages/layout.ts';
import { layout } from './pages/layout.ts';
import type { Visit } from './visit.ts';

/** What a page consists of besides the frame that all pages share. */
export interface PageParts {
  readonly title: string;
  readonly body: Html;
  readonly status?: number;
  /** Set-Cookie values. */
  readonly cookies?: readonly string[];
  /** Addresses, besides this origin, that a form of the page may lead to, by redirects too. */
  readonly formTargets?: readonly string[];
}

/** A page for people. Nothing but what carries the nonce of the visit runs or styles it. */
export function page(visit: Visit, parts: PageParts): Response {
  const { title, body, status = 200, cookies = [], formTargets = [] } = parts;
  const policy = [
    "default-src 'none'",
    `style-src 'nonce-${visit.nonce}'`,
    `script-src 'nonce-${visit.nonce}'`,
    // Chromium applies this to the redirects after a submit as well, so the callback must be named.
    `form-action 'self' ${[visit.otherOrigin, ...formTargets.map(formSource)].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
  return new Response(String(layout({ title, body, nonce: visit.nonce })), {
    status,
    headers: withCookies(
      { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
      cookies,
    ),
  });
}

/** A redirect that turns every method into GET. LinkedIn's chain was seen with 303 where a status was recorded. */
export function redirect(location: string, cookies: readonly string[] = []): Response {
  const encoded = location.replace(/[^\x20-\x7e]/gu, encodeURIComponent);
  return new Response(null, { status: 303, headers: withCookies({ location: encoded }, cookies) });
}

/** A JSON answer, with the content type that LinkedIn's endpoints were seen with. */
export function json(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json;charset=UTF-8', ...headers },
  });
}

/**
 * A status outside of 200 to 599, which the constructor of Response refuses; the server sends what the object says.
 */
export function unusualStatus(status: number, text: string): Response {
  const response = new Response(`<html><head><title>${status}</title></head><body>${text}</body></html>`, {
    headers: { 'content-type': 'text/html' },
  });
  Object.defineProperties(response, {
    status: { value: status },
    ok: { value: false },
    statusText: { value: text },
  });
  return response;
}

function withCookies(headers: Readonly<Record<string, string>>, cookies: readonly string[]): Headers {
  const all = new Headers(headers);
  for (const cookie of cookies) all.append('set-cookie', cookie);
  return all;
}

function formSource(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined) return '';
  return url.origin === 'null' ? url.protocol : url.origin;
}

import type { SafeHtml } from '../../html/html.ts';
import { layout } from '../pages/layout.ts';
import type { RequestContext } from './request-context.ts';
import type { EmulatorResponse, Header } from './response.ts';

/** What a page consists of besides the frame that all pages share. */
export interface PageParts {
  readonly title: string;
  readonly body: SafeHtml;
  readonly status?: number;
  /** Set-Cookie values. */
  readonly cookies?: readonly string[];
  /** Addresses, besides this origin, that a form of the page may lead to, by redirects too. */
  readonly formTargets?: readonly string[];
}

/** A page for people. Nothing but what carries the nonce of the request runs or styles it. */
export function page(context: RequestContext, parts: PageParts): EmulatorResponse {
  const { title, body, status = 200, cookies = [], formTargets = [] } = parts;
  const policy = [
    "default-src 'none'",
    `style-src 'nonce-${context.nonce}'`,
    `script-src 'nonce-${context.nonce}'`,
    // Chromium applies this to the redirects after a submit as well, so the callback must be named.
    `form-action 'self' ${[context.otherOrigin, ...formTargets.map(formSource)].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
  return {
    status,
    headers: [
      ['content-type', 'text/html; charset=utf-8'],
      ['content-security-policy', policy],
      ...cookies.map(setCookie),
    ],
    body: String(layout({ title, body, nonce: context.nonce, provider: context.emulator.provider })),
  };
}

/** A redirect that turns every method into GET. LinkedIn's chain was seen with 303 where a status was recorded. */
export function redirect(location: string, cookies: readonly string[] = []): EmulatorResponse {
  const encoded = location.replace(/[^\x20-\x7e]/gu, encodeURIComponent);
  return { status: 303, headers: [['location', encoded], ...cookies.map(setCookie)], body: '' };
}

/** A JSON response, with the content type that LinkedIn's endpoints were seen with. */
export function json(
  body: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): EmulatorResponse {
  return {
    status,
    headers: [['content-type', 'application/json;charset=UTF-8'], ...Object.entries(headers)],
    body: JSON.stringify(body),
  };
}

/** A small page without a policy, as something in front of the endpoints sends it. */
export function bareHtml(body: string, status: number, statusText?: string): EmulatorResponse {
  return {
    status,
    ...(statusText !== undefined && { statusText }),
    headers: [['content-type', 'text/html']],
    body,
  };
}

/** A status and headers, and nothing else. */
export function empty(status: number, headers: Readonly<Record<string, string>> = {}): EmulatorResponse {
  return { status, headers: Object.entries(headers), body: '' };
}

/** The response to a client that is blocked, or to one that is to believe that. */
export function denied(status: number): EmulatorResponse {
  const text = 'Request denied';
  return bareHtml(`<html><head><title>${status}</title></head><body>${text}</body></html>`, status, text);
}

function setCookie(cookie: string): Header {
  return ['set-cookie', cookie];
}

function formSource(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined) return '';
  return url.origin === 'null' ? url.protocol : url.origin;
}

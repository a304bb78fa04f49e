import { randomToken } from '../oauth/random.ts';
import type { Emulation } from './emulation.ts';
import { siblingOrigin } from './sibling-origin.ts';

/** One request, taken apart once, with the emulation that it meets. */
export interface Visit {
  readonly emulation: Emulation;
  readonly request: Request;
  readonly url: URL;
  /** The origin that the client used: all addresses in the answer begin with it. */
  readonly origin: string;
  /** Another host name of the same emulator. */
  readonly otherOrigin: string;
  readonly query: URLSearchParams;
  readonly body: string;
  /** The parameters of a form body; empty for other types, as nothing else is read. */
  readonly form: URLSearchParams;
  /** Raw values, without the quotes that LinkedIn puts around some. */
  readonly cookies: ReadonlyMap<string, string>;
  /** Lets the page's own styles and scripts through its content security policy. */
  readonly nonce: string;
}

/** Reads a request. */
export async function readVisit(emulation: Emulation, request: Request): Promise<Visit> {
  const url = new URL(request.url);
  const body = request.method === 'GET' || request.method === 'HEAD' ? '' : await request.text();
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(request.headers.get('content-type') ?? '');
  return {
    emulation,
    request,
    url,
    origin: url.origin,
    otherOrigin: emulation.secondOrigin ?? siblingOrigin(url),
    query: url.searchParams,
    body,
    form: new URLSearchParams(isForm ? body : ''),
    cookies: readCookies(request.headers.get('cookie') ?? ''),
    nonce: randomToken(emulation.randomBytes, 16),
  };
}

function readCookies(header: string): Map<string, string> {
  const pairs = header.split(';').map((pair) => pair.trim());
  return new Map(
    pairs
      .filter((pair) => pair.includes('='))
      .map((pair) => {
        const split = pair.indexOf('=');
        return [pair.slice(0, split), pair.slice(split + 1).replace(/^"(.*)"$/, '$1')];
      }),
  );
}

import { randomToken } from '../../oauth/random.ts';
import type { EmulatorContext } from '../state/emulator-context.ts';
import type { EmulatorRequest } from './request.ts';

/** One request, taken apart, with the emulator that it meets. */
export interface RequestContext {
  readonly emulator: EmulatorContext;
  readonly request: EmulatorRequest;
  readonly url: URL;
  /** The origin that the client used: all URLs in the response begin with it. */
  readonly origin: string;
  /** Another host name of the same emulator. */
  readonly otherOrigin: string;
  readonly query: URLSearchParams;
  readonly body: string;
  /** Whether there was more of a body than the emulator reads; it is taken to be empty then. */
  readonly isTooLarge: boolean;
  /** The parameters of a form body; empty for other types, as nothing else is read. */
  readonly form: URLSearchParams;
  /** Raw values, without the quotes that LinkedIn puts around some. */
  readonly cookies: ReadonlyMap<string, string>;
  /** Lets the page's own styles and scripts through its content security policy. */
  readonly nonce: string;
}

/** Reads a request. What only some endpoints ask for is made when it is asked for. */
export async function readRequest(
  emulator: EmulatorContext,
  request: EmulatorRequest,
): Promise<RequestContext> {
  const { url } = request;
  const hasNoBody = request.method === 'GET' || request.method === 'HEAD';
  const read = hasNoBody ? '' : await request.text();
  const body = read ?? '';
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(request.headers.get('content-type') ?? '');
  let otherOrigin = emulator.secondOrigin;
  let nonce: string | undefined;
  return {
    isTooLarge: read === undefined,
    emulator,
    request,
    url,
    origin: url.origin,
    get otherOrigin() {
      otherOrigin ??= siblingOrigin(url);
      return otherOrigin;
    },
    query: url.searchParams,
    body,
    form: new URLSearchParams(isForm ? body : ''),
    cookies: readCookies(request.headers.get('cookie') ?? ''),
    get nonce() {
      nonce ??= randomToken(emulator.randomBytes, 16);
      return nonce;
    },
  };
}

function readCookies(header: string): Map<string, string> {
  const cookies = new Map<string, string>();
  if (header === '') return cookies;
  for (const pair of header.split(';')) {
    const split = pair.indexOf('=');
    if (split < 0) continue;
    cookies.set(
      pair.slice(0, split).trim(),
      pair
        .slice(split + 1)
        .trim()
        .replace(/^"(.*)"$/, '$1'),
    );
  }
  return cookies;
}

/**
 * The other loopback name of an origin: `localhost` for an address, `127.0.0.1` for a name. For a browser the two
 * are different hosts, with cookies of their own, though one emulator responds on both.
 */
function siblingOrigin(url: URL): string {
  const sibling = new URL(url.origin);
  sibling.hostname = url.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
  return sibling.origin;
}

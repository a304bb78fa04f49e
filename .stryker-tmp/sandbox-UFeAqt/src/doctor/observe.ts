// @ts-nocheck
import { CookieJar } from 'tough-cookie';
import type { Io } from '../io.ts';
import { isSecureUrl } from '../oauth/secure-url.ts';
import { uriParts } from '../oauth/uri-parts.ts';
import { timeLimit } from '../time-limit.ts';
import type { PlannedProbe, ProbeHop, ProbeRow } from './probe/observation.ts';
import type { HostObservation } from './set-up/observation.ts';

/** Redirects that are followed from each authorization request; a login page is one or two away. */
export const MOST_HOPS = 3;
/** Milliseconds until an answer is given up. */
const PATIENCE = 10_000;
/** Bytes of a page that are read. */
const LARGEST = 128 * 1024;

/**
 * Asks an authorization endpoint, once for each planned value, one after the other. Nothing is sent but GET requests
 * without credentials; the redirect_uri itself is never called, and no other host than the endpoint's.
 *
 * It does not throw: that nothing came is an observation.
 */
export async function observeProbe(plan: readonly PlannedProbe[], io: Io): Promise<ProbeRow[]> {
  const rows: ProbeRow[] = [];
  for (const planned of plan) {
    if (io.interrupted.aborted || isSilent(rows)) break;
    rows.push(await ask(planned, io));
  }
  return rows;
}

/** A server that has left two requests in a row without an answer is not waited for a dozen times. */
function isSilent(rows: readonly ProbeRow[]): boolean {
  return rows.length >= 2 && rows.slice(-2).every(({ failure }) => failure !== undefined);
}

async function ask({ url, redirectUri, label, isControl }: PlannedProbe, io: Io): Promise<ProbeRow> {
  const hops: ProbeHop[] = [];
  const jar = new CookieJar(undefined, { looseMode: true });
  const row = { redirectUri, label, isControl, hops };
  const { origin } = new URL(url);
  let address = url;
  try {
    for (;;) {
      const response = await request(address, jar, io);
      const location = response.headers.get('location') ?? undefined;
      hops.push({ url: address, status: response.status, location });
      const next =
        location !== undefined && response.status < 400 && URL.canParse(location, address)
          ? new URL(location, address).href
          : undefined;
      const isEnd =
        next === undefined ||
        hops.length > MOST_HOPS ||
        isCallback(next, redirectUri) ||
        new URL(next).origin !== origin ||
        !isSecureUrl(next);
      if (isEnd)
        return { ...row, body: next === undefined ? await start(response) : await dropped(response) };
      await response.body?.cancel();
      address = next;
    }
  } catch (error) {
    return { ...row, body: '', failure: reasonOf(error) };
  }
}

async function request(address: string, jar: CookieJar, io: Io): Promise<Response> {
  const cookie = await jar.getCookieString(address);
  const response = await io.fetch(address, {
    // Some servers answer JSON to whoever mentions it.
    headers: { accept: 'text/html,application/xhtml+xml', ...(cookie === '' ? {} : { cookie }) },
    redirect: 'manual',
    signal: timeLimit(PATIENCE, io.interrupted),
  });
  for (const line of response.headers.getSetCookie())
    await jar.setCookie(line, address, { ignoreError: true });
  return response;
}

/** Scheme, host, port and path are those of the redirect_uri: the server would send the person back. */
function isCallback(address: string, redirectUri: string): boolean {
  if (!URL.canParse(redirectUri)) return address.startsWith(redirectUri);
  const [one, other] = [new URL(address), new URL(redirectUri)];
  return (
    one.protocol === other.protocol &&
    one.host === other.host &&
    uriParts(one.href).path.text === uriParts(other.href).path.text
  );
}

async function start(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    length += chunk.byteLength;
    // Leaving the loop cancels the rest.
    if (length >= LARGEST) break;
  }
  return Buffer.concat(chunks).subarray(0, LARGEST).toString('utf8');
}

async function dropped(response: Response): Promise<string> {
  await response.body?.cancel();
  return '';
}

/** fetch hides the reason (ECONNREFUSED, a certificate) in the cause of "fetch failed". */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `no answer within ${PATIENCE / 1000} seconds`;
  const { cause } = error;
  return cause instanceof Error ? cause.message || String((cause as { code?: unknown }).code) : error.message;
}

/**
 * Tries the connection to a host: name service, TLS, and what time it is there.
 *
 * @param origin scheme, host and port; nothing but its root is asked for, without credentials
 */
export async function observeHost(origin: string, io: Io): Promise<HostObservation> {
  const { host } = new URL(origin);
  try {
    const response = await io.fetch(origin, {
      method: 'HEAD',
      redirect: 'manual',
      signal: timeLimit(PATIENCE, io.interrupted),
    });
    await response.body?.cancel();
    const date = Date.parse(response.headers.get('date') ?? '');
    return {
      host,
      failure: undefined,
      clockSkew: Number.isNaN(date) ? undefined : Math.round((date - io.now()) / 1000),
    };
  } catch (error) {
    return { host, failure: reasonOf(error), clockSkew: undefined };
  }
}

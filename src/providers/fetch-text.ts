import type { Io } from '../io.ts';
import { isLoopback, isSecureUrl } from '../oauth/secure-url.ts';
import { timeLimit } from '../time-limit.ts';

/** Milliseconds until an answer is given up. */
const PATIENCE = 10_000;
/** Bytes; real discovery documents have 1 to 10 kilobytes. */
const LARGEST = 1024 * 1024;
const MOST_REDIRECTS = 5;

/** What came; `summary` names it in a few words: `404 text/html`. */
export type FetchedText =
  | { readonly ok: true; readonly text: string; readonly summary: string }
  | { readonly ok: false; readonly summary: string };

/**
 * Fetches a small text over https, or over http from this machine. It does not throw: that nothing came is an answer.
 *
 * Redirects are followed by hand, because each hop must be as safe as the first one: not to plain http, and not from
 * another machine to this one.
 */
export async function fetchText(url: string, io: Pick<Io, 'fetch' | 'interrupted'>): Promise<FetchedText> {
  const signal = timeLimit(PATIENCE, io.interrupted);
  try {
    let address = url;
    for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
      const response = await io.fetch(address, {
        headers: { accept: 'application/json' },
        redirect: 'manual',
        signal,
      });
      const location = response.headers.get('location');
      if (response.status < 300 || response.status > 399 || location === null) return await read(response);
      await response.body?.cancel();
      const next = URL.canParse(location, address) ? new URL(location, address).href : undefined;
      if (next === undefined || !mayLeadTo(address, next)) {
        return {
          ok: false,
          summary: `${response.status}, a redirect to ${location}, which is not safe to follow`,
        };
      }
      address = next;
    }
    return { ok: false, summary: `more than ${MOST_REDIRECTS} redirects` };
  } catch (error) {
    return { ok: false, summary: io.interrupted.aborted ? 'interrupted' : reasonOf(error) };
  }
}

function mayLeadTo(from: string, to: string): boolean {
  return isSecureUrl(to) && (isLoopback(new URL(from).hostname) || !isLoopback(new URL(to).hostname));
}

async function read(response: Response): Promise<FetchedText> {
  const type = response.headers.get('content-type')?.split(';')[0] ?? 'without a content type';
  const summary = `${response.status} ${type}`;
  if (response.status !== 200) {
    await response.body?.cancel();
    return { ok: false, summary };
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    // Leaving the loop cancels the rest of the body.
    if (length > LARGEST) return { ok: false, summary: `${summary}, larger than ${LARGEST} bytes` };
    chunks.push(chunk);
  }
  return { ok: true, text: Buffer.concat(chunks).toString('utf8'), summary };
}

/** fetch hides the reason (ECONNREFUSED, a certificate) in the cause of "fetch failed". */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `no answer within ${PATIENCE / 1000} seconds`;
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  const code = 'code' in cause ? String(cause.code) : '';
  return cause.message || code || error.message;
}

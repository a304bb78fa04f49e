import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { writeBadly } from '../faults/write-badly.ts';
import { type EmulatorRequest, MOST_BODY_BYTES } from './request.ts';
import type { EmulatorResponse } from './response.ts';

/** Decides what comes back, from what was asked. */
export type RequestHandler = (request: EmulatorRequest) => Promise<EmulatorResponse>;

const utf8 = new TextDecoder();

/** What an HTTP server of Node calls: reads a request from the socket, and writes the response to it. */
export function listenerOf(handler: RequestHandler): RequestListener {
  return (incoming, outgoing) => {
    exchange(handler, incoming, outgoing).catch((error: unknown) => {
      if (outgoing.headersSent) outgoing.destroy();
      else write(plain(500, `The emulator failed: ${String(error)}\n`), incoming, outgoing);
    });
  };
}

/** A response in plain words, from in front of the emulator. */
export function plain(status: number, body: string): EmulatorResponse {
  return { status, headers: [['content-type', 'text/plain; charset=utf-8']], body };
}

async function exchange(
  handler: RequestHandler,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const url = urlOf(incoming);
  if (url === undefined) {
    write(plain(400, 'The address or the Host of this request cannot be read.\n'), incoming, outgoing);
    return;
  }
  const response = await handler({
    method: incoming.method ?? 'GET',
    url,
    headers: {
      get: (name) => headerOf(incoming, name) ?? null,
      has: (name) => headerOf(incoming, name) !== undefined,
    },
    text: () => bodyOf(incoming),
  });
  const isBad = response.delivery !== undefined && response.delivery.length > 0;
  if (isBad && (await writeBadly(response, response.delivery, outgoing))) return;
  write(response, incoming, outgoing);
}

function write(response: EmulatorResponse, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const headers: string[] = [];
  for (const [name, value] of response.headers) headers.push(name, value);
  headers.push('content-length', String(Buffer.byteLength(response.body)));
  outgoing.writeHead(response.status, response.statusText, headers);
  if (incoming.method === 'HEAD') outgoing.end();
  else outgoing.end(response.body);
}

/** The whole address; undefined where the request line or the Host makes none. */
function urlOf({ url = '', headers }: IncomingMessage): URL | undefined {
  try {
    return new URL(url.startsWith('/') ? `http://${headers.host ?? ''}${url}` : url);
  } catch {
    return undefined;
  }
}

function headerOf({ headers }: IncomingMessage, name: string): string | undefined {
  const value = headers[name.toLowerCase()];
  return typeof value === 'string' || value === undefined ? value : value.join(', ');
}

/**
 * The body; undefined when it is longer than any should be. It rejects when the client goes away in the middle of it.
 * The rest of one that is too long is read and thrown away first: many clients read no response before they have sent
 * all, and Node ends a request that takes more than five minutes.
 */
function bodyOf(incoming: IncomingMessage): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    let parts: Uint8Array[] = [];
    let length = 0;
    incoming.on('data', (part: Uint8Array) => {
      length += part.byteLength;
      if (length <= MOST_BODY_BYTES) parts.push(part);
      else parts = [];
    });
    incoming.once('error', reject);
    incoming.once('end', () => {
      if (length > MOST_BODY_BYTES) resolve(undefined);
      else resolve(utf8.decode(parts.length === 1 ? parts[0] : Buffer.concat(parts)));
    });
  });
}

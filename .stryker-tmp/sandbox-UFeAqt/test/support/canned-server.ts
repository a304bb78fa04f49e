// @ts-nocheck
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the server received it, byte by byte where bytes matter. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path and query as they stood in the request line. */
  readonly target: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly host: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string;
}

/** `GET /path` → what to answer. */
export type Routes = Readonly<Record<string, (request: ReceivedRequest) => Answer>>;

export interface CannedServer {
  /** http://127.0.0.1:port */
  readonly origin: string;
  /** The same server under another host name: http://localhost:port */
  readonly otherOrigin: string;
  readonly received: ReceivedRequest[];
  close(): Promise<void>;
}

/** A server on loopback that gives the answers it is told, and keeps what it was asked. 404 for the rest. */
export async function startCannedServer(
  routesAt: (origin: string, otherOrigin: string) => Routes,
): Promise<CannedServer> {
  const received: ReceivedRequest[] = [];
  let routes: Routes = {};
  const server = createServer((incoming, outgoing) => {
    let body = '';
    incoming.setEncoding('latin1').on('data', (chunk) => {
      body += chunk;
    });
    incoming.on('end', () => {
      const target = incoming.url ?? '';
      const [path = '', query = ''] = target.split('?');
      const request = {
        method: incoming.method ?? '',
        target,
        path,
        query: new URLSearchParams(query),
        host: incoming.headers.host ?? '',
        headers: incoming.headers,
        body,
      };
      received.push(request);
      const answer = routes[`${request.method} ${path}`]?.(request) ?? { status: 404, body: 'not here' };
      outgoing.writeHead(answer.status ?? 200, { 'content-type': 'text/html', ...answer.headers });
      outgoing.end(answer.body ?? '');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const otherOrigin = `http://localhost:${port}`;
  routes = routesAt(origin, otherOrigin);
  return {
    origin,
    otherOrigin,
    received,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export function page(html: string, status = 200): Answer {
  return { status, body: html };
}

export function redirect(location: string, cookies: string[] = []): Answer {
  return { status: 303, headers: { location, ...(cookies.length === 0 ? {} : { 'set-cookie': cookies }) } };
}

export function json(body: unknown, status = 200): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came in. */
export interface Received {
  readonly method: string;
  readonly url: URL;
  /** Everything of it as one text: request line, headers, body, and the same decoded. */
  readonly text: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly form: URLSearchParams;
}

/** What is sent back; `reason` is the text behind the status. */
export interface Reply {
  readonly status?: number;
  readonly reason?: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string;
}

export interface Server {
  readonly origin: string;
  readonly received: Received[];
  close(): Promise<void>;
}

/** A server on loopback that asks `respond` about every request. */
export async function startServer(respond: (request: Received, origin: string) => Reply): Promise<Server> {
  const received: Received[] = [];
  let origin = '';
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const text = `${incoming.method} ${incoming.url}\n${JSON.stringify(incoming.headers)}\n${body}`;
      const request: Received = {
        method: incoming.method ?? '',
        url: new URL(incoming.url ?? '/', origin),
        text: `${text}\n${decoded(text)}\n${decoded(decoded(text))}`,
        headers: incoming.headers as Record<string, string | undefined>,
        form: new URLSearchParams(body),
      };
      received.push(request);
      const { status = 200, reason = '', headers = {}, body: answer = '' } = respond(request, origin);
      const lists = Object.entries(headers).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : [...value],
      ]);
      outgoing.writeHead(status, reason, Object.fromEntries(lists));
      outgoing.end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    received,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function decoded(text: string): string {
  const plain = text.replaceAll('+', ' ').replace(/%(?:[0-9A-F]{2})/gi, (triplet) => {
    const code = Number.parseInt(triplet.slice(1), 16);
    return code < 128 ? String.fromCharCode(code) : triplet;
  });
  const basic = /Basic ([A-Za-z0-9+/=]+)/.exec(text)?.[1];
  return basic === undefined ? plain : `${plain}\n${Buffer.from(basic, 'base64').toString()}`;
}

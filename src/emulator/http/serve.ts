import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { failure } from '../../failure.ts';
import { isLoopbackHost } from '../../oauth/secure-url.ts';
import type { Emulator } from '../emulator.ts';
import { listenerOf, plain, type RequestHandler } from './listener.ts';

/** Where an emulator listens. */
export interface ServedEmulator {
  /** Without a slash at the end: `http://127.0.0.1:9480`. */
  readonly origin: string;
  /** Ends all connections at once, also those that clients keep open. */
  readonly close: () => Promise<void>;
}

const LOOPBACK = '127.0.0.1';
const LOOPBACK_V6 = '::1';
const ATTEMPTS = 5;

/**
 * Lets an emulator listen: on 127.0.0.1, and on ::1 with the same port where there is one, so that `localhost`
 * works however it resolves. Nothing else is bound unless a host is named.
 *
 * Without a named host, requests must carry a loopback name as Host: a web page elsewhere that lets its name point
 * to 127.0.0.1 (DNS rebinding) gets nothing.
 *
 * @param options.port 0 takes a free one
 * @throws Failure PORT_IN_USE, LISTEN_FAILED
 */
export async function serveEmulator(
  emulator: Pick<Emulator, 'handle'>,
  { port, host }: { port: number; host?: string | undefined },
): Promise<ServedEmulator> {
  if (host !== undefined) {
    const server = await listen(emulator.handle, host, port);
    const name = host.includes(':') ? `[${host}]` : host;
    return { origin: `http://${name}:${portOf(server)}`, close: () => close([server]) };
  }
  const servers = await listenOnLoopback(guarded(emulator.handle), port);
  return { origin: `http://${LOOPBACK}:${portOf(servers[0])}`, close: () => close(servers) };
}

async function listenOnLoopback(
  handler: RequestHandler,
  port: number,
  attempt = 1,
): Promise<[Server, ...Server[]]> {
  const first = await listen(handler, LOOPBACK, port);
  try {
    return [first, await listen(handler, LOOPBACK_V6, portOf(first))];
  } catch (error) {
    const reason = (error as { cause?: { code?: string } }).cause?.code;
    if (reason === 'EADDRNOTAVAIL' || reason === 'EAFNOSUPPORT' || reason === 'EINVAL') return [first];
    await close([first]);
    // A port that is free on one address may be taken on the other; when any will do, another one is tried.
    if (port === 0 && attempt < ATTEMPTS) return listenOnLoopback(handler, port, attempt + 1);
    throw error;
  }
}

async function listen(handler: RequestHandler, host: string, port: number): Promise<Server> {
  const server = createServer(listenerOf(handler));
  try {
    server.listen({ host, port, ipv6Only: true });
    await once(server, 'listening');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw failure('PORT_IN_USE', { host, port }, { cause: error });
    throw failure('LISTEN_FAILED', { host, port, reason: code ?? message }, { cause: error });
  }
  return server;
}

function guarded(handler: RequestHandler): RequestHandler {
  return async (request) => {
    const host = request.headers.get('host') ?? '';
    return isLoopbackHost(host)
      ? handler(request)
      : plain(421, `The emulator answers to loopback names only, not to "${host}".\n`);
  };
}

async function close(servers: readonly Server[]): Promise<void> {
  await Promise.all(
    servers.map(async (server) => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    }),
  );
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

// @ts-nocheck
import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { createAdaptorServer } from '@hono/node-server';
import { type Failure, failure } from '../failure.ts';
import { isLoopback } from '../oauth/secure-url.ts';

/** Certificate and private key as PEM, for https redirect URIs. */
export interface Certificate {
  readonly certificate: string;
  readonly key: string;
}

/** Milliseconds that an answer which is under way may take when the server closes. */
const LAST_ANSWERS = 2_000;

/**
 * Listens where a redirect_uri points: on its own port, on 127.0.0.1 and ::1 when it names `localhost`.
 *
 * @returns closes the server, after the answers that are under way
 * @throws Failure CALLBACK_PORT_IN_USE; CALLBACK_NOT_SERVED when the address is not one of this computer, needs a
 *   certificate, or cannot be listened on
 */
export async function serveCallback(
  redirectUri: string,
  fetch: (request: Request) => Promise<Response>,
  certificate?: Certificate,
): Promise<() => Promise<void>> {
  const { protocol, hostname, port } = new URL(redirectUri);
  const refuse = (reason: string, remedy: string) =>
    failure('CALLBACK_NOT_SERVED', { redirect_uri: redirectUri, reason, remedy });
  if (!isLoopback(hostname)) {
    throw refuse(
      `${hostname} is not this computer`,
      'Register http://localhost:3000/callback as well and give it to --redirect-uri, or use --no-browser and paste the address where the browser ends.',
    );
  }
  if (protocol === 'https:' && certificate === undefined) {
    throw refuse(
      'https needs a certificate',
      'Give --certificate and --key (mkcert makes them), or register an http address of localhost.',
    );
  }
  const number = port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
  const servers: Server[] = [];
  try {
    for (const host of addressesOf(hostname)) {
      const server = await listen(fetch, host, number, redirectUri, certificate);
      if (server !== undefined) servers.push(server);
    }
  } catch (error) {
    await close(servers);
    throw error;
  }
  if (servers.length === 0) throw refuse('this computer has no such address', 'Use another redirect_uri.');
  return () => close(servers);
}

function addressesOf(hostname: string): readonly string[] {
  if (hostname === '[::1]') return ['::1'];
  return /^[\d.]+$/.test(hostname) ? [hostname] : ['127.0.0.1', '::1'];
}

/** Undefined where the computer does not have the address: not every one has ::1. */
async function listen(
  fetch: (request: Request) => Promise<Response>,
  host: string,
  port: number,
  redirectUri: string,
  certificate: Certificate | undefined,
): Promise<Server | undefined> {
  try {
    const server = createAdaptorServer({
      fetch,
      overrideGlobalObjects: false,
      ...(certificate !== undefined && {
        createServer: createSecureServer,
        serverOptions: { cert: certificate.certificate, key: certificate.key },
      }),
    }) as Server;
    server.listen({ host, port, ipv6Only: true });
    await once(server, 'listening');
    return server;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT' || code === 'EINVAL') return undefined;
    throw problem(code, message, { host, port, redirectUri }, error);
  }
}

function problem(
  code: string | undefined,
  message: string,
  { host, port, redirectUri }: { host: string; port: number; redirectUri: string },
  cause: unknown,
): Failure {
  if (code === 'EADDRINUSE') {
    return failure('CALLBACK_PORT_IN_USE', { host, port, redirect_uri: redirectUri }, { cause });
  }
  const remedy =
    code === 'EACCES'
      ? 'Register a redirect_uri with a port above 1023, such as http://localhost:3000/callback.'
      : 'Check certificate, key and redirect_uri, or use --no-browser.';
  return failure(
    'CALLBACK_NOT_SERVED',
    { redirect_uri: redirectUri, reason: code ?? message, remedy },
    { cause },
  );
}

/** Nobody is cut off in the middle of an answer, and nobody who just keeps a connection is waited for. */
async function close(servers: readonly Server[]): Promise<void> {
  await Promise.all(
    servers.map(async (server) => {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS);
      await closed;
      clearTimeout(timer);
    }),
  );
}

import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { collectionsFor } from '../../src/collection/collections.ts';
import { parseProfileDocument } from '../../src/providers/profile-file.ts';
import { page, startCannedServer } from '../support/canned-server.ts';
import { localCertificate } from '../support/certificate.ts';
import { failuresOf, runPlain } from '../support/plain-newman.ts';
import { LOGIN_FORM, PASSWORD } from '../support/sign-in-run.ts';

/** Signs in at an https server whose login form leads to the given URL; says who was sent something. */
async function signInAt(actionOf: (own: string, plain: string) => string) {
  const plain = await startCannedServer(() => ({ 'POST /login': () => page('stolen') }));
  const received: string[] = [];
  let action = '';
  const server = createServer(localCertificate(), (request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += String(chunk);
    });
    request.on('end', () => {
      received.push(`${request.method} ${request.url?.split('?')[0]} ${body}`);
      response.setHeader('content-type', 'text/html');
      response.end(request.method === 'GET' ? LOGIN_FORM.replace('/login', action) : 'signed in');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `https://localhost:${(server.address() as AddressInfo).port}`;
  action = actionOf(origin, plain.otherOrigin);
  const profile = parseProfileDocument(
    {
      issuer: origin,
      authorization_endpoint: `${origin}/authorize`,
      token_endpoint: `${origin}/token`,
      grant_types_supported: ['authorization_code'],
      legwork: { name: 'Encrypted', scope: 'read', sign_in: { password_origins: [plain.otherOrigin] } },
    },
    'encrypted',
  );
  const [flow] = collectionsFor(profile, ['three-legged']);
  const settings = {
    client_id: 'client',
    client_secret: 'a very secret secret',
    redirect_uri: 'http://localhost:3000/callback',
    username: 'ann@example.org',
    password: PASSWORD,
  };
  const run = await runPlain(flow?.collection ?? {}, settings, { insecure: true });
  await plain.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  return { failures: failuresOf(run), received, plain: plain.received };
}

test.each([
  ['another port of the same host', (_own: string, plain: string) => `${plain}/login`],
  ['the same host and port', (own: string) => `${own.replace('https', 'http')}/login`],
])('a form on an https server that leads to http, at %s, is not filled in', async (_title, actionOf) => {
  const { failures, received, plain } = await signInAt(actionOf);
  expect(failures).toEqual([
    expect.stringMatching(
      /The login form on https:\/\/localhost:\d+ would send the password to http:\/\/localhost:\d+ without encryption, so it was not sent/,
    ),
  ]);
  expect(received).toEqual([expect.stringMatching(/^GET \/authorize /)]);
  expect(plain).toEqual([]);
});

test('a form there that leads to https is filled in', async () => {
  const { received } = await signInAt(() => '/login');
  expect(received[1]).toMatch(/^POST \/login username=ann%40example\.org&password=p%26ss/);
});

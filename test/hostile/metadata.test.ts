import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeTokens } from '../../src/login/token-store.ts';
import { main } from '../../src/main.ts';
import { realIo } from '../login/support.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { metadataAttempts, READERS } from './metadata.ts';
import { profileOf, SECRETS } from './provider.ts';
import { type Server, startServer } from './server.ts';

let document: unknown;
let server: Server;
const tokens = join(scratchFolder('hostile'), 'tokens.json');

beforeAll(async () => {
  const json = (body: unknown) => ({
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  server = await startServer(({ url }) => {
    if (url.pathname === '/.well-known/openid-configuration') return json(document);
    if (url.pathname === '/token') return json({ access_token: 't', token_type: 'Bearer', expires_in: 60 });
    return json({ active: true });
  });
});
afterAll(() => server.close());

const attempts = metadataAttempts();
const groups = [...new Set(attempts.map(({ reader, member }) => `${reader} ${member}`))];

test.each(groups)('a discovery document in which a variable names a secret gets none: %s', async (group) => {
  await changeTokens(
    tokens,
    () => [
      {
        provider: 'as',
        holder: 'member',
        issuer: server.origin,
        clientId: 'client',
        scopes: ['openid'],
        accessToken: SECRETS.access_token,
        obtainedAt: 0,
        granted: ['openid'],
      },
    ],
    realIo(),
  );
  for (const { reader, value, member } of attempts) {
    if (`${reader} ${member}` !== group) continue;
    const { legwork, ...usual } = profileOf(server.origin) as Record<string, unknown>;
    expect(legwork).toBeDefined();
    document = {
      ...usual,
      grant_types_supported: ['client_credentials', 'authorization_code'],
      [member]: value(server.origin),
    };
    server.received.length = 0;
    const io = realIo({
      env: {
        OAUTH_CLIENT_ID: 'client',
        OAUTH_CLIENT_SECRET: SECRETS.client_secret,
        OAUTH_USERNAME: 'ann',
        OAUTH_PASSWORD: SECRETS.password,
      },
      openBrowser: async (address) => {
        await fetch(address);
      },
    });
    const store = reader === 'run' ? [] : ['--store', tokens];
    const code = await main([...READERS[reader], ...store, '--provider', server.origin], io, '0');
    expect(server.received.length, io.said()).toBeGreaterThan(0);
    const sent = server.received.filter(({ url }) => !url.pathname.startsWith('/.well-known/'));
    if (typeof value(server.origin) === 'string') {
      expect([code, io.said()]).toEqual([2, expect.stringContaining(member)]);
      expect(sent).toEqual([]);
    }
    // Only the endpoint that is meant for it gets the secret, in the body of a POST.
    for (const { method, url, headers, text } of sent) {
      expect(text).not.toContain(SECRETS.password);
      expect(`${url}${decodeURIComponent(url.href)}${JSON.stringify(headers)}`).not.toContain(
        SECRETS.client_secret,
      );
      if (method === 'GET') expect(text).not.toContain(SECRETS.client_secret);
    }
  }
});

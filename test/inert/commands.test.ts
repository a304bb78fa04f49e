import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { beginAttempt } from '../../src/login/attempt.ts';
import { completeLogin } from '../../src/login/complete-login.ts';
import type { StoredToken } from '../../src/login/stored-token.ts';
import { readTokens, writeTokens } from '../../src/login/token-store.ts';
import { main } from '../../src/main.ts';
import { realIo } from '../login/support.ts';
import { json, startCannedServer } from '../support/canned-server.ts';
import { startOddServer } from '../support/odd-server.ts';

const PASSWORD = 'the-password-of-ann';
const ENV = {
  OAUTH_CLIENT_ID: 'client',
  OAUTH_CLIENT_SECRET: 's+{{client_id}}/%7B{{password}}{',
  OAUTH_USERNAME: 'ann',
  OAUTH_PASSWORD: PASSWORD,
  OAUTH_REDIRECT_URI: 'http://127.0.0.1:1/callback',
};

function metadata(origin: string) {
  return {
    issuer: origin,
    authorization_endpoint: `${origin}/authorize`,
    token_endpoint: `${origin}/token`,
    userinfo_endpoint: `${origin}/userinfo`,
    introspection_endpoint: `${origin}/introspect`,
    revocation_endpoint: `${origin}/revoke`,
    jwks_uri: `${origin}/jwks`,
    grant_types_supported: ['client_credentials', 'authorization_code'],
  };
}

async function atServer(change: (origin: string) => object = () => ({})) {
  const server = await startCannedServer((origin) => ({
    'GET /.well-known/openid-configuration': () => json({ ...metadata(origin), ...change(origin) }),
    'POST /token': () => json({ access_token: 'token', token_type: 'Bearer', expires_in: 60 }),
    'POST /introspect': () => json({ active: true, client_id: 'client' }),
    'GET /userinfo': ({ headers }) =>
      /never-issued/.test(headers.authorization ?? '') ? json({}, 401) : json({ sub: '{{password}}' }),
  }));
  const io = realIo({ env: ENV });
  return { server, io, run: (...args: string[]) => main(args, io, '') };
}

const ENDPOINTS = Object.keys(metadata('')).filter((member) => /_endpoint$|_uri$/.test(member));

test.each(ENDPOINTS)(
  'run --provider: a discovery document with a variable in %s ends the run before it begins',
  async (member) => {
    for (const end of ['/x?x={{password}}', '/{{client_secret}}']) {
      const { server, io, run } = await atServer((origin) => ({ [member]: origin + end }));
      expect(await run('run', '--provider', server.origin)).toBe(2);
      expect(io.said()).toContain(`${member} must not contain two opening braces in a row`);
      expect(server.received.filter(({ path }) => !path.startsWith('/.well-known/'))).toEqual([]);
      await server.close();
    }
  },
);

test('run: a client secret that holds variables passes, and is sent as it is', async () => {
  const { server, io, run } = await atServer();
  const code = await run(
    'run',
    '--provider',
    server.origin,
    '--flow',
    'client-credentials',
    '--reporter',
    'none',
  );
  expect([code, io.said()]).toEqual([0, expect.anything()]);
  const posts = server.received.filter(({ method }) => method === 'POST');
  expect(posts.map(({ body }) => new URLSearchParams(body).get('client_secret'))).toEqual([
    ENV.OAUTH_CLIENT_SECRET,
    ENV.OAUTH_CLIENT_SECRET,
  ]);
  await server.close();
});

const STORED: StoredToken = {
  holder: 'member',
  issuer: '',
  clientId: 'client',
  scopes: ['openid'],
  provider: 'canned',
  accessToken: 'token',
  obtainedAt: 1,
  granted: ['openid'],
};

test.each([
  ['access_token', { accessToken: '{{password}}' }],
  ['member_id', { memberId: '{{password}}' }],
  ['known_scope', { granted: ['openid', '{{password}}'] }],
])(
  'run --token store: a stored %s that holds a variable is refused and sent nowhere',
  async (name, change) => {
    const { server, io, run } = await atServer();
    const store = join(io.cwd, 'tokens.json');
    await writeTokens(store, [{ ...STORED, issuer: server.origin, ...change }]);
    const args = ['--provider', server.origin, '--token', 'store', '--store', 'tokens.json'];
    expect(await run('run', ...args)).toBe(2);
    expect(io.said()).toContain(`The ${name} in the token store is not used: two opening braces in a row`);
    expect(server.received.filter(({ path }) => !path.startsWith('/.well-known/'))).toEqual([]);
    await server.close();
  },
);

test('login: a member id that holds a variable is not kept, nor is its token', async () => {
  const { profile, close } = await startOddServer({
    claims: { sub: '{{password}}' },
    userinfo: () => json({ sub: '{{password}}' }),
  });
  const io = realIo();
  const plan = {
    profile,
    client: { id: 'client', secret: 'secret', method: 'client_secret_post' as const },
    redirectUri: ENV.OAUTH_REDIRECT_URI,
    scopes: ['openid'],
    pkce: false,
    authorizationEndpoint: profile.metadata.authorization_endpoint ?? '',
  };
  const store = join(io.cwd, 'tokens.json');
  const key = {
    holder: 'member' as const,
    issuer: profile.metadata.issuer,
    clientId: 'client',
    scopes: ['openid'],
  };
  const outcome = await completeLogin(beginAttempt(plan, randomBytes), 'code', { key, store }, io);
  expect(outcome).toMatchObject({ kind: 'failed', failure: { code: 'LOGIN_REFUSED' } });
  expect(JSON.stringify(outcome)).not.toContain('token in');
  expect(await readTokens(store, io)).toEqual([]);
  await close();
});

test('targets: a variable in a further setting is refused before anything is sent', async () => {
  const { server, io, run } = await atServer();
  writeFileSync(
    join(io.cwd, 'targets.csv'),
    `name,provider,client_id,client_secret,variables.token_endpoint\na,${server.origin},c,s,${server.origin}/{{password}}\n`,
  );
  expect(await run('run', '--targets', 'targets.csv')).toBe(2);
  expect(io.said()).toContain('variables.token_endpoint of "a": two opening braces in a row');
  expect(server.received).toEqual([]);
  await server.close();
});

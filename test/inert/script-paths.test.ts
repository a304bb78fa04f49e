import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { collectionsFor } from '../../src/collection/collections.ts';
import type { FlowId } from '../../src/flows/flow.ts';
import { parseProfileDocument } from '../../src/providers/profile-file.ts';
import { type Answer, json, page, redirect, startCannedServer } from '../support/canned-server.ts';
import { unsigned } from '../support/odd-server.ts';
import { failuresOf, runPlain } from '../support/plain-newman.ts';
import { callback } from '../support/sign-in-run.ts';

/** Values that scripts keep by themselves, and why none of them is a text that a server chose as it stands. */
const OWN_VALUES: Readonly<Record<string, string>> = {
  'redirect.url': 'encoded by inert() when it was kept in sign_in',
  'login.form.action': 'encoded by inert() when it was kept in sign_in',
  'login.form.page': 'encoded by inert() when it was kept in sign_in',
  'login.form.origin': 'encoded by inert() when it was kept in sign_in',
  'consent.form.action': 'encoded by inert() when it was kept in sign_in',
  'consent.form.page': 'encoded by inert() when it was kept in sign_in',
  'consent.form.origin': 'encoded by inert() when it was kept in sign_in',
  'encodeForm(': 'a form in percent-encoding has no braces',
  'JSON.stringify(': 'sign_in and retry: no request names them, only JSON.parse reads them',
  "'{}'": 'a constant',
  "''": 'a constant',
  name: 'of a request of this collection',
  'String(spent)': 'a number',
  "'true'": 'a constant',
  'new Date': 'a date',
  "pm.variables.get('scope') || ''": 'what the person asked for; only scripts read granted_scope',
  "pm.variables.get('code') || ''": 'a code that keepFromServer has kept',
  "HmacSHA256('next', seed)": 'drawn here',
  "unguessable('state')": 'drawn here',
  verifier: 'drawn here',
  'base64url(': 'drawn here',
};

test('scripts keep what a server gave by keepFromServer alone', () => {
  const folder = new URL('../../scripts/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  );
  const unknown = files
    .filter((file) => file !== 'plain-text.js')
    .flatMap((file) => [
      ...readFileSync(new URL(file, folder), 'utf8').matchAll(
        /pm\.(?:environment|collectionVariables|variables|globals)\s*\.set\(\s*(?:'[^']*'|`[^`]*`|[\w.]+),\s*([^\n]*)/g,
      ),
    ])
    .map(([, value = '']) => value)
    .filter((value) => !Object.keys(OWN_VALUES).some((known) => value.startsWith(known)));
  expect(unknown).toEqual([]);
});

const SECRETS = { client_secret: 'the-client-secret', password: 'the-password' };

/** Runs a flow against a server that gives canned responses, and a resource that puts the member into its URL. */
async function run(flow: FlowId, canned: (path: string, body: string) => Answer | undefined, variables = {}) {
  let issued = 0;
  const token = (origin: string) => {
    issued += 1;
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: origin, aud: 'client', sub: 'ann', iat: now, exp: now + 60 };
    return {
      id_token: unsigned(claims, { alg: 'RS256' }, 'not-checked-in-the-sandbox'),
      access_token: `token-${issued}`,
      token_type: 'Bearer',
      expires_in: 60,
      refresh_token: 'refresh',
    };
  };
  const server = await startCannedServer((origin) => ({
    'GET /authorize': (request) => canned('/authorize', request.target) ?? callback(request),
    'POST /token': ({ body }) => canned('/token', body) ?? json(token(origin)),
    'POST /introspect': ({ body }) => canned('/introspect', body) ?? json({ active: true }),
    'GET /userinfo': ({ headers }) =>
      /never-issued/.test(headers.authorization ?? '')
        ? json({}, 401)
        : (canned('/userinfo', '') ?? json({ sub: 'ann' })),
    'GET /people': () => json({}),
    'GET /login': () => page('no login here'),
  }));
  try {
    const { origin } = server;
    const profile = parseProfileDocument(
      {
        issuer: origin,
        authorization_endpoint: `${origin}/authorize`,
        token_endpoint: `${origin}/token`,
        introspection_endpoint: `${origin}/introspect`,
        userinfo_endpoint: `${origin}/userinfo`,
        grant_types_supported: ['authorization_code', 'client_credentials', 'refresh_token'],
        legwork: {
          scope: 'openid',
          echoes_nonce: false,
          resources: [
            {
              name: 'Read a person',
              url: `${origin}/people?id={{member_id}}`,
              headers: { 'X-Id': '{{member_id}}' },
            },
          ],
        },
      },
      'canned',
    );
    const [made] = collectionsFor(profile, [flow]);
    const result = await runPlain(made?.collection ?? {}, {
      client_id: 'client',
      redirect_uri: `${origin}/callback`,
      username: 'ann',
      member_id: 'before',
      ...SECRETS,
      ...variables,
    });
    return { ...result, failures: failuresOf(result), received: server.received };
  } finally {
    await server.close();
  }
}

const ok = { access_token: 'token', token_type: 'Bearer', expires_in: 60 };

test.each<[string, (text: string) => (path: string, body: string) => Answer | undefined]>([
  ['access_token', (text) => (path) => (path === '/token' ? json({ ...ok, access_token: text }) : undefined)],
  [
    'refresh_token',
    (text) => (path) => (path === '/token' ? json({ ...ok, refresh_token: text }) : undefined),
  ],
  ['scope', (text) => (path) => (path === '/token' ? json({ ...ok, scope: text }) : undefined)],
  [
    'a renewed access_token',
    (text) => (path, body) =>
      path !== '/token'
        ? undefined
        : json(/refresh_token=/.test(body) ? { ...ok, access_token: text } : { ...ok, refresh_token: 'r' }),
  ],
  [
    'a renewed refresh_token',
    (text) => (path, body) =>
      path !== '/token'
        ? undefined
        : json(/refresh_token=/.test(body) ? { ...ok, refresh_token: text } : { ...ok, refresh_token: 'r' }),
  ],
  [
    'a renewed scope',
    (text) => (path, body) =>
      path !== '/token'
        ? undefined
        : json(/refresh_token=/.test(body) ? { ...ok, scope: text } : { ...ok, refresh_token: 'r' }),
  ],
  ['sub of userinfo', (text) => (path) => (path === '/userinfo' ? json({ sub: text }) : undefined)],
])('%s that holds a variable is kept nowhere and sends no secret', async (_name, canned) => {
  for (const text of ['{{password}}', 'a{{client_secret}}', '{{$guid}}', 'brace{']) {
    const { received, environment } = await run('three-legged', canned(text));
    const sent = received.map(({ target, headers, body }) => `${target} ${JSON.stringify(headers)} ${body}`);
    expect(sent.filter((one) => one.includes(SECRETS.password))).toEqual([]);
    const places = received.filter(({ target, headers }) =>
      `${target}${JSON.stringify(headers)}`.includes(SECRETS.client_secret),
    );
    expect(places).toEqual([]);
    expect(Object.entries(environment).filter(([, value]) => value.includes(text))).toEqual([]);
  }
});

test.each(['code'])('a %s that holds a variable is not exchanged', async () => {
  const { received, failures, environment } = await run('three-legged', (path, target) => {
    if (path !== '/authorize') return undefined;
    const query = new URLSearchParams(target.split('?')[1]);
    return redirect(`${query.get('redirect_uri')}?code=%7B%7Bpassword%7D%7D&state=${query.get('state')}`);
  });
  expect(received.map(({ path }) => path)).toEqual(['/authorize']);
  expect(failures[0]).toMatch(/code has characters/);
  expect(environment.code ?? '').toBe('');
});

test.each(['http://{{password}}.localhost/login', 'http://%7B%7Bpassword%7D%7D.localhost/login'])(
  'a redirect to %s is refused with the host in the message',
  async (location) => {
    const { received, failures } = await run('three-legged', (path) =>
      path === '/authorize' ? redirect(location) : undefined,
    );
    expect(received.map(({ path }) => path)).toEqual(['/authorize']);
    expect(failures[0]).toMatch(/leads to the host ".*password.*localhost", and no host has braces/);
  },
);

const ODD = 's+{{client_id}}/%7B{{password}}{';

test.each(['client-credentials', 'three-legged'] as const)(
  '%s: a client secret that holds variables is sent as it is',
  async (flow) => {
    const { received, failures } = await run(flow, () => undefined, { client_secret: ODD });
    expect(failures).toEqual([]);
    const posts = received.filter(({ method }) => method === 'POST');
    expect(posts.length).toBeGreaterThan(1);
    for (const { body } of posts) expect(new URLSearchParams(body).get('client_secret')).toBe(ODD);
  },
);

test('settings in the authorization request are sent as they are', async () => {
  const { received } = await run('three-legged', () => undefined, {
    client_id: 'c{{password}}',
    scope: '{{password}}',
  });
  expect(received[0]?.query.get('client_id')).toBe('c{{password}}');
  expect(received[0]?.query.get('scope')).toBe('{{password}}');
});

test.each([
  ['client_secret', { client_secret: ODD }],
  ['access_token', { access_token: '{{client_secret}}' }],
])(
  'postman-login refuses a %s that holds a variable, because nothing encodes it there',
  async (name, variables) => {
    const { received, failures } = await run('postman-login', () => undefined, {
      access_token: 'token',
      ...variables,
    });
    expect(received).toEqual([]);
    expect(failures[0]).toContain(`${name} must not hold two opening braces in a row`);
  },
);

test('a member_id that somebody has put into the environment is refused where a request would carry it', async () => {
  const { received, failures } = await run(
    'postman-login',
    (path) => (path === '/userinfo' ? json({}, 500) : undefined),
    {
      access_token: 'token',
      member_id: '{{password}}',
    },
  );
  expect(received.filter(({ path }) => path === '/people')).toEqual([]);
  expect(failures.join()).toContain('member_id must not hold two opening braces in a row');
});

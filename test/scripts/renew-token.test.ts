import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { collectionsFor } from '../../src/collection/collections.ts';
import type { FlowId } from '../../src/flows/flow.ts';
import { linkedin } from '../../src/providers/linkedin.ts';
import { parseProfileDocument } from '../../src/providers/profile-file.ts';
import { type Answer, json, redirect, startCannedServer } from '../support/canned-server.ts';
import { failuresOf, runPlain } from '../support/plain-newman.ts';

const SECRET = 'a+b/c=d%25e:f&g{{client_id}}';
/** Postman's own login cannot use one with a variable in it, and its collection says so. */
const secretOf = (flow: FlowId) => (flow === 'postman-login' ? SECRET.replaceAll('{{', '{') : SECRET);
const past = '2020-01-01T00:00:00.000Z';
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();

interface Case {
  readonly flow?: FlowId;
  readonly variables?: Record<string, string>;
  readonly token?: () => Answer;
  readonly legwork?: object;
  readonly grants?: string[];
  readonly alone?: true;
}

/**
 * Sends requests of a collection that was got a token with weeks ago: all from "Renew the token" on, as a run does, or the
 * API request alone, as a person does.
 */
async function callApi({ flow = 'three-legged', variables = {}, token, legwork, grants, alone }: Case) {
  const server = await startCannedServer((origin) => ({
    'POST /token': () => token?.() ?? json({ access_token: 'renewed', expires_in: '3600' }),
    'GET /api': ({ headers }) =>
      /^Bearer (renewed|fresh)$/.test(headers.authorization ?? '')
        ? json({ sub: 'ann' })
        : json({ error: 'invalid_token', error_description: 'The access token expired' }, 401),
    'POST /elsewhere': () => redirect(origin),
  }));
  try {
    const { origin } = server;
    const profile = parseProfileDocument(
      {
        issuer: origin,
        authorization_endpoint: `${origin}/authorize`,
        token_endpoint: `${origin}/token`,
        userinfo_endpoint: `${origin}/api`,
        grant_types_supported: grants ?? ['authorization_code', 'client_credentials', 'refresh_token'],
        legwork: { scope: 'openid', application_api_url: `${origin}/api`, ...legwork },
      },
      'canned',
    );
    const [made] = collectionsFor(profile, [flow]);
    const steps = made?.collection.item as { name: string }[];
    const wanted = alone ? /Read userinfo$|Call an API/ : /Renew the token|Read userinfo$|Call an API/;
    const item = steps.filter(({ name }) => wanted.test(name));
    const result = await runPlain(
      { ...made?.collection, item },
      { client_id: 'client', client_secret: secretOf(flow), granted_scope: 'openid', ...variables },
    );
    return {
      ...result,
      failures: failuresOf(result),
      received: server.received.map(({ method, path }) => `${method} ${path}`),
      renewals: server.received.filter(({ path }) => path === '/token'),
    };
  } finally {
    await server.close();
  }
}

const stale = {
  access_token: 'stale',
  access_token_expires_at: past,
  refresh_token: 'r+/=1{{client_secret}}',
};

for (const flow of ['three-legged', 'postman-login'] as const) {
  test(`${flow}: a member token that has expired is renewed before the API is called`, async () => {
    const { failures, received, renewals, environment, console } = await callApi({ flow, variables: stale });
    expect(failures).toEqual([]);
    expect(received).toEqual(['POST /token', 'GET /api']);
    expect(renewals[0]?.target).toBe('/token');
    expect(Object.fromEntries(new URLSearchParams(renewals[0]?.body))).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'r+/=1{{client_secret}}',
      client_id: 'client',
      client_secret: secretOf(flow),
    });
    expect(environment).toMatchObject({ access_token: 'renewed', refresh_token: stale.refresh_token });
    expect(Date.parse(environment.access_token_expires_at ?? '')).toBeGreaterThan(Date.now() + 3_500_000);
    expect(console).toEqual([]);
  });
}

test('an application token that has expired is asked for again', async () => {
  const { failures, renewals, environment } = await callApi({
    flow: 'client-credentials',
    variables: { application_token: 'stale', application_token_expires_at: past },
    legwork: { application_scope: 'jobs', token_parameters: { audience: 'api' } },
  });
  expect(failures).toEqual([]);
  expect(Object.fromEntries(new URLSearchParams(renewals[0]?.body))).toEqual({
    grant_type: 'client_credentials',
    scope: 'jobs',
    client_id: 'client',
    client_secret: SECRET,
    audience: 'api',
  });
  expect(environment.application_token).toBe('renewed');
});

test('one that is about to end is renewed, too', async () => {
  const soon = { ...stale, access_token_expires_at: inSeconds(10) };
  const { renewals } = await callApi({ variables: soon });
  expect(renewals).toHaveLength(1);
});

test.each([
  ['is fresh', inSeconds(600), 'the access_token is not near its end.'],
  ['has no known end', '', 'when the access_token ends is not known (access_token_expires_at).'],
  [
    'has an end that is no time',
    'soon',
    'when the access_token ends is not known (access_token_expires_at).',
  ],
])('a token that %s is left alone: no secret leaves without need', async (_title, end, reason) => {
  const variables = { ...stale, access_token: 'fresh', access_token_expires_at: end };
  const { received, failures, console } = await callApi({ variables });
  expect(failures).toEqual([]);
  expect(received).toEqual(['GET /api']);
  expect(console).toEqual([`Skipped: ${reason}`]);
});

test('without a refresh token the API is asked, and its 401 explained', async () => {
  const { received, failures, console } = await callApi({ variables: { ...stale, refresh_token: '' } });
  expect(received).toEqual(['GET /api']);
  expect(failures).toEqual([
    expect.stringMatching(
      /answered 401: "invalid_token": "The access token expired"\. The access token is malformed, expired/,
    ),
  ]);
  expect(console).toEqual([
    'Skipped: the access_token has expired and cannot be renewed: refresh_token is empty.',
    'The access_token has expired and cannot be renewed: refresh_token is empty. Get a new one by sending the token request again.',
  ]);
});

test('a provider without refresh tokens is not asked for a renewal', async () => {
  const { received } = await callApi({ variables: stale, grants: ['authorization_code'] });
  expect(received).toEqual(['GET /api']);
});

test('a refusal of the renewal is one failure with cause and remedy, and the API is not called', async () => {
  const { received, failures } = await callApi({
    variables: stale,
    token: () => json({ error: 'invalid_grant', error_description: 'gone' }, 400),
  });
  expect(received).toEqual(['POST /token']);
  expect(failures).toEqual([
    expect.stringMatching(/^Renew the token: The token endpoint answered 400: "invalid_grant": "gone"\. ./),
  ]);
});

test('a token that still works is used when its renewal is refused', async () => {
  const { received, failures, console } = await callApi({
    variables: { ...stale, access_token: 'fresh', access_token_expires_at: inSeconds(20) },
    token: () => json({ error: 'temporarily_unavailable' }, 503),
  });
  expect(failures).toEqual([]);
  expect(received).toEqual(['POST /token', 'GET /api']);
  expect(console[0]).toMatch(/ends within half a minute and was not renewed: 503: "temporarily_unavailable"/);
});

test('a rotated refresh token replaces the old one', async () => {
  const { environment } = await callApi({
    variables: stale,
    token: () => json({ access_token: 'renewed', refresh_token: 'second', scope: 'openid' }),
  });
  expect(environment).toMatchObject({ access_token: 'renewed', refresh_token: 'second' });
});

test('a token that would be read as a variable is not taken', async () => {
  const { environment, failures } = await callApi({
    variables: stale,
    token: () => json({ access_token: '{{client_secret}}' }),
  });
  expect(environment.access_token).toBe('stale');
  expect(failures).toHaveLength(1);
});

test('HTTP Basic carries id and secret, and the body does not', async () => {
  const { renewals } = await callApi({
    variables: stale,
    legwork: { client_authentication: 'client_secret_basic' },
  });
  expect(renewals[0]?.body).not.toMatch(/client_(id|secret)=/);
  const [, encoded = ''] = (renewals[0]?.headers.authorization ?? '').split(' ');
  expect(Buffer.from(encoded, 'base64').toString()).toBe(
    `client:${new URLSearchParams({ x: SECRET }).toString().slice(2)}`,
  );
});

test.each(['three-legged', 'postman-login', 'client-credentials'] as const)(
  '%s: an API request that is sent by hand with a dead token fails, and names the request that renews it',
  async (flow) => {
    const token = flow === 'client-credentials' ? 'application_token' : 'access_token';
    const { received, failures } = await callApi({
      flow,
      alone: true,
      variables: { [token]: 'stale', [`${token}_expires_at`]: past, refresh_token: 'refresh' },
    });
    expect(received).toEqual([]);
    expect(failures).toEqual([
      expect.stringMatching(
        new RegExp(`The ${token} has expired\\. Send "Renew the token" first, then this request again\\.`),
      ),
    ]);
  },
);

test.each([301, 302, 303, 307, 308])(
  'a token endpoint that redirects with %i gets no secret sent anywhere else, and its token is not used',
  async (status) => {
    for (const authentication of ['client_secret_post', 'client_secret_basic']) {
      const foreign = await startCannedServer(() => ({
        'POST /steal': () => json({ access_token: 'stolen' }),
        'GET /steal': () => json({ access_token: 'stolen' }),
      }));
      const run = await callApi({
        variables: stale,
        legwork: { client_authentication: authentication },
        token: () => ({ status, headers: { location: `${foreign.otherOrigin}/steal` } }),
      });
      expect(foreign.received).toEqual([]);
      expect(run.received).toEqual(['POST /token']);
      expect(run.failures).toEqual([expect.stringMatching(`The token endpoint answered ${status}`)]);
      expect(run.environment.access_token).toBe('stale');
      await foreign.close();
    }
  },
);

test('a renewal carries no cookie, and no redirect is followed by Postman', () => {
  for (const { collection } of collectionsFor(linkedin)) {
    const items = collection.item as { name: string; protocolProfileBehavior?: object }[];
    for (const item of items.filter(({ name }) => name === 'Renew the token')) {
      expect(item.protocolProfileBehavior).toEqual({ followRedirects: false, disableCookies: true });
    }
  }
  const names = collectionsFor(linkedin).flatMap(({ flow, collection }) =>
    (collection.item as { name: string }[]).some(({ name }) => name === 'Renew the token') ? [flow] : [],
  );
  expect(names).toEqual(['client-credentials', 'three-legged', 'postman-login']);
});

test('no script sends a request by itself: pm.sendRequest follows redirects and carries cookies', () => {
  const folder = new URL('../../scripts/', import.meta.url);
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.[jt]s$/.test(path),
  );
  expect(scripts.length).toBeGreaterThan(20);
  const code = (path: string) =>
    readFileSync(new URL(path, folder), 'utf8').replace(/^\s*(\/\/|\/?\*).*$/gm, '');
  expect(scripts.filter((path) => /sendRequest|runRequest/.test(code(path)))).toEqual([]);
});

test('nothing of the secrets is on the console', async () => {
  const { console } = await callApi({ variables: stale });
  for (const secret of [SECRET, stale.refresh_token, 'stale']) expect(console.join()).not.toContain(secret);
});

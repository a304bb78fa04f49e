import { expect, test } from 'vitest';
import { collectionsFor } from '../../src/collection/collections.ts';
import type { FlowId } from '../../src/flows/flow.ts';
import { linkedin } from '../../src/providers/linkedin.ts';
import { parseProfileDocument } from '../../src/providers/profile-file.ts';
import {
  type Answer,
  json,
  page,
  type Routes,
  redirect,
  startCannedServer,
} from '../support/canned-server.ts';
import { failuresOf, runPlain } from '../support/plain-newman.ts';
import { callback } from '../support/sign-in-run.ts';

const TOKEN = { access_token: 'the-token', token_type: 'Bearer', expires_in: 60 };
const ACTIVE = { active: true, client_id: 'client' };

/** A sound id_token, but for its signature: scripts do not look at that. */
function idToken(claims: object, header: object = { alg: 'RS256' }): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const all = { aud: 'client', sub: 'ann', iat: now, exp: now + 600, ...claims };
  return `${part(header)}.${part(all)}.c2ln`;
}

/** What a server of OpenID Connect adds to the exchange of a code. */
function withIdToken(answer: Answer, issuer: string): Answer {
  const body = JSON.parse(answer.body ?? 'null') as Record<string, unknown> | null;
  if (!body?.access_token || 'id_token' in body) return answer;
  return { ...answer, body: JSON.stringify({ ...body, id_token: idToken({ iss: issuer }) }) };
}

interface Server {
  /** false: no id_token is added to what `token` gives. */
  readonly idToken?: false;
  readonly token?: (body: URLSearchParams) => Answer;
  readonly introspect?: () => Answer;
  readonly userinfo?: (authorization: string) => Answer;
  readonly legwork?: object;
  readonly metadata?: object;
  readonly variables?: Record<string, string>;
}

/** Runs a generated collection against a server with canned token, introspection and userinfo answers. */
async function run(flowId: FlowId, canned: Server) {
  const server = await startCannedServer(
    (origin): Routes => ({
      'GET /authorize': callback,
      'POST /token': ({ body }) => {
        const form = new URLSearchParams(body);
        const answer = canned.token?.(form) ?? json(TOKEN);
        return form.has('code') && canned.idToken !== false ? withIdToken(answer, origin) : answer;
      },
      'POST /introspect': () => canned.introspect?.() ?? json(ACTIVE),
      'GET /userinfo': ({ headers }) =>
        canned.userinfo?.(headers.authorization ?? '') ??
        (headers.authorization === 'Bearer the-token'
          ? json({ sub: 'ann' })
          : json({ error: 'invalid_token' }, 401)),
    }),
  );
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
        ...canned.metadata,
        legwork: { scope: 'openid', ...canned.legwork },
      },
      'canned',
    );
    const [flow] = collectionsFor(profile, [flowId]);
    const result = await runPlain(flow?.collection ?? {}, {
      client_id: 'client',
      client_secret: 'a+b/c=d%25e:f&g',
      redirect_uri: `${origin}/callback`,
      username: 'ann',
      password: 'secret',
      ...canned.variables,
    });
    return { ...result, failures: failuresOf(result), received: server.received };
  } finally {
    await server.close();
  }
}

test('both flows pass against a server that behaves', async () => {
  for (const flow of ['client-credentials', 'three-legged'] as const) {
    expect((await run(flow, {})).failures).toEqual([]);
  }
});

test('the token request is a POST whose values are in the body and not in the address, without cookies', async () => {
  const { received } = await run('client-credentials', {});
  expect(received[0]).toMatchObject({ method: 'POST', target: '/token' });
  expect(received[0]?.headers.cookie).toBeUndefined();
  expect(Object.fromEntries(new URLSearchParams(received[0]?.body))).toEqual({
    grant_type: 'client_credentials',
    client_id: 'client',
    client_secret: 'a+b/c=d%25e:f&g',
  });
});

test('HTTP Basic carries id and secret form-encoded, and nothing of it stands in the body', async () => {
  const { received } = await run('client-credentials', {
    legwork: { client_authentication: 'client_secret_basic' },
  });
  const [scheme, encoded = ''] = (received[0]?.headers.authorization ?? '').split(' ');
  expect(scheme).toBe('Basic');
  expect(Buffer.from(encoded, 'base64').toString()).toBe('client:a%2Bb%2Fc%3Dd%2525e%3Af%26g');
  expect(received[0]?.body).toBe('grant_type=client_credentials');
});

test('a public client sends its id alone', async () => {
  const { received, failures } = await run('three-legged', {
    legwork: { client_authentication: 'none' },
    variables: { client_secret: '' },
  });
  expect(failures).toEqual([]);
  expect(received.find(({ path }) => path === '/token')?.body).not.toContain('client_secret');
});

test('an application scope is sent where the profile names one, and left out where it is empty', async () => {
  const legwork = { application_scope: 'jobs' };
  const sent = await run('client-credentials', { legwork });
  expect(sent.received[0]?.body).toContain('scope=jobs');
  const empty = await run('client-credentials', { legwork, variables: { application_scope: '' } });
  expect(empty.received[0]?.body).not.toContain('scope');
});

test('expires_in may be a text, token_type may be missing, and JSON may be called HTML', async () => {
  const { failures, environment } = await run('client-credentials', {
    token: () => ({
      headers: { 'content-type': 'text/html' },
      body: '{"access_token":"the-token","expires_in":"1800"}',
    }),
  });
  expect(failures).toEqual([]);
  expect(Date.parse(environment.application_token_expires_at ?? '') - Date.now()).toBeGreaterThan(1_700_000);
});

const refusals: readonly [title: string, answer: Answer, message: RegExp][] = [
  ['a refusal with status 400', json({ error: 'invalid_client' }, 400), /answered 400: "invalid_client"\. /],
  [
    'a refusal with status 200',
    json({ error: 'invalid_code', error_description: 'used' }, 200),
    /answered 200: "invalid_code": "used"/,
  ],
  [
    'a problem document',
    json({ title: 'Nope', detail: 'bad secret' }, 403),
    /answered 403: "Nope": "bad secret"/,
  ],
  ['an empty body', { status: 401 }, /answered 401 with an empty body\. Check client_id, client_secret/],
  [
    'a page',
    page('<h1>CSRF</h1><script>var x = 1</script>', 403),
    /answered 403 with something that is no token response: "CSRF"/,
  ],
  ['a redirect to the login page', redirect('/login'), /answered 303 with an empty body/],
  ['a token that is no text', json({ access_token: 7 }), /answered 200 with something that is no token/],
  [
    'a token that would be read as a variable',
    json({ ...TOKEN, access_token: '{{client_secret}}' }),
    /is no token/,
  ],
];

for (const [title, answer, message] of refusals) {
  test(`the token request fails with one message at ${title}, and the run ends`, async () => {
    const { failures, received } = await run('client-credentials', { token: () => answer });
    expect(failures).toEqual([expect.stringMatching(message)]);
    expect(received).toHaveLength(1);
  });
}

test("LinkedIn's refusals come with cause and remedy", async () => {
  const server = await startCannedServer(() => ({
    'POST /token': () =>
      json(
        { error: 'access_denied', error_description: linkedin.errors.application_tokens_not_allowed.text },
        401,
      ),
  }));
  const [flow] = collectionsFor(linkedin, ['client-credentials']);
  const result = await runPlain(flow?.collection ?? {}, {
    token_endpoint: `${server.origin}/token`,
    client_id: 'client',
    client_secret: 'secret',
  });
  await server.close();
  const { cause, remedy, text } = linkedin.errors.application_tokens_not_allowed;
  expect(failuresOf(result)).toEqual([
    `Request an application token: The token endpoint answered 401: "access_denied": "${text}". ${cause} ${remedy}`,
  ]);
});

const brokenTokens: readonly [title: string, token: object, message: RegExp][] = [
  ['another token type', { ...TOKEN, token_type: 'DPoP' }, /token_type is "DPoP"/],
  ['a life of no seconds', { ...TOKEN, expires_in: 'soon' }, /expires_in is "soon", expected seconds/],
];

for (const [title, token, message] of brokenTokens) {
  test(`a token answer with ${title} fails`, async () => {
    const { failures } = await run('client-credentials', { token: () => json(token) });
    expect(failures).toEqual([expect.stringMatching(message)]);
  });
}

test('the id_token must come from the issuer, be meant for this client, and be alive', async () => {
  const later = Math.floor(Date.now() / 1000) + 600;
  const withClaims = (change: object, issuer = '{{issuer}}') =>
    run('three-legged', {
      token: () =>
        json({
          ...TOKEN,
          id_token: idToken({ iss: 'https://issuer.example', aud: 'client', exp: later, ...change }),
        }),
      variables: { issuer: issuer === '{{issuer}}' ? 'https://issuer.example' : issuer },
    });
  expect((await withClaims({})).failures).toEqual([]);
  expect((await withClaims({ aud: ['other', 'client'], azp: 'client' })).failures).toEqual([]);
  expect((await withClaims({ iss: 'https://other.example' })).failures).toEqual([
    expect.stringMatching(/says iss="https:\/\/other\.example", expected "https:\/\/issuer\.example"/),
  ]);
  expect((await withClaims({ aud: 'other' })).failures).toEqual([
    expect.stringMatching(/meant for "other", not for this client/),
  ]);
  expect((await withClaims({ exp: 1 })).failures).toEqual([expect.stringMatching(/has expired/)]);
});

test('a scope that was not granted is named on the console', async () => {
  const { console, failures } = await run('three-legged', {
    legwork: { scope: 'openid email' },
    token: () => json({ ...TOKEN, scope: 'openid' }),
  });
  expect(failures).toEqual([]);
  expect(console).toContain('Asked for but not granted: email. Granted: openid.');
});

test('an API is called only when a scope for it was granted; commas separate scopes, too', async () => {
  const without = await run('three-legged', { token: () => json({ ...TOKEN, scope: 'profile' }) });
  expect(without.requests.map(({ step }) => step)).not.toContain('Read userinfo');
  expect(without.console).toContain('Skipped: it takes the scope openid, which was not granted.');
  const withIt = await run('three-legged', { token: () => json({ ...TOKEN, scope: 'email,openid' }) });
  expect(withIt.requests.map(({ step }) => step)).toContain('Read userinfo');
});

test('a refresh token is used when one came, and the renewed access token replaces the old one', async () => {
  const { received, environment, failures } = await run('three-legged', {
    token: (body) =>
      body.get('grant_type') === 'refresh_token'
        ? json({ ...TOKEN, access_token: 'renewed' })
        : json({ ...TOKEN, refresh_token: 'r+/=1' }),
    userinfo: (authorization) =>
      /^Bearer (the-token|renewed)$/.test(authorization) ? json({ sub: 'ann' }) : json({}, 401),
  });
  expect(failures).toEqual([]);
  const renewal = received.findLast(({ path }) => path === '/token');
  expect(new URLSearchParams(renewal?.body).get('refresh_token')).toBe('r+/=1');
  expect(received.at(-1)?.headers.authorization).toBe('Bearer renewed');
  expect(environment).toMatchObject({ access_token: 'renewed', refresh_token: 'r+/=1' });
});

test('a refresh token or member id that would be read as a variable is not kept, and fails the run', async () => {
  const secretive = await run('three-legged', {
    token: () => json({ ...TOKEN, refresh_token: '{{password}}' }),
  });
  expect(secretive.failures).toEqual([
    expect.stringMatching(/refresh token has characters.*It was not kept/),
  ]);
  expect(secretive.environment.refresh_token).toBeUndefined();
  const nosy = await run('three-legged', { userinfo: () => json({ sub: '{{password}}' }) });
  expect(nosy.failures).toEqual([
    expect.stringMatching(/sub is a text with characters that no id should have.*The id was not kept/),
  ]);
  expect(nosy.environment.member_id).toBeUndefined();
});

test('an old refresh token is forgotten when none comes with the new access token', async () => {
  const { requests, environment } = await run('three-legged', { variables: { refresh_token: 'old' } });
  expect(requests.map(({ step }) => step)).not.toContain('Refresh the token');
  expect(environment.refresh_token).toBeUndefined();
});

test('a scope may be a list, one that is no text grants nothing and fails, and a token may live for ever', async () => {
  const listed = await run('three-legged', {
    token: () => json({ ...TOKEN, scope: ['email', 'openid'], expires_in: 1e300 }),
  });
  expect(listed.failures).toEqual([]);
  expect(listed.environment.granted_scope).toBe('email openid');
  const odd = await run('three-legged', { token: () => json({ ...TOKEN, scope: 7 }) });
  expect(odd.failures).toEqual([expect.stringContaining('scope is the number 7')]);
  expect(odd.environment.granted_scope).toBe('');
});

test('nothing is published unless the variable publish says so', async () => {
  const { startEmulator } = await import('../support/emulator.ts');
  const emulator = await startEmulator();
  const [flow] = collectionsFor(linkedin, ['three-legged']);
  for (const publish of ['', 'false', 'yes']) {
    const result = await runPlain(flow?.collection ?? {}, { ...emulator.settings(), publish });
    expect(failuresOf(result)).toEqual([]);
    expect(result.requests.map(({ step }) => step)).not.toContain('Share "Hello LinkedIn API :-)"');
  }
  expect(emulator.journal.map(({ path }) => path)).not.toContain('/v2/ugcPosts');
  await emulator.close();
});

const introspections: readonly [title: string, answer: Answer, message: RegExp][] = [
  ['a dead token', json({ active: false, status: 'revoked' }), /not active but revoked/],
  [
    "another application's token",
    json({ active: false }),
    /not active\. Get a new one; another application's token looks the same/,
  ],
  ['another client', json({ active: true, client_id: 'other' }), /issued to client "other"/],
  ['a refusal', json({ error: 'invalid_client' }, 401), /Introspection answered 401: "invalid_client"/],
  ['a page', page('<h1>Hello</h1>'), /Introspection answered 200: "Hello"/],
];

for (const [title, answer, message] of introspections) {
  test(`introspection fails with one message at ${title}`, async () => {
    const { failures } = await run('client-credentials', { introspect: () => answer });
    expect(failures).toEqual([expect.stringMatching(message)]);
  });
}

const apiAnswers: readonly [title: string, answer: Answer, message: RegExp][] = [
  ['an empty 401', { status: 401 }, /The API answered 401: "\(empty body\)"/],
  [
    'a challenge',
    { status: 401, headers: { 'www-authenticate': 'Bearer error="invalid_token"' } },
    /401: Bearer error="invalid_token"/,
  ],
  [
    'a redirect to the login page',
    redirect('/login'),
    /303, a redirect: an API that sends a client to a login page refuses its token/,
  ],
  ['a missing member', json({ name: 'Ann' }), /has no sub: "name" came/],
];

for (const [title, answer, message] of apiAnswers) {
  test(`an API call fails with one message at ${title}`, async () => {
    const { failures } = await run('three-legged', { userinfo: () => answer });
    expect(failures).toEqual([expect.stringMatching(message)]);
  });
}

test('an API that takes a token that nobody issued fails the run', async () => {
  const { failures } = await run('client-credentials', { userinfo: () => json({ sub: 'anyone' }) });
  expect(failures).toEqual([
    expect.stringMatching(/answered 200 to a token that it never issued, expected 401/),
  ]);
});

test('steps sent out of order say what comes first', async () => {
  const [flow] = collectionsFor(linkedin, ['three-legged']);
  const exchangeAlone = { ...flow?.collection, item: flow?.collection.item.slice(1, 2) };
  const result = await runPlain(exchangeAlone, {
    client_id: 'c',
    client_secret: 's',
    redirect_uri: 'http://localhost/',
  });
  expect(result.requests).toEqual([]);
  expect(failuresOf(result)).toEqual([
    'Exchange the code for a token: There is no authorization code. Send "Request the login form" and what comes after it first; each code works once.',
  ]);
});

const jsonHeaders = { 'content-type': 'application/json' };

test.each([
  [
    'cut JSON',
    { status: 200, headers: jsonHeaders, body: '{"sub": "a' },
    /200 with JSON that cannot be read/,
  ],
  ['nothing', { status: 200, headers: jsonHeaders, body: '' }, /200 with an empty body that should be JSON/],
  [
    'a web page',
    { status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>Hotel</h1>' },
    /200 with a web page/,
  ],
  ['JSON that is no object', { status: 200, headers: jsonHeaders, body: 'true' }, /The answer has no sub/],
])('an API that answers 200 with %s does not pass', async (_, answer, message) => {
  const { failures } = await run('three-legged', {
    userinfo: (authorization) =>
      authorization === 'Bearer the-token' ? answer : json({ error: 'invalid_token' }, 401),
  });
  expect(failures).toEqual([expect.stringMatching(message)]);
});

const noText = { toString: 'x' };

test.each([
  ['token', { token: () => json({ access_token: noText, error: noText, error_description: noText }, 400) }],
  ['introspection', { introspect: () => json({ error: noText, error_description: [noText] }, 400) }],
  ['api', { userinfo: () => json({ code: noText, message: noText }, 403) }],
] satisfies [string, Server][])('objects where words should be break no script: %s', async (_, canned) => {
  const { failures } = await run('three-legged', canned);
  expect(failures.length).toBeGreaterThan(0);
  for (const failure of failures) expect(failure).toMatch(/answered (400|403)/);
});

test('introspection that was cut off says so, and quotes nothing of it', async () => {
  const { failures } = await run('client-credentials', {
    introspect: () => ({ headers: jsonHeaders, body: '{"active": true, "client_id": "cli' }),
  });
  expect(failures).toEqual([
    expect.stringMatching(/Introspection answered 200 with JSON that cannot be read/),
  ]);
});

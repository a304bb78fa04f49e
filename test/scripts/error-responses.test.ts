import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { postmanCollection } from '../../src/collection/build.ts';
import { errorResponses } from '../../src/flows/error-responses.ts';
import { isGroup, type StepGroup } from '../../src/flows/flow.ts';
import { linkedin } from '../../src/providers/linkedin.ts';
import {
  type Answer,
  type CannedServer,
  json,
  page,
  redirect,
  startCannedServer,
} from '../support/canned-server.ts';
import { failuresOf, type PlainRun, runPlain } from '../support/plain-newman.ts';

const CALLBACK = 'http://localhost:3000/callback';
const flow = errorResponses(linkedin);

/** What the server answers, whatever it is asked; a test sets it. */
let answer: (request: { path: string; query: URLSearchParams }) => Answer;
let server: CannedServer;
beforeAll(async () => {
  const any = (request: { path: string; query: URLSearchParams }) => answer(request);
  server = await startCannedServer(() => ({
    'GET /authorize': any,
    'GET /login': any,
    'GET /cancel': any,
    'POST /token': any,
    'GET /v2/me': any,
    'POST /revoke': any,
  }));
});
afterAll(() => server.close());

/** Runs one step of the collection, with the script of its folder, in plain Newman. */
async function runStep(
  name: string,
  answers: typeof answer,
  variables: Record<string, string> = {},
): Promise<PlainRun> {
  answer = answers;
  const group = flow.parts.find(
    (part): part is StepGroup => isGroup(part) && part.steps.some((step) => step.name.endsWith(name)),
  );
  if (group === undefined) throw new Error(`no step ${name}`);
  const steps = group.steps.filter((step) => step.name.endsWith(name));
  const { origin } = server;
  return runPlain(postmanCollection({ ...flow, parts: [{ ...group, steps }] }, linkedin), {
    authorization_endpoint: `${origin}/authorize`,
    token_endpoint: `${origin}/token`,
    revocation_endpoint: `${origin}/revoke`,
    api_base_url: origin,
    client_id: 'client',
    client_secret: 'secret',
    redirect_uri: CALLBACK,
    scope: 'openid profile',
    ...variables,
  });
}

const REFUSED = { error: 'invalid_grant_type', error_description: 'The passed in grant_type is invalid' };
const back = (parameters: Record<string, string>) =>
  redirect(`${CALLBACK}?${new URLSearchParams({ state: 'nothing-to-protect', ...parameters })}`);
const INVALID = {
  status: 401,
  serviceErrorCode: 65600,
  code: 'INVALID_ACCESS_TOKEN',
  message: 'Invalid access token',
};
const UNSUPPORTED = {
  error: 'unsupported_response_type',
  error_description: 'We only support a response_type of "code" but you passed "token"',
};
const MISMATCH =
  '<h1>Bummer, something went wrong.</h1><p>The redirect_uri does not match the registered value</p>';
const hangUp = (): Answer => ({ status: 200, headers: { 'content-length': '99' }, body: 'short' });

const passing: [step: string, what: string, answer: Answer][] = [
  ['A grant_type that does not exist', 'the documented refusal', json(REFUSED, 400)],
  ['A grant_type that does not exist', 'JSON that is called HTML', { ...json(REFUSED, 400), headers: {} }],
  ['An API call with a token that was never issued', 'the newer shape', json(INVALID, 401)],
  [
    'An API call with a token that was never issued',
    'the older shape without a code',
    json({ serviceErrorCode: 65600, message: 'Invalid access token', status: 401 }, 401),
  ],
  ['A redirect_uri that is not registered', 'the page', page(MISMATCH, 401)],
  ['The implicit flow', 'the redirect', back(UNSUPPORTED)],
  [
    'A retired scope',
    'quotes that are escaped for HTML',
    back({
      error: 'unauthorized_scope_error',
      error_description: 'Scope &quot;r_liteprofile&quot; is not authorized for your application',
    }),
  ],
];

const failing: [step: string, what: string, answer: Answer, message: RegExp][] = [
  ['A grant_type that does not exist', 'a token', json({ access_token: 'granted-token' }), /must be refused/],
  [
    'A grant_type that does not exist',
    'another status',
    json(REFUSED, 403),
    /403 came, and 400 is documented/,
  ],
  [
    'A grant_type that does not exist',
    'another refusal, which is explained',
    json({ error: 'invalid_client', error_description: 'Client authentication failed' }, 400),
    /Another refusal came: 400 "invalid_client".*Copy the secret/,
  ],
  [
    'A grant_type that does not exist',
    'other words',
    json({ ...REFUSED, error_description: 'no' }, 400),
    /The text is another one: 400 "no"/,
  ],
  [
    'A grant_type that does not exist',
    'the words with more around them',
    json({ ...REFUSED, error_description: `${REFUSED.error_description}, or so` }, 400),
    /The text is another one/,
  ],
  ['A grant_type that does not exist', 'no body', { status: 400 }, /No error is named/],
  [
    'A grant_type that does not exist',
    'an answer that breaks off',
    hangUp(),
    /No answer came|must be refused/,
  ],
  [
    'An API call with a token that was never issued',
    'another number',
    json({ ...INVALID, serviceErrorCode: 65601 }, 401),
    /serviceErrorCode is 65601, and 65600 is documented/,
  ],
  ['An API call with a token that was never issued', 'data', json({ id: 'ann' }), /must be refused/],
  ['A redirect_uri that is not registered', 'a login page', page('<h1>Sign in</h1>'), /200 came/],
  ['A redirect_uri that is not registered', 'a redirect to the login', redirect('/login'), /must be refused/],
  [
    'A redirect_uri that is not registered',
    'another error page',
    page('<h1>Bummer</h1>', 401),
    /The text is another one/,
  ],
  ['The implicit flow', 'a code', back({ code: 'granted' }), /must be refused/],
  ['The implicit flow', 'another state', back({ ...UNSUPPORTED, state: 'x' }), /state is not the one/],
  [
    'The implicit flow',
    'another site',
    redirect('http://elsewhere.example/callback?error=x'),
    /expected the redirect_uri/,
  ],
  ['The implicit flow', 'a page', page('hello'), /no other address/],
  [
    'The implicit flow',
    'another error',
    back({ error: 'invalid_request', error_description: 'no' }),
    /Another refusal came/,
  ],
];

describe('a step that must be refused', () => {
  test.each(passing)('passes: %s, answered with %s', async (step, _what, canned) => {
    const run = await runStep(step, () => canned);
    expect(failuresOf(run)).toEqual([]);
    expect(run.assertions.length).toBeGreaterThan(1);
    expect(run.console.join('\n')).toMatch(/\. [A-Z].*\.$/s);
  });

  test.each(failing)('fails: %s, answered with %s', async (step, _what, canned, message) => {
    const failures = failuresOf(await runStep(step, () => canned)).join('\n');
    expect(failures).toMatch(message);
    expect(failures).not.toContain('granted');
  });

  test('fails when nobody answers', async () => {
    const run = await runStep('A wrong client_secret', () => page(''), {
      token_endpoint: 'http://127.0.0.1:9/',
    });
    expect(failuresOf(run).join()).toContain('No answer came');
  });

  test('says why it is left out when a second application is not set', async () => {
    const run = await runStep('An application without the client credentials flow', () => page(''));
    expect(run.requests).toEqual([]);
    expect(run.console.join()).toMatch(/Skipped: other_client_id and other_client_secret are empty/);
  });

  test('encodes each value of an authorization request once', async () => {
    await runStep('The implicit flow', () => back(UNSUPPORTED), { redirect_uri: `${CALLBACK}?a=1&b=ü` });
    expect(server.received.at(-1)?.query.get('redirect_uri')).toBe(`${CALLBACK}?a=1&b=ü`);
  });
});

describe('the way to Cancel', () => {
  const step = 'Cancel instead of a login';
  const cancelled = { error: 'user_cancelled_login', error_description: 'The user cancelled LinkedIn login' };
  /** Remembers the state that the authorization request had. */
  function walk(routes: Record<string, (state: string) => Answer>) {
    let state = '';
    return ({ path, query }: { path: string; query: URLSearchParams }) => {
      state = query.get('state') ?? state;
      return routes[path]?.(state) ?? page('nothing', 404);
    };
  }

  test('leads over a link of the page', async () => {
    const run = await runStep(
      step,
      walk({
        '/authorize': () => redirect('/login'),
        '/login': () => page('<form method="post"></form><a href="/cancel">Cancel</a>'),
        '/cancel': (state) => back({ ...cancelled, state }),
      }),
    );
    expect(failuresOf(run)).toEqual([]);
    expect(run.requests.map(({ status }) => status)).toEqual([303, 200, 303]);
  });

  test('ends at a page that has no such link', async () => {
    const run = await runStep(step, walk({ '/authorize': () => page('<a href="/help">Help</a>') }));
    expect(failuresOf(run).join()).toContain('no link "Cancel"');
  });

  test('ends when the redirects go in a circle', async () => {
    const run = await runStep(
      step,
      walk({ '/authorize': () => redirect('/login'), '/login': () => redirect('/login') }),
    );
    expect(failuresOf(run).join()).toContain('was requested 3 times and led on each time');
    expect(run.requests.length).toBe(4);
  });

  test('fails when Cancel is answered with a code', async () => {
    const run = await runStep(step, walk({ '/authorize': (state) => back({ code: 'granted', state }) }));
    expect(failuresOf(run).join()).toContain('must be refused');
  });
});

describe('another code', () => {
  const step = 'Another code, to be exchanged';
  test('is taken from the callback, with the state that was sent', async () => {
    const run = await runStep(step, ({ query }) => back({ code: 'c+1 %', state: query.get('state') ?? '' }));
    expect(failuresOf(run)).toEqual([]);
    expect(run.environment.code).toBe('c+1 %');
  });
  test.each([
    ['another state', () => back({ code: 'c' }), /state in the callback/],
    ['the login page', () => redirect('/login'), /not signed in any more/],
    [
      'an error',
      (state: string) => back({ error: 'access_denied', state }),
      /no code that can be used: "access_denied"/,
    ],
  ] as const)('is not taken from %s', async (_what, canned, message) => {
    const run = await runStep(step, ({ query }) => canned(query.get('state') ?? ''));
    expect(failuresOf(run).join()).toMatch(message);
    expect(run.environment.code).toBeUndefined();
  });
});

test('a revocation that fails takes the tokens away, so that nothing is shown with a living one', async () => {
  const tokens = { access_token: 'a', refresh_token: 'r' };
  const failed = await runStep('Revoke the tokens', () => page('', 404), tokens);
  expect(failuresOf(failed).join()).toContain('answered 404');
  expect(failed.environment).not.toHaveProperty('access_token');
  expect(failuresOf(await runStep('Revoke the tokens', () => page(''), tokens))).toEqual([]);
});

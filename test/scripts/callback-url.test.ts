import { expect, test } from 'vitest';
import { postmanEnvironment } from '../../src/collection/environment.ts';
import { linkedin } from '../../src/providers/linkedin.ts';
import { page, redirect } from '../support/canned-server.ts';
import { LOGIN_FORM, remembering, type SignInRun, signIn } from '../support/sign-in-run.ts';

const asBytes = (text: string) => Buffer.from(text, 'utf8').toString('latin1');

/** A server that sends code and state to a URL of its own choice. */
function sentTo(redirectUri: string, location: (origin: string) => string, separator = '?') {
  return signIn({
    variables: { redirect_uri: redirectUri },
    routes: (origin) => ({
      'GET /authorize': ({ query }) =>
        redirect(`${location(origin)}${separator}code=the-code&state=${query.get('state')}`),
    }),
  });
}

const requested = ({ received }: SignInRun) =>
  received.map(({ method, path }) => `${method} ${path}`).filter((line) => line !== 'POST /token');

test.each([
  ['dot segments', 'http://127.0.0.1:1/a/./b/../../callback', 'http://127.0.0.1:1/callback'],
  ['another spelling of the host', 'HTTP://127.1:1/callback', 'http://127.0.0.1:1/callback'],
  ['letter case of the host', 'http://APP.localhost:1/callback', 'http://app.localhost:1/callback'],
  ['an international host', 'http://bücher.localhost:1/cb', 'http://xn--bcher-kva.localhost:1/cb'],
  ['letters in the path', 'http://localhost:1/käse', 'http://localhost:1/k%C3%A4se'],
  ['a space in the path', 'http://localhost:1/my app', 'http://localhost:1/my%20app'],
  ['letters in the Location, as bytes', 'http://localhost:1/käse', asBytes('http://localhost:1/käse')],
  ['the default port', 'http://localhost:80/callback', 'http://localhost/callback'],
  ['no path', 'http://localhost:1', 'http://localhost:1/'],
  ['a scheme of its own', 'com.example.app:/a/../callback', 'com.example.app:/callback'],
])('a response to a redirect_uri with %s is recognized', async (_title, redirectUri, location) => {
  const run = await sentTo(redirectUri, () => location);
  expect(run.failures).toEqual([]);
  expect(requested(run)).toEqual(['GET /authorize']);
  expect(new URLSearchParams(run.received.at(-1)?.body).get('redirect_uri')).toBe(redirectUri);
});

test.each([
  [
    'localhost for 127.0.0.1',
    '/callback',
    (origin: string) => `${origin.replace('127.0.0.1', 'localhost')}/callback`,
  ],
  ['another letter case of the path', '/callback', (origin: string) => `${origin}/Callback`],
  ['a slash at the end', '/callback', (origin: string) => `${origin}/callback/`],
  ['another path', '/callback', (origin: string) => `${origin}/`],
  ['a relative path', '/callback', () => '/elsewhere'],
  ['another port', '/callback', () => 'http://127.0.0.1:9/callback'],
  ['another scheme', '/callback', (origin: string) => `${origin.replace('http', 'https')}/callback`],
  ['no scheme of the web', '/callback', () => 'com.example.app:/callback'],
  ['an encoded letter', '/callback', (origin: string) => `${origin}/%63allback`],
])(
  'a code that is sent to a URL with %s is the diagnosis, and not requested',
  async (_title, path, location) => {
    for (const separator of ['?', '?x=1&', '#']) {
      let from = '';
      const run = await signIn({
        routes: (origin) => {
          from = origin;
          return {
            'GET /authorize': ({ query }) =>
              redirect(`${location(origin)}${separator}code=the-code&state=${query.get('state')}`),
          };
        },
        variables: {},
      });
      expect(run.failures).toEqual([
        expect.stringMatching(
          /The server sent the code to .*, which is not the redirect_uri .* was not requested/,
        ),
      ]);
      expect(run.failures[0]).toContain(`redirect_uri ${from}${path}?keep=1, with the `);
      expect(requested(run)).toEqual(['GET /authorize']);
      expect(run.failures.join() + run.console.join()).not.toContain('the-code');
    }
  },
);

const withCode = (state: string | null | undefined, action: string, button = '') =>
  page(
    `<form method="post" action="${action}"><input type="hidden" name="code" value="the-code"><input type="hidden" name="state" value="${state}">${button}</form>`,
  );

test.each([
  ['posts itself', ''],
  ['has a button that says Continue', '<button>Continue</button>'],
])('a form that %s and has the code in it is not sent elsewhere', async (_title, button) => {
  const run = await signIn({
    routes: () => ({ 'GET /authorize': ({ query }) => withCode(query.get('state'), '/other', button) }),
  });
  expect(run.failures).toEqual([
    expect.stringMatching(/sent the code to http.*\/other, which is not the redirect_uri/),
  ]);
  expect(requested(run)).toEqual(['GET /authorize']);
});

test('a form of a button that has the code in its URL is not sent', async () => {
  const run = await signIn({
    routes: () => ({
      'GET /authorize': ({ query }) =>
        page(
          `<form method="post" action="/consent"><button formaction="/other?code=1&amp;state=${query.get('state')}">Allow</button></form>`,
        ),
    }),
  });
  expect(run.failures).toEqual([expect.stringMatching(/sent the code to http.*\/other, which/)]);
  expect(requested(run)).toEqual(['GET /authorize']);
});

test('codes of another sign-in pass by: their state is another one', async () => {
  const server = remembering();
  const run = await signIn({
    routes: () => ({
      'GET /authorize': server.authorize(page(LOGIN_FORM)),
      'POST /login': () => redirect('/broker?code=foreign&state=theirs'),
      'GET /broker': () => server.goBack(),
    }),
  });
  expect(run.failures).toEqual([]);
  expect(requested(run)).toEqual(['GET /authorize', 'POST /login', 'GET /broker']);
});

test('legwork tells the scripts how a browser writes a redirect_uri, where it writes it otherwise', async () => {
  const valueIn = (redirectUri: string) =>
    postmanEnvironment(linkedin, 'mine', { redirect_uri: redirectUri }).values.find(
      ({ key }) => key === 'callback_url',
    )?.value;
  expect(valueIn('http://localhost:3000/callback?a=1')).toBeUndefined();
  expect(valueIn('no URL')).toBeUndefined();
  const redirectUri = 'http://ａpp.localhost:1/ü';
  const told = valueIn(redirectUri) ?? '';
  expect(JSON.parse(told)).toEqual({ redirect_uri: redirectUri, url: 'http://app.localhost:1/%C3%BC' });

  // What was said of one redirect_uri does not count for another.
  const other = JSON.stringify({ redirect_uri: redirectUri, url: 'http://evil.localhost:1/cb' });
  for (const [said, location, count] of [
    [told, 'http://app.localhost:1/%C3%BC', 0],
    [other, 'http://app.localhost:1/%C3%BC', 1],
  ] as const) {
    const run = await signIn({
      variables: { redirect_uri: redirectUri, callback_url: said },
      routes: () => ({
        'GET /authorize': ({ query }) => redirect(`${location}?code=1&state=${query.get('state')}`),
      }),
    });
    expect(run.failures).toHaveLength(count);
  }
});

import { expect, test } from 'vitest';
import { json, page, type Routes, redirect } from '../support/canned-server.ts';
import {
  callback,
  LOGIN_FORM,
  PASSWORD,
  remembering,
  type Situation,
  signIn,
} from '../support/sign-in-run.ts';

interface Stop extends Situation {
  readonly title: string;
  /** Of the one failed assertion. */
  readonly message: RegExp;
  /** Whether the password may have been sent by then. */
  readonly passwordSent?: true;
}

const SECURITY = {
  sign_in: {
    challenge_paths: ['/checkpoint/challenge'],
    refused_queries: ['errorKey=refused'],
    blocked_statuses: [999],
  },
};

/** A site that shares nothing with the canned server; nothing is sent there, so it needs no host. */
const FOREIGN = 'http://foreign.example:81';

const firstPage =
  (html: string, status = 200) =>
  (): Routes => ({ 'GET /authorize': () => page(html, status) });
const afterLogin =
  (answer: () => ReturnType<typeof page>, more: Routes = {}) =>
  (): Routes => ({
    'GET /authorize': () => page(LOGIN_FORM),
    'POST /login': answer,
    ...more,
  });
const answered = (changes: Record<string, string | undefined>) => (): Routes => ({
  'GET /authorize': (request) => callback(request, changes),
});

const stops: readonly Stop[] = [
  {
    title: 'a wrong password, answered by the form again with status 200',
    routes: afterLogin(() =>
      page(
        `<div class="alert" style="display: none">Hidden</div><div role="alert">Wrong e-mail or password.</div>${LOGIN_FORM}`,
      ),
    ),
    message:
      /shows the login form again: user name or password is wrong\. The page says: "Wrong e-mail or password\."\. Check the variables username and password/,
    passwordSent: true,
  },
  {
    title: 'a wrong password, answered by a redirect to a bare form',
    routes: () => ({
      'GET /authorize': () => redirect('/login'),
      'GET /login': () => page(LOGIN_FORM),
      'POST /login': () => redirect('/login'),
    }),
    message: /user name or password is wrong/,
    passwordSent: true,
  },
  {
    title: 'an unknown user name on a page of its own',
    routes: () => {
      const form = '<form method="post" action="/who"><input name="username"><button>Next</button></form>';
      return { 'GET /authorize': () => page(form), 'POST /who': () => page(form) };
    },
    message: /asks for the user name again.*Check the variable username/,
  },
  {
    title: 'a second factor in a field named "code"',
    routes: afterLogin(() =>
      page('<form method="post"><input name="code" inputmode="numeric"><button>Continue</button></form>'),
    ),
    message: /asks for a second factor \(the field "code"\) after the password/,
    passwordSent: true,
  },
  {
    title: 'a redirect to a security check',
    routes: afterLogin(() => redirect('/checkpoint/challenge/abc?ut=1')),
    legwork: SECURITY,
    message: /asks for a security check \(\/checkpoint\/challenge\)/,
    passwordSent: true,
  },
  {
    title: 'a security check in place of the page',
    routes: () => ({ 'GET /checkpoint/challenge': () => page(LOGIN_FORM) }),
    metadata: {},
    variables: { authorization_endpoint: '{{issuer}}/checkpoint/challenge' },
    legwork: SECURITY,
    message: /shows a security check/,
  },
  {
    title: 'a login that is refused for now',
    routes: afterLogin(() => redirect('/login?errorKey=refused')),
    legwork: SECURITY,
    message: /refuses this login for now/,
    passwordSent: true,
  },
  {
    title: 'a blocked client (HTTP 999)',
    routes: firstPage('', 999),
    legwork: SECURITY,
    message: /blocks this client \(HTTP 999\)/,
  },
  {
    title: 'a server that is down',
    routes: firstPage('busy', 503),
    message: /answered 503\. The server is overloaded or down/,
  },
  {
    title: 'a page that is drawn by JavaScript',
    routes: firstPage(
      '<title>Sign in</title><div id="root"><input type="password"><button type="button">Sign in</button></div><script src="/app.js"></script>',
    ),
    message: /the page "Sign in".*drawn by JavaScript.*Get New Access Token/,
  },
  {
    title: 'a page that leads on by script',
    routes: firstPage('<script>window.location.href = "/login"</script>Please wait'),
    message: /"Please wait"\. It leads on by script or meta refresh/,
  },
  {
    title: 'a page that leads on by meta refresh',
    routes: firstPage('<meta http-equiv="refresh" content="0;url=/login">'),
    message: /leads on by script or meta refresh/,
  },
  {
    title: 'a form without a method, which would put the password into an address',
    routes: firstPage(
      '<form><input name="username"><input type="password" name="password"><button>Log in</button></form><script>catchSubmit()</script>',
    ),
    message: /has no method="post".*so it was not sent/,
  },
  {
    title: 'a button that sends the form by GET',
    routes: firstPage(LOGIN_FORM.replace('<button>', '<button formmethod="get">')),
    message: /would put the password into an address, so it was not sent/,
  },
  {
    title: 'a form that would send the password to a foreign site',
    routes: firstPage(LOGIN_FORM.replace('/login', `${FOREIGN}/steal`)),
    message:
      /would send the password to http:\/\/foreign\.example:81, another site than those of the authorization server \(http:\/\/127\.0\.0\.1:\d+\), so it was not sent\. If http:\/\/foreign\.example:81 belongs to the provider, name it in the profile file: "sign_in": \{ "password_origins": \["http:\/\/foreign\.example:81"\] \} \(sign_in\.password_origins\)/,
  },
  {
    title: 'a form whose address only looks like its own site',
    routes: (origin) => firstPage(LOGIN_FORM.replace('/login', `${origin.replace('//', '//x@')}/steal`))(),
    message: /of another site that a password can be sent to, so it was not sent/,
  },
  {
    title: 'a form address that a browser reads differently: /\\host',
    routes: firstPage(LOGIN_FORM.replace('/login', `/\\${FOREIGN.slice(7)}/steal`)),
    message: /http:\/\/foreign\.example:81, another site than/,
  },
  {
    title: 'a base element that moves the form to a foreign site',
    routes: firstPage(`<base href="${FOREIGN}">${LOGIN_FORM}`),
    message: /http:\/\/foreign\.example:81, another site than/,
  },
  {
    title: 'a form that is sent to no web address',
    routes: firstPage(LOGIN_FORM.replace('/login', 'javascript:void(0)')),
    message: /javascript:void\(0\), which is no address of another site/,
  },
  {
    title: 'a password field without a name',
    routes: firstPage('<form method="post"><input name="username"><input type="password"></form>'),
    message: /password field .* has no name/,
  },
  {
    title: 'a list of accounts and no password field',
    routes: firstPage(
      '<form method="post"><select name="account"><option>ann</option><option>bob</option></select><button>Continue</button></form>',
    ),
    message: /asks to choose from a list \("account"\) and has no password field/,
  },
  {
    title: 'an error page with status 200',
    routes: firstPage('<title>Oops</title><h1>Invalid redirect_uri</h1>'),
    message: /answered 200 with the page "Oops": "Oops Invalid redirect_uri"|"Invalid redirect_uri"/,
  },
  {
    title: 'an empty 403',
    routes: afterLogin(() => page('', 403)),
    message: /answered 403 with an empty body/,
    passwordSent: true,
  },
  {
    title: 'a JSON error at the authorization endpoint',
    routes: () => ({
      'GET /authorize': () => json({ error: 'invalid_client', error_description: 'no such client' }, 401),
    }),
    message: /answered 401 with "invalid_client": "no such client"/,
  },
  {
    title: 'an error in the answer',
    routes: answered({
      code: undefined,
      error: 'access_denied',
      error_description: 'She said &quot;no&quot;',
    }),
    message: /sent the browser back with the error "access_denied": "She said "no""\. The/,
  },
  {
    title: 'code and state in the fragment',
    routes: (origin) => ({
      'GET /authorize': (request) =>
        redirect(`${origin}/callback?keep=1#code=c&state=${request.query.get('state')}`),
    }),
    message: /carries code and state in its fragment only/,
  },
  {
    title: 'the code in the fragment',
    routes: (origin) => ({
      'GET /authorize': (request) =>
        redirect(`${origin}/callback?keep=1&state=${request.query.get('state')}#code=c`),
    }),
    message: /carries code in its fragment only/,
  },
  {
    title: 'the state in the fragment',
    routes: (origin) => ({
      'GET /authorize': (request) =>
        redirect(`${origin}/callback?keep=1&code=c#state=${request.query.get('state')}`),
    }),
    message: /carries state in its fragment only/,
  },
  {
    title: 'the issuer twice',
    routes: (origin) => ({
      'GET /authorize': (request) =>
        redirect(
          `${origin}/callback?keep=1&code=c&state=${request.query.get('state')}&iss=${origin}&iss=${origin}`,
        ),
    }),
    message: /carries iss more than once/,
  },
  {
    title: 'an error in the fragment',
    routes: (origin) => ({
      'GET /authorize': (request) =>
        redirect(`${origin}/callback#error=invalid_scope&state=${request.query.get('state')}`),
    }),
    message: /error "invalid_scope"/,
  },
  {
    title: 'another state',
    routes: answered({ state: 'another' }),
    message: /The state in the callback is not the one that was sent.*401.*The code was not used/,
  },
  {
    title: 'no state',
    routes: answered({ state: undefined }),
    message: /The state in the callback is not the one/,
  },
  {
    title: 'a code that comes twice',
    routes: (origin) => ({
      'GET /authorize': (request) =>
        redirect(`${origin}/callback?code=one&code=two&state=${request.query.get('state')}`),
    }),
    message: /carries code more than once/,
  },
  {
    title: 'neither code nor error',
    routes: answered({ code: undefined }),
    message: /carries neither a code nor an error/,
  },
  {
    title: 'a code that would be read as a variable',
    routes: answered({ code: 'x{{client_secret}}' }),
    message: /characters that RFC 6749 does not allow/,
  },
  {
    title: 'another issuer',
    routes: answered({ iss: 'https://evil.example' }),
    message: /says iss=https:\/\/evil\.example, but the request went to/,
  },
  {
    title: 'no issuer where the server promises one',
    routes: answered({}),
    metadata: { authorization_response_iss_parameter_supported: true },
    message: /says iss=\(missing\)/,
  },
  {
    title: 'a circle of redirects',
    routes: () => ({
      'GET /authorize': () => redirect('/a'),
      'GET /a': () => redirect('/b'),
      'GET /b': () => redirect('/a'),
    }),
    message:
      /\/[ab] was requested 3 times with the same values, and led on each time\. The server goes round in a circle/,
  },
  {
    title: 'a form for the user name that leads to a foreign site',
    routes: firstPage(
      `<form method="post" action="${FOREIGN}/steal"><input name="username"><button>Next</button></form>`,
    ),
    message: /would send the user name to http:\/\/foreign\.example:81, another site than/,
  },
  {
    title: 'a login form that is sent to the redirect_uri',
    routes: firstPage(LOGIN_FORM.replace('/login', '/callback?keep=1')),
    message: /would be sent to the redirect_uri itself, so it was not sent/,
  },
  {
    title: 'a consent form that is sent to the redirect_uri',
    routes: firstPage('<form method="post" action="/callback"><button>Allow</button></form>'),
    message: /would be sent to the redirect_uri itself, so it was not sent/,
  },
  {
    title: 'a redirect to an address with a user name in it',
    routes: (origin) => ({
      'GET /authorize': (request) =>
        redirect(`${origin.replace('//', '//x@')}/callback?code=1&state=${request.query.get('state')}`),
    }),
    message: /redirects to an address on 127\.0\.0\.1:\d+ with a user name in it/,
  },
  {
    title: 'a consent page that comes again and again',
    routes: () => {
      const consent = page('<form method="post" action="/consent"><button>Allow</button></form>');
      return { 'GET /authorize': () => consent, 'POST /consent': () => consent };
    },
    message: /\/consent was requested 3 times with the same values/,
  },
  {
    title: 'a hundred different redirects',
    routes: () => {
      let hop = 0;
      const next = () => {
        hop += 1;
        return redirect(`/hop?n=${hop}`);
      };
      return { 'GET /authorize': next, 'GET /hop': next };
    },
    message: /100 responses came and none was the callback/,
  },
  {
    title: 'a consent form that is sent by GET with a secret in it',
    routes: firstPage(
      '<form action="/consent"><input type="hidden" name="csrf_token" value="x"><button>Allow</button></form>',
    ),
    message: /is sent by GET and would put the field "csrf_token" into a URL, so it was not sent/,
  },
  {
    title: 'a form that is sent by GET and only goes on',
    routes: firstPage('<form action="/search"><button>Continue</button></form>'),
    message: /neither a redirect, nor a login, nor a consent page/,
  },
  ...[
    '<button>Continue without allowing</button>',
    '<button>Weiter ohne Zustimmung</button>',
    '<button>Continuer sans accepter</button>',
    '<button>不允许</button>',
  ].map((button) => ({
    title: `a form whose only button is ${button}`,
    routes: firstPage(`<form method="post" action="/consent">${button}</form>`),
    message: /neither a redirect, nor a login, nor a consent page/,
  })),
  ...[
    '<form method="post" action="/cookies"><button>Accept all</button></form>',
    '<div id="onetrust-banner"><form method="post" action="/ok"><button>Accept all</button></form></div>',
    '<div><p>We use cookies.</p><form method="post" action="/ok"><button>Agree</button></form></div>',
    '<form method="post" action="/ok"><button>Accept cookies</button></form>',
  ].map((banner) => ({
    title: `the cookie banner ${banner}`,
    routes: firstPage(banner),
    message: /neither a redirect, nor a login, nor a consent page/,
  })),
  ...[400, 403, 404].map((status) => ({
    title: `a consent form on a page with status ${status}`,
    routes: firstPage('<form method="post" action="/consent"><button>Allow</button></form>', status),
    message: new RegExp(`/authorize answered ${status} with the page`),
  })),
  {
    title: 'a consent form with a field that must be typed into',
    routes: firstPage(
      '<form method="post" action="/consent"><input name="reason" required><button>Allow</button></form>',
    ),
    message: /neither a redirect, nor a login, nor a consent page/,
  },
  {
    title: 'a form whose only button refuses',
    routes: firstPage('<form method="post" action="/consent"><button>Do not allow</button></form>'),
    message: /neither a redirect, nor a login, nor a consent page/,
  },
  {
    title: 'a login form in a page of more than 3 MB',
    routes: firstPage(`${LOGIN_FORM}${' '.repeat(3_000_001)}`),
    message: /answered with a page of \d+ characters/,
  },
  {
    title: 'an error page that repeats the password',
    routes: afterLogin(() => page(`<p>No user with ${PASSWORD.replace('&', '&amp;')} here</p>`, 403)),
    message: /"No user with \(the password\) here"/,
    passwordSent: true,
  },
  {
    title: 'a redirect to an app',
    routes: () => ({ 'GET /authorize': () => redirect('com.example.app:/callback?code=1') }),
    message: /redirects to com\.example\.app:\/callback, which is not the redirect_uri and no web address/,
  },
];

for (const stop of stops) {
  test(`the sign-in stops at ${stop.title}`, async () => {
    const run = await signIn(stop);
    expect(run.failures).toEqual([expect.stringMatching(stop.message)]);
    expect(run.environment.access_token ?? '').toBe('');
    expect(run.received.map(({ path }) => path)).not.toContain('/callback');
    expect(run.received.map(({ path }) => path)).not.toContain('/token');
    if (stop.passwordSent) expect(run.withPassword.map(({ method }) => method)).toEqual(['POST']);
    else expect(run.withPassword).toEqual([]);
  });
}

for (const [title, change] of [
  [
    'another path',
    (uri: URL) => {
      uri.pathname = '/callback/';
    },
  ],
  [
    'another scheme',
    (uri: URL) => {
      uri.protocol = 'https:';
    },
  ],
  [
    'another port',
    (uri: URL) => {
      uri.port = '1';
    },
  ],
  [
    'another host',
    (uri: URL) => {
      uri.hostname = 'localhost';
    },
  ],
  [
    'upper case in the path',
    (uri: URL) => {
      uri.pathname = '/Callback';
    },
  ],
  [
    'a user name in front of the host',
    (uri: URL) => {
      uri.username = 'x';
    },
  ],
] as const) {
  test(`a code is not taken from an address that differs from the redirect_uri by ${title}`, async () => {
    const run = await signIn({
      routes: () => ({
        'GET /authorize': (request) => {
          const uri = new URL(String(callback(request).headers?.location));
          change(uri);
          return redirect(uri.toString());
        },
      }),
    });
    expect(run.failures).toHaveLength(1);
    expect(run.environment.code ?? '').toBe('');
    expect(run.received.map(({ path }) => path)).not.toContain('/token');
  });
}

test('a server that cannot be reached is named', async () => {
  const run = await signIn({
    routes: () => ({}),
    variables: { authorization_endpoint: 'http://127.0.0.1:9/authorize' },
  });
  expect(run.failures).toEqual([
    expect.stringMatching(/No answer came from http:\/\/127\.0\.0\.1:9\/authorize/),
  ]);
});

test('missing settings are named before anything is sent', async () => {
  const nothing = await signIn({ routes: () => ({}), variables: { client_id: '', redirect_uri: '' } });
  expect(nothing.failures).toEqual([
    expect.stringMatching(/Set client_id, redirect_uri in the environment first/),
  ]);
  expect(nothing.received).toEqual([]);
  const server = remembering();
  const anonymous = await signIn({
    routes: () => ({ 'GET /authorize': server.authorize(page(LOGIN_FORM)) }),
    variables: { username: '', password: '' },
  });
  expect(anonymous.failures).toEqual([expect.stringMatching(/Set username and password in the environment/)]);
});

test.each([
  ['unclosed scripts', '<script>'.repeat(300_000)],
  ['unclosed tags', '<'.repeat(2_900_000)],
  ['deep nesting', '<div>'.repeat(20_000)],
  ['thousands of forms', '<form method=post><input name=a><input name=b></form>'.repeat(5_000)],
  ['spaces', ' '.repeat(2_900_000)],
])('a page of %s is read, and left, without a hang', async (_title, body) => {
  const run = await signIn({ routes: firstPage(`<title>Odd</title>${body}`) });
  expect(run.failures).toEqual([expect.stringMatching(/answered (200 )?with/)]);
});

test('a known refusal is found behind a long head of words', async () => {
  const run = await signIn({
    routes: firstPage(
      `<p>${'menu '.repeat(500)}</p><p>The redirect_uri does not match the registered value</p>`,
    ),
  });
  expect(run.failures).toEqual([expect.stringMatching(/ …"\. Sent: http/)]);
});

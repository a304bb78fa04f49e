import { expect, test } from 'vitest';
import { page, redirect } from '../support/canned-server.ts';
import {
  callback,
  LOGIN_FORM,
  PASSWORD,
  remembering,
  type Situation,
  signIn,
} from '../support/sign-in-run.ts';

/** Runs a sign-in that must reach the token, and must not have called the redirect_uri. */
async function reachesTheToken(situation: Situation) {
  const run = await signIn(situation);
  expect(run.failures).toEqual([]);
  expect(run.environment.access_token).toBe('token');
  expect(run.received.map(({ path }) => path)).not.toContain('/callback');
  return run;
}

function form(text: string): [string, string][] {
  return [...new URLSearchParams(text)];
}

const credentials: [string, string][] = [
  ['username', 'ann@example.org'],
  ['password', PASSWORD],
];

test('a member who is still signed in, and has consented before, gets no form at all', async () => {
  const run = await reachesTheToken({ routes: () => ({ 'GET /authorize': callback }) });
  expect(run.console).toContain(
    'Skipped: no login form is waiting. Send the request for the login form first; when the member is still signed in, none comes.',
  );
  expect(run.withPassword).toEqual([]);
});

test('the authorization request carries each value once encoded, leaves out empty ones, and has a state of its own', async () => {
  const redirectUri = 'http://127.0.0.1:9/callback?a=b&c=d+e%20f';
  const run = await reachesTheToken({
    routes: () => ({ 'GET /authorize': callback }),
    variables: { redirect_uri: redirectUri, client_id: 'a b&c', scope: '' },
  });
  const query = run.received[0]?.query ?? new URLSearchParams();
  expect(Object.fromEntries(query)).toEqual({
    response_type: 'code',
    client_id: 'a b&c',
    redirect_uri: redirectUri,
    state: expect.stringMatching(/^[\w-]{43}$/),
  });
  expect(form(run.received.at(-1)?.body ?? '')).toContainEqual(['redirect_uri', redirectUri]);
});

test('a query in the authorization endpoint is kept', async () => {
  const run = await reachesTheToken({
    routes: () => ({ 'GET /authorize': callback }),
    variables: { authorization_endpoint: '{{issuer}}/authorize?tenant=7' },
  });
  expect(run.received[0]?.target).toMatch(/^\/authorize\?tenant=7&response_type=code&/);
});

test('the state differs from run to run, with and without a seed', async () => {
  const states = new Set<string>();
  for (const random_seed of ['seed', 'other seed', '', '']) {
    const run = await reachesTheToken({
      routes: () => ({ 'GET /authorize': callback }),
      variables: { random_seed },
    });
    states.add(run.received[0]?.query.get('state') ?? '');
  }
  expect(states.size).toBe(4);
});

test('PKCE sends the S256 challenge of the verifier that comes with the code', async () => {
  const { codeChallenge } = await import('../../src/oauth/pkce.ts');
  const run = await reachesTheToken({
    routes: () => ({ 'GET /authorize': callback }),
    legwork: { pkce: 'S256' },
  });
  const verifier = new URLSearchParams(run.received.at(-1)?.body).get('code_verifier') ?? '';
  expect(verifier).toMatch(/^[\w-]{43}$/);
  expect(run.received[0]?.query.get('code_challenge')).toBe(codeChallenge(verifier));
});

for (const [title, attributes] of [
  ['"#" as action', 'action="#"'],
  ['an empty action', 'action=""'],
  ['no action', ''],
] as const) {
  test(`a login form inside the answer to the authorization request, with ${title}, is sent to the page's own address`, async () => {
    const server = remembering();
    const run = await reachesTheToken({
      routes: () => ({
        'GET /authorize': server.authorize(page(LOGIN_FORM.replace('action="/login"', attributes))),
        'POST /authorize': () => server.goBack(),
      }),
    });
    expect(run.received[1]?.target).toBe(run.received[0]?.target);
  });
}

test('of several forms, some sharing an id, the one with the password is taken, not the anonymous one, not the search', async () => {
  const server = remembering();
  const run = await reachesTheToken({
    routes: () => ({
      'GET /authorize': server.authorize(
        page(`<form id="f" method="post" action="/anonymous"><input type="hidden" name="guest" value="1"><button>Continue as guest</button></form>
          <form action="/search"><input name="q"><button>Search</button></form>
          <form id="f" method="post" action="/register"><input name="username"><input type="password" name="password" autocomplete="new-password"><input type="password" name="again" autocomplete="new-password"><button>Register</button></form>
          ${LOGIN_FORM}`),
      ),
      'POST /login': () => server.goBack(),
    }),
  });
  expect(form(run.received[1]?.body ?? '')).toEqual(credentials);
});

test('fields are sent as a browser would: hidden, ticked, doubled, after the button, brackets and all', async () => {
  const server = remembering();
  const run = await reachesTheToken({
    routes: () => ({
      'GET /authorize': server.authorize(
        page(`<form method="post" action="/login">
          <input type="hidden" name="csrf" value="a+b&amp;c=&quot;d&quot;">
          <input type="email" name="user[email]" value="prefilled@example.org">
          <input type="password" name="user[password]">
          <input type="hidden" name="remember" value="0"><input type="checkbox" name="remember" value="1" checked>
          <input type="checkbox" name="advanced" value="1">
          <input type="radio" name="kind" value="one"><input type="radio" name="kind" value="two" checked>
          <input name="disabled" value="x" disabled><fieldset disabled><input name="within" value="x"></fieldset>
          <input type="hidden" name="timezone">
          <select name="language"><option value="de">Deutsch</option><option value="en" selected>English</option></select>
          <textarea name="note">
one
two</textarea>
          <button type="button" name="eye" value="show">Show</button>
          <button type="submit" name="cancel" value="1">Cancel</button>
          <button type="submit" name="action" value="login">Sign in</button>
          <input type="hidden" name="after" value="it">
          </form><input form="none" name="outside" value="x">`),
      ),
      'POST /login': () => server.goBack(),
    }),
  });
  expect(form(run.received[1]?.body ?? '')).toEqual([
    ['csrf', 'a+b&c="d"'],
    ['user[email]', 'ann@example.org'],
    ['user[password]', PASSWORD],
    ['remember', '0'],
    ['remember', '1'],
    ['kind', 'two'],
    ['timezone', ''],
    ['language', 'en'],
    ['note', 'one\r\ntwo'],
    ['action', 'login'],
    ['after', 'it'],
  ]);
});

test('addresses stay as they are: double slashes, nested encoding, protocol-relative and relative actions', async () => {
  const server = remembering();
  const run = await reachesTheToken({
    routes: (origin) => ({
      'GET /authorize': server.authorize(redirect('deep//er/page?next=%2Fa%253Fb%26c&q=a+b')),
      'GET /deep//er/page': () => redirect('../%2Fup?x=1;y'),
      'GET /deep//%2Fup': () => page(LOGIN_FORM.replace('/login', `${origin.slice(5)}//log//in?r=%252F`)),
      'POST //log//in': () => server.goBack(),
    }),
  });
  expect(run.received.map(({ target }) => target).slice(1, 4)).toEqual([
    '/deep//er/page?next=%2Fa%253Fb%26c&q=a+b',
    '/deep//%2Fup?x=1;y',
    '//log//in?r=%252F',
  ]);
});

test('a base element moves relative actions, as in a browser', async () => {
  const server = remembering();
  await reachesTheToken({
    routes: () => ({
      'GET /authorize': server.authorize(
        page(`<base href="/app/">${LOGIN_FORM.replace('"/login"', '"login"')}`),
      ),
      'POST /app/login': () => server.goBack(),
    }),
  });
});

test('login on another host works, and a foreign code and state that pass by on the way are not taken', async () => {
  const server = remembering();
  const run = await reachesTheToken({
    routes: (origin, other) => ({
      'GET /authorize': server.authorize(redirect(`${other}/idp/login`)),
      'GET /idp/login': () => page(LOGIN_FORM),
      'POST /login': () => redirect(`${origin}/broker/endpoint?code=foreign&state=foreign`),
      'GET /broker/endpoint': () => server.goBack(),
    }),
  });
  expect(new URLSearchParams(run.received.at(-1)?.body).get('code')).toBe('the code');
  expect(run.withPassword.map(({ host }) => host)).toEqual([expect.stringMatching(/^localhost:/)]);
});

test('consent: a nameless Cancel stands before the named Allow', async () => {
  const server = remembering();
  const run = await reachesTheToken({
    routes: () => ({
      'GET /authorize': server.authorize(
        page(
          '<form method="post" action="/consent"><input type="hidden" name="id" value="7"><input type="submit" value="Cancel"><input type="submit" name="ok" value="Allow"></form>',
        ),
      ),
      'POST /consent': () => server.goBack(),
    }),
  });
  expect(run.received[1]?.body).toBe('id=7&ok=Allow');
});

test('consent: of two forms the one that does not delete is sent', async () => {
  const server = remembering();
  const run = await reachesTheToken({
    routes: () => ({
      'GET /authorize': server.authorize(
        page(`<form method="post" action="/consent"><input type="hidden" name="_method" value="delete"><input type="hidden" name="id" value="7"><input type="submit" value="Deny"></form>
          <form method="post" action="/consent"><input type="hidden" name="id" value="7"><input type="submit" value="Authorize"></form>`),
      ),
      'POST /consent': () => server.goBack(),
    }),
  });
  expect(run.received[1]?.body).toBe('id=7');
});

test('consent: Accept and Refuse are nameless buttons of one form, and boxes of scopes that were asked for are ticked', async () => {
  const server = remembering();
  const run = await reachesTheToken({
    routes: () => ({
      'GET /authorize': server.authorize(
        page(
          `<form method="post" action="/consent"><input type="checkbox" name="scope" value="read"><input type="checkbox" name="scope" value="write"><input type="checkbox" name="scope" value="admin"><button>Refuse</button><button formaction="/accept">Accept</button></form>`,
        ),
      ),
      'POST /accept': () => server.goBack(),
    }),
  });
  expect(run.received[1]?.body).toBe('scope=read&scope=write');
});

test('consent: a page of the same title as the login page, recognised by a hint in the profile', async () => {
  const server = remembering();
  const run = await reachesTheToken({
    routes: () => ({
      'GET /authorize': server.authorize(page(`<title>Anmelden</title>${LOGIN_FORM}`)),
      'POST /login': () =>
        page(
          '<title>Anmelden</title><form method="post" action="/zustimmung"><button name="nein">Ablehnen</button><button name="ja" class="gut">Zulassen</button></form>',
        ),
      'POST /zustimmung': () => server.goBack(),
    }),
    legwork: { sign_in: { approve_button: 'button.gut' } },
  });
  expect(run.received[2]?.body).toBe('ja=');
});

test('the user name is asked for on one page and the password on the next', async () => {
  const server = remembering();
  const run = await reachesTheToken({
    routes: () => ({
      'GET /authorize': server.authorize(
        page(
          '<form method="post" action="/who"><input type="email" name="identifier"><button>Next</button></form>',
        ),
      ),
      'POST /who': () =>
        page(
          '<form method="post" action="/login"><input type="hidden" name="identifier" value="ann@example.org"><input type="password" name="password"><button>Next</button></form>',
        ),
      'POST /login': () => server.goBack(),
    }),
  });
  expect(run.received[1]?.body).toBe('identifier=ann%40example.org');
  expect(form(run.received[2]?.body ?? '')).toEqual([
    ['identifier', 'ann@example.org'],
    ['password', PASSWORD],
  ]);
});

test('the answer may be a page that posts itself to the redirect_uri', async () => {
  const server = remembering();
  await reachesTheToken({
    routes: () => ({
      'GET /authorize': server.authorize(page(LOGIN_FORM)),
      'POST /login': () => {
        const back = new URL(String(server.goBack().headers?.location));
        return page(
          `<body onload="document.forms[0].submit()"><form method="post" action="${back.origin}/callback?keep=1"><input type="hidden" name="code" value="the code"><input type="hidden" name="state" value="${back.searchParams.get('state')}"></form>`,
        );
      },
    }),
  });
});

test('a code with percent-encoded characters is decoded once, and iss is compared', async () => {
  const run = await reachesTheToken({
    routes: (origin) => ({
      'GET /authorize': (request) =>
        redirect(
          `${origin}/callback?iss=${encodeURIComponent(origin)}&state=${request.query.get('state')}&keep=1&code=a%2Fb%2Bc%3D%2525+d`,
        ),
    }),
    metadata: { authorization_response_iss_parameter_supported: true },
  });
  expect(new URLSearchParams(run.received.at(-1)?.body).get('code')).toBe('a/b+c=%25 d');
});

test('cookies with a path, a cookie that pins a node and redirects to itself, and no cookie at the token endpoint', async () => {
  const server = remembering();
  const run = await reachesTheToken({
    routes: () => ({
      'GET /authorize': server.authorize(
        redirect('/pin', ['session=1; Path=/; Secure; HttpOnly', 'deep=1; Path=/pin']),
      ),
      'GET /pin': (request) =>
        /lidc=1/.test(request.headers.cookie ?? '') ? page(LOGIN_FORM) : redirect('/pin', ['lidc=1; Path=/']),
      'POST /login': () => server.goBack(),
    }),
  });
  expect(run.received[2]?.headers.cookie).toBe('deep=1; session=1; lidc=1');
  expect(run.received[3]?.headers.cookie).toBe('session=1; lidc=1');
  expect(run.received.at(-1)?.path).toBe('/token');
  expect(run.received.at(-1)?.headers.cookie).toBeUndefined();
});

test('browser legs ask for HTML and name their origin, the token endpoint is asked for JSON', async () => {
  const server = remembering();
  const run = await reachesTheToken({
    routes: () => ({
      'GET /authorize': server.authorize(page(LOGIN_FORM)),
      'POST /login': () => server.goBack(),
    }),
  });
  expect(run.received.map(({ headers }) => headers.accept)).toEqual([
    'text/html,application/xhtml+xml',
    'text/html,application/xhtml+xml',
    'application/json',
  ]);
  expect(run.received[1]?.headers).toMatchObject({
    origin: run.server.origin,
    'content-type': 'application/x-www-form-urlencoded',
  });
});

test('a server that puts {{client_secret}} into an address or a field is not sent the secret', async () => {
  const server = remembering();
  const run = await reachesTheToken({
    routes: () => ({
      'GET /authorize': server.authorize(redirect('/login?give={{client_secret}}')),
      'GET /login': () =>
        page(
          LOGIN_FORM.replace(
            '<button>',
            '<input type="hidden" name="give" value="{{client_secret}}"><button>',
          ),
        ),
      'POST /login': () => server.goBack(),
    }),
  });
  const seen = run.received
    .slice(0, -1)
    .map(({ target, body }) => target + body)
    .join('\n');
  expect(seen).not.toContain('very');
  expect(form(run.received[2]?.body ?? '')).toContainEqual(['give', '{{client_secret}}']);
});

test('an action with {{client_secret}} in it is not sent the secret, and one broken over lines is put together', async () => {
  const server = remembering();
  const run = await reachesTheToken({
    routes: () => ({
      'GET /authorize': server.authorize(
        page(LOGIN_FORM.replace('/login', ' /lo\ngin?give={{client_secret}} ')),
      ),
      'POST /login': () => server.goBack(),
    }),
  });
  expect(run.received[1]?.target).toBe('/login?give=%7B%7Bclient_secret%7D%7D');
});

test('elements that name the form by its id belong to it', async () => {
  const server = remembering();
  const run = await reachesTheToken({
    routes: () => ({
      'GET /authorize': server.authorize(
        page(`<input form="login" type="hidden" name="before" value="1"><form id="login" method="post" action="/login"><input name="username"></form>
          <input form="login" type="password" name="password"><select form="login" name="many" multiple><option selected>a<option>b<option selected>c</select>`),
      ),
      'POST /login': () => server.goBack(),
    }),
  });
  expect(form(run.received[1]?.body ?? '')).toEqual([
    ['before', '1'],
    ...credentials,
    ['many', 'a'],
    ['many', 'c'],
  ]);
});

test('consent: of two buttons that go on, the one in a form that deletes is not pressed', async () => {
  const server = remembering();
  const run = await reachesTheToken({
    routes: () => ({
      'GET /authorize': server.authorize(
        page(`<form method="post" action="/no"><input type="hidden" name="_method" value="delete"><button>Continue</button></form>
          <form method="post" action="/yes"><button>Continue</button></form>`),
      ),
      'POST /yes': () => server.goBack(),
    }),
  });
  expect(run.received.map(({ path }) => path)).not.toContain('/no');
});

test('another site that consent is sent to is told only where it is from', async () => {
  const server = remembering();
  const run = await reachesTheToken({
    routes: (_origin, other) => ({
      'GET /authorize': server.authorize(
        page(`<form method="post" action="${other}/consent"><button>Allow</button></form>`),
      ),
      'POST /consent': () => server.goBack(),
    }),
  });
  expect(run.received[1]?.headers.referer).toBe(`${run.server.origin}/`);
});

test('redirects that name only a query, dots in the path, or a default port lead where a browser would go', async () => {
  const server = remembering();
  const run = await reachesTheToken({
    routes: () => ({
      'GET /authorize': server.authorize(redirect('/a/b')),
      'GET /a/b': ({ query }) => {
        if (!query.has('step')) return redirect('?step=2');
        const back = new URL(String(server.goBack().headers?.location));
        return redirect(`http://LOCALHOST/x/%2E%2e/callback${back.search}`);
      },
    }),
    variables: { redirect_uri: 'http://localhost:80/callback' },
  });
  expect(run.received.map(({ target }) => target)).toContain('/a/b?step=2');
});

test('a seed moves on with every use', async () => {
  const first = await reachesTheToken({
    routes: () => ({ 'GET /authorize': callback }),
    variables: { random_seed: 'the same' },
  });
  const second = await reachesTheToken({
    routes: () => ({ 'GET /authorize': callback }),
    variables: { random_seed: first.environment.random_seed ?? '' },
  });
  expect(first.environment.random_seed).not.toBe('the same');
  expect(second.received[0]?.query.get('state')).not.toBe(first.received[0]?.query.get('state'));
});

test('the code is gone when it has been used', async () => {
  const run = await reachesTheToken({
    routes: () => ({ 'GET /authorize': callback }),
    variables: { code: 'old' },
  });
  expect(run.environment.code).toBeUndefined();
});

test.each([
  ['German', 'Zugriff verweigern', 'Zugriff erlauben'],
  ['French', 'Refuser', 'Autoriser'],
  ['Spanish', 'No permitir', 'Permitir'],
  ['Russian', 'Отклонить', 'Разрешить'],
  ['Chinese', '不允许', '允许'],
  ['Arabic', 'عدم السماح', 'السماح'],
  ['Japanese', '許可しない', '許可する'],
])('consent is given on a page in %s, behind a cookie banner', async (_language, refuse, allow) => {
  const server = remembering();
  const run = await reachesTheToken({
    routes: () => ({
      'GET /authorize': server.authorize(
        page(`<meta charset="utf-8"><div class="cookie-banner"><form method="post" action="/cookies"><button>Accept all</button></form></div>
          <form method="post" action="/consent"><button name="do" value="1">${refuse}</button><button name="do" value="2">${allow}</button></form>`),
      ),
      'POST /consent': () => server.goBack(),
    }),
  });
  expect(run.received.map(({ path }) => path)).toEqual(['/authorize', '/consent', '/token']);
  expect(form(run.received[1]?.body ?? '')).toEqual([['do', '2']]);
});

test('a text field of a consent form is sent as it stands', async () => {
  const server = remembering();
  const run = await reachesTheToken({
    routes: () => ({
      'GET /authorize': server.authorize(
        page(
          '<form method="post" action="/consent"><input name="device" value="my laptop"><input name="note"><button>Allow</button></form>',
        ),
      ),
      'POST /consent': () => server.goBack(),
    }),
  });
  expect(form(run.received[1]?.body ?? '')).toEqual([
    ['device', 'my laptop'],
    ['note', ''],
  ]);
});

test('a consent form without secrets may be sent by GET', async () => {
  const server = remembering();
  const run = await reachesTheToken({
    routes: () => ({
      'GET /authorize': server.authorize(
        page(
          '<form action="/consent?old=1#x"><input type="hidden" name="id" value="a b{{client_secret}}"><button name="do" value="deny">Deny</button><button name="do" value="allow">Allow</button></form>',
        ),
      ),
      'GET /consent': () => server.goBack(),
    }),
  });
  expect(run.received[1]?.target).toBe('/consent?id=a+b%7B%7Bclient_secret%7D%7D&do=allow');
});

test('more than twenty redirects in all are followed', async () => {
  const server = remembering();
  const run = await reachesTheToken({
    routes: () => ({
      'GET /authorize': server.authorize(redirect('/hop?n=1')),
      'GET /hop': ({ query }) => {
        const hop = Number(query.get('n'));
        if (hop === 20) return page(LOGIN_FORM);
        return hop === 60 ? server.goBack() : redirect(`/hop?n=${hop + 1}`);
      },
      'POST /login': () => redirect('/hop?n=21'),
    }),
  });
  expect(run.received.filter(({ path }) => path === '/hop')).toHaveLength(60);
});

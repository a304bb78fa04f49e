import { expect, test } from 'vitest';
import { createRedactor, type Redactor } from '../../src/redaction/redactor.ts';
import { shownBody } from '../../src/redaction/shown-body.ts';
import { shownHeader } from '../../src/redaction/shown-header.ts';
import { type Partner, shownParameter, shownUrl } from '../../src/redaction/shown-url.ts';

/** Nobody has told the redactor of it. */
const SECRET = 'f3Kq8ZxT0pLmW7dR2vNy';

function body(text: string, partner: Partner = 'authorization-server', hideAll = false): string {
  return shownBody({ text, isCut: false }, 100_000, { partner, hideAll, redactor: createRedactor() }).text;
}

const url = (
  text: string,
  partner: Partner = 'authorization-server',
  redactor: Redactor = createRedactor(),
) => shownUrl(text, partner, redactor);
const header = (name: string, value: string, partner: Partner = 'authorization-server') =>
  shownHeader(name, value, partner, createRedactor());

const NAMES = [
  'flowToken',
  'execution',
  'lt',
  'SAMLResponse',
  '__VIEWSTATE',
  'canary',
  'login_challenge',
  'otp',
  'session_code',
  'ticket',
  'code',
  'state',
  'nonce',
  'client_assertion',
  'sid',
  'tab_id',
  'login_hint',
  'id_token_hint',
  'anything',
];

test.each(NAMES)(
  "an authorization server's value named %s is masked with its name wherever it stands",
  (name) => {
    for (const value of [SECRET, 'x7', '1234', 'word']) {
      expect(url(`https://as/login?scope=openid&${name}=${value}#${name}=${value}`)).toBe(
        `https://as/login?scope=openid&${name}=‹${name}›#${name}=‹${name}›`,
      );
      for (const place of ['query', 'form'] as const) {
        expect(shownParameter(place, name, value, 'authorization-server', createRedactor())).toBe(
          `‹${name}›`,
        );
      }
      expect(header('Location', `/next?${name}=${value}`)).toBe(`/next?${name}=‹${name}›`);
      if (name !== 'code') {
        expect(body(JSON.stringify({ [name]: value }))).toBe(JSON.stringify({ [name]: `‹${name}›` }));
      }
      const page = `<form method="post" action="/do?${name}=${value}"><input type=hidden name="${name}" value="${value}">Sign in</form>`;
      expect(body(page)).toBe(`[form: POST /do?${name}=‹${name}›]\n[${name}=‹${name}›] Sign in`);
    }
  },
);

test.each(['Authorization', 'X-Auth-Token', 'X-CSRF-Token', 'X-Anything', 'ETag', 'X-Amzn-Trace-Id'])(
  'the header %s of an authorization server is masked',
  (name) => {
    for (const value of [SECRET, 'x7']) expect(header(name, value)).toBe(`‹${name}›`);
  },
);

test('what a debugger needs stays visible', () => {
  const visible =
    'https://as/authorize?response_type=code&client_id=86abc.apps&redirect_uri=http%3A%2F%2F127.0.0.1%3A3000%2Fcb&scope=openid%20profile%20r_1st_connections_size&error=invalid_scope&error_description=The+scope+%22x%22+is+unknown&grant_type=authorization_code&token_type=Bearer&expires_in=3600&iss=https%3A%2F%2Fas&status=401';
  expect(url(visible)).toBe(visible);
  expect(header('Location', '/cb?code=abc&state=xyz&iss=https%3A%2F%2Fas')).toBe(
    '/cb?code=‹code›&state=‹state›&iss=https%3A%2F%2Fas',
  );
  expect(
    header(
      'WWW-Authenticate',
      'Bearer realm="api", error="invalid_token", error_description="It has expired"',
    ),
  ).toBe('Bearer realm="api", error="invalid_token", error_description="It has expired"');
  for (const [name, value] of [
    ['Content-Type', 'application/json; charset=utf-8'],
    ['Date', 'Fri, 27 Nov 2026 22:00:00 GMT'],
    ['Retry-After', '120'],
    ['Cache-Control', 'no-store, max-age=0'],
    ['User-Agent', 'PostmanRuntime/7.39.1'],
    ['Host', '127.0.0.1:3000'],
    ['X-Restli-Gateway-Error', 'true'],
  ] as const) {
    expect(header(name, value)).toBe(value);
  }
});

test('cookies are masked, and the attributes that browsers know are not', () => {
  expect(
    header(
      'Set-Cookie',
      `sid=${SECRET}; Path=/app; Domain=.as.example; Max-Age=60; HttpOnly; SameSite=Lax; Note=x7; x7`,
    ),
  ).toBe(
    'sid=‹cookie sid›; Path=/app; Domain=.as.example; Max-Age=60; HttpOnly; SameSite=Lax; ‹attribute›; ‹attribute›',
  );
  expect(header('Cookie', `a=1; theme=dark; ${SECRET}=x`, 'api')).toBe(
    'a=‹cookie a›; theme=‹cookie theme›; ‹name›=‹cookie name›'.replace('cookie name', `cookie ${SECRET}`),
  );
  expect(header('Refresh', `5; url=https://as/next?session_code=${SECRET}&scope=openid`)).toBe(
    '5; url=https://as/next?session_code=‹session_code›&scope=openid',
  );
});

test.each([
  [`/login;jsessionid=${SECRET}`, '/login;jsessionid=‹jsessionid›'],
  ['/login;jsessionid=ab1', '/login;jsessionid=‹jsessionid›'],
  [`/login%3Bjsessionid%3D${SECRET}?scope=openid`, '/login;jsessionid=‹jsessionid›?scope=openid'],
  [`/flow/${SECRET}/consent`, '/flow/‹path›/consent'],
  ['/flow/5e7f1a2b-8c3d-4e5f-9a0b-1c2d3e4f5a6b', '/flow/‹path›'],
  [`/(S(${SECRET.toLowerCase()}))/login.aspx`, '/‹path›/login.aspx'],
  ['/oauth/v2/authorization', '/oauth/v2/authorization'],
  ['/oauth2/v2.0/authorize', '/oauth2/v2.0/authorize'],
  ['/checkpoint/lg/login-submit', '/checkpoint/lg/login-submit'],
])('a session id in the path %s is masked', (path, shown) => {
  expect(url(`https://as${path}`)).toBe(`https://as${shown}`);
});

test("a part of a path that the run's own settings have is no session id", () => {
  const redactor = createRedactor();
  redactor.know('5e7f1a2b-8c3d-4e5f-9a0b-1c2d3e4f5a6b');
  const tenant = 'https://as/5e7f1a2b-8c3d-4e5f-9a0b-1c2d3e4f5a6b/oauth2/v2.0/authorize';
  expect(url(tenant, 'authorization-server', redactor)).toBe(tenant);
});

test.each([
  ['an array', { access_token: [SECRET, 'x7'] }],
  ['an object', { access_token: { value: SECRET, scope: 'x7' } }],
  ['a number', { access_token: 48_021_387 }],
  ['an array in an object', { access_token: { values: [{ error: 'x7' }] } }],
])('an access_token that is %s is masked', (_, value) => {
  for (const partner of ['authorization-server', 'api'] as const) {
    const shown = body(JSON.stringify(value), partner);
    expect(shown).toContain('‹access_token›');
    expect(shown).not.toMatch(/f3Kq|x7|48021387/);
  }
});

test.each([
  [
    'XML',
    `<?xml version="1.0"?><response><access_token>${SECRET}</access_token><n a="b"><access_token><v>x7</v></access_token></n></response>`,
  ],
  ['an XML attribute', `<response access_token="${SECRET}"><x secret="x7"/></response>`],
  ['YAML', `token_type: Bearer\naccess_token: ${SECRET}\nrefresh_token: x7\n`],
  ['YAML in several lines', `access_token:\n  - ${SECRET}\n  - x7\nscope: openid`],
  ['folded YAML', `access_token: >-\n  ${SECRET}\n  x7\nscope: openid`],
  ['a page', `<p>access_token: ${SECRET}</p>`],
  ['cells of a page', `<table><tr><td>access_token</td><td>x7</td></tr></table>`],
  ['code of a page', `<pre>{"access_token":"${SECRET}","refresh_token":"x7"}</pre>`],
  ['a field of a page', `<body><input name="access_token" value="${SECRET}"></body>`],
  ['a script of a page', `<body><script>token = "${SECRET}"</script>x</body>`],
  ['plain text', `access_token=${SECRET}`],
  ['plain text with quotes', `access_token = "x7"`],
  ['a form', `access_token=${SECRET}&refresh_token=x7&scope=openid`],
  ['a call of a script', `callback({"access_token":"${SECRET}","id_token":'x7'})`],
])('an access_token in %s is masked', (_, text) => {
  for (const partner of ['authorization-server', 'api'] as const) {
    const shown = body(text, partner);
    expect(shown).not.toMatch(/f3Kq|x7/);
    expect(shown).not.toBe('');
  }
});

test('a page of a sign-in appears as its visible text, with values blanked', () => {
  const page = `<!DOCTYPE html><html><head><title>Sign in</title><style>x7</style><script>var a = "${SECRET}"</script>
    <meta name="csrf-token" content="${SECRET}"></head><body data-key="${SECRET}"><!-- ${SECRET} --><h1>Welcome &amp; hello</h1>
    <form action="/login;jsessionid=${SECRET}" method=post><input type=hidden name=lt value='${SECRET}'>
    <label>Name <input name="user" value="x7"></label><button name=go value="x7">Go on</button></form>
    <p>Your reference is ${SECRET}. The password was wrong.</p><a href="/x?y=${SECRET}">Help</a></body></html>`;
  expect(body(page)).toBe(
    [
      'Sign in',
      'Welcome & hello',
      '[form: POST /login;jsessionid=‹jsessionid›]',
      '[lt=‹lt›] Name [user=‹user›] [go=‹go›] Go on',
      'Your reference is ‹credential›. The password was wrong.',
      'Help',
    ].join('\n'),
  );
});

test.each([
  'accessToken',
  'token',
  'session_token',
  'registration_access_token',
  'API-Token',
  'clientSecret',
  'assertion',
  'jwt',
  'newPassword',
])('the member %s of an API response is masked', (name) => {
  for (const value of [SECRET, 'x7']) {
    expect(body(JSON.stringify({ data: [{ [name]: value, name: 'Mia' }] }), 'api')).toBe(
      `{"data":[{"${name}":"‹${name}›","name":"Mia"}]}`,
    );
  }
});

test.each(['code', 'api_key', 'session', 'sessionKey'])(
  'the member %s of an API response is masked when its value looks like a credential',
  (name) => {
    expect(body(JSON.stringify({ [name]: SECRET }), 'api')).toBe(`{"${name}":"‹${name}›"}`);
    expect(body(JSON.stringify({ [name]: 'EMPTY_ACCESS_TOKEN' }), 'api')).toBe(
      `{"${name}":"EMPTY_ACCESS_TOKEN"}`,
    );
  },
);

test('with hidden bodies every leaf is masked', () => {
  expect(body('{"a":"b","c":[1,true,null],"d":{"e":""}}', 'api', true)).toBe(
    '{"a":"‹a›","c":["‹c›","‹c›","‹c›"],"d":{"e":""}}',
  );
  expect(body('name: Mia\nsome words', 'api', true)).toBe('name: ‹name›\n‹text›');
  expect(body('<html><p>Mia</p></html>', 'api', true)).toBe('‹page›');
  expect(body('<r><name>Mia</name></r>', 'api', true)).toBe('<r><name>‹name›</name></r>');
});

test.each([
  ['{"error":"invalid_client","error_description":"Client authentication failed"}'],
  [
    '{"issuer":"https://as","authorization_endpoint":"https://as/authorize","scopes_supported":["openid","r_liteprofile"],"require_pushed_authorization_requests":false}',
  ],
  [
    '{"active":true,"client_id":"86abc","scope":"openid,profile","token_type":"Bearer","exp":1790000000,"status":"active"}',
  ],
  ['{"token_type":"Bearer","expires_in":5184000,"scope":"openid profile"}'],
])('what is harmless of %s stays as it was written', (text) => {
  expect(body(text)).toBe(text);
});

test('a harmless name does not vouch for any value', () => {
  expect(body(`{"error":"${SECRET}","expires_in":"${SECRET}","scope":"a ${SECRET}"}`)).not.toContain('f3Kq');
  expect(
    url(`https://as/?error=${SECRET}&error_description=no+${SECRET}&expires_in=${SECRET}`),
  ).not.toContain('f3Kq');
  expect(header('Server', SECRET)).not.toContain('f3Kq');
});

test('JSON comes through as it was written: names that stand twice, long numbers, a cut end', () => {
  expect(body('{ "status" : 12345678901, "status":1.50,\n "error":"a\\u0062" }')).toBe(
    '{ "status" : 12345678901, "status":1.50,\n "error":"a\\u0062" }',
  );
  const cut = { text: `{"error":"no","token":"${SECRET.slice(0, 9)}`, isCut: true };
  const rules = { partner: 'authorization-server', hideAll: false, redactor: createRedactor() } as const;
  expect(shownBody(cut, 100, rules).text).not.toContain('f3Kq');
});

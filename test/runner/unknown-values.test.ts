import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { reports } from '../../src/reports/all.ts';
import { stepLines } from '../../src/reports/terminal.ts';
import { runCollection } from '../../src/runner/run-collection.ts';
import { runResultOf } from '../../src/runner/run-result.ts';
import { requestFor, serve, testIo } from './support.ts';

/** A value that only the server knows, as it stands in a report when it leaks. */
const SECRET = 'f3Kq8ZxT0pLmW7dR2vNy';

type Responder = (request: IncomingMessage, response: ServerResponse) => void;

/** Fails, so that everything is kept, and says all that a script can say. */
const TALKS = `
  console.log(pm.response.text());
  console.log(JSON.stringify(pm.response.headers.toObject()));
  console.log(pm.response.headers.toObject());
  try { console.log(pm.response.json()); } catch (error) { console.log('no JSON'); }
  pm.test('is as it should be', function () {
    pm.expect(pm.response.text()).to.equal('');
  });
  pm.test('leads on', function () {
    pm.expect(String(pm.response.headers.get('Location'))).to.equal('');
  });`;

/** Everything that a run with this server shows, in all reports and at the terminal. */
async function shownOf(
  respond: Responder,
  more: {
    readonly path?: string;
    readonly headers?: Record<string, string>;
    readonly body?: Record<string, string>;
    readonly before?: string;
  } = {},
): Promise<string> {
  const base = await serve(respond);
  const sketch = {
    name: 'Ask',
    url: `{{base}}${more.path ?? '/authorize?response_type=code&scope=openid'}`,
    test: TALKS,
    ...(more.headers === undefined ? {} : { headers: more.headers }),
    ...(more.body === undefined ? {} : { method: 'POST', body: more.body }),
    ...(more.before === undefined ? {} : { before: more.before }),
  };
  const flow = await runCollection(requestFor(base, [sketch]), testIo());
  expect(flow.outcome).toBe('failed');
  const result = runResultOf({ target: 'live', provider: 'AS', startedAt: 0, durationMs: 1, flows: [flow] });
  const terminal = flow.steps.map((step) => String(stepLines(step, false, true)));
  return [...Object.values(reports).map(({ render }) => render(result)), ...terminal].join('\\n');
}

const html = (inner: string) => (_: IncomingMessage, response: ServerResponse) => {
  response.setHeader('Content-Type', 'text/html');
  response.end(`<!doctype html><html><body>${inner}</body></html>`);
};
const sends =
  (body: string, type = 'application/json') =>
  (_: IncomingMessage, response: ServerResponse) => {
    response.setHeader('Content-Type', type);
    response.end(body);
  };
const withHeader =
  (name: string, value: string, status = 200) =>
  (_: IncomingMessage, response: ServerResponse) => {
    response.statusCode = status;
    response.setHeader(name, value);
    response.end();
  };

const FIELDS = [
  'flowToken',
  'execution',
  'lt',
  'SAMLResponse',
  '__VIEWSTATE',
  'canary',
  'login_challenge',
  'otp',
  'RelayState',
];
const PARAMETERS = ['session_code', 'ticket', 'code', 'state', 'tab_id', 'client_assertion', 'x'];
const HEADERS = [
  'Authorization',
  'X-Auth-Token',
  'X-CSRF-Token',
  'ETag',
  'X-Anything',
  'Set-Cookie',
  'Content-Security-Policy',
];
const MEMBERS = [
  'accessToken',
  'token',
  'session_token',
  'registration_access_token',
  'api_key',
  'jwt',
  'assertion',
  'access_token',
  'anything',
];

test.each<[string, Responder]>([
  ...FIELDS.map(
    (name) =>
      [
        `in the hidden field ${name}`,
        html(`<form><input type="hidden" name="${name}" value="${SECRET}"></form>`),
      ] as [string, Responder],
  ),
  ...FIELDS.slice(0, 2).map(
    (name) =>
      [
        `in the hidden field ${name}, the value first`,
        html(`<form><input value='${SECRET}' name=${name}></form>`),
      ] as [string, Responder],
  ),
  ['in a script of a page', html(`<script>var $Config = {"sFT":"${SECRET}"}</script>`)],
  ['in a meta element', html(`<meta name="csrf-token" content="${SECRET}">`)],
  ['in a link of a page', html(`<a href="/go?session_code=${SECRET}">on</a>`)],
  ...PARAMETERS.map(
    (name) =>
      [
        `in the parameter ${name} of Location`,
        withHeader('Location', `/next?${name}=${SECRET}&scope=openid#${name}=${SECRET}`, 302),
      ] as [string, Responder],
  ),
  ['behind ;jsessionid= in Location', withHeader('Location', `/next;jsessionid=${SECRET}?a=1`, 302)],
  ['in the path of Location', withHeader('Location', `/s/${SECRET}/next`, 302)],
  ['in Refresh', withHeader('Refresh', `0; url=/next?session_code=${SECRET}`)],
  ...HEADERS.map(
    (name) =>
      [`in the header ${name}`, withHeader(name, name === 'Set-Cookie' ? `a=${SECRET}; Path=/` : SECRET)] as [
        string,
        Responder,
      ],
  ),
  ...MEMBERS.map(
    (name) =>
      [`in the member ${name}`, sends(JSON.stringify({ a: { [name]: SECRET } }))] as [string, Responder],
  ),
  ['in a list', sends(JSON.stringify({ access_token: [SECRET] }))],
  ['in an object', sends(JSON.stringify({ access_token: { value: SECRET } }))],
  ['in XML', sends(`<?xml version="1.0"?><r><access_token>${SECRET}</access_token></r>`, 'text/xml')],
  ['in YAML', sends(`access_token: ${SECRET}\\nscope: openid\\n`, 'text/yaml')],
  ['in plain text', sends(`Your token is ${SECRET}`, 'text/plain')],
  ['in a form', sends(`access_token=${SECRET}&scope=openid`, 'application/x-www-form-urlencoded')],
])('a value that only the server knows is in no report: %s', async (_, respond) => {
  expect(await shownOf(respond)).not.toContain(SECRET);
});

test('a number as access_token is in no report', async () => {
  expect(await shownOf(sends('{"access_token":48021387}'))).not.toContain('48021387');
});

test('what the request itself carries is in no report', async () => {
  const ok = sends('{}');
  expect(await shownOf(ok, { path: `/a;jsessionid=${SECRET}?client_assertion=${SECRET}` })).not.toContain(
    `=${SECRET}`,
  );
  expect(await shownOf(ok, { body: { client_assertion: SECRET, flowToken: SECRET } })).not.toContain(SECRET);
  expect(
    await shownOf(ok, { headers: { Authorization: `Bearer ${SECRET}`, 'X-Auth-Token': SECRET } }),
  ).not.toContain(SECRET);
});

test('a secret that a script keeps in a local variable alone is in no report', async () => {
  const before =
    "pm.variables.set('own_token', 'correct horse battery'); console.log('it is', pm.variables.get('own_token'));";
  expect(await shownOf(sends('{"note":"correct%20horse%20battery"}'), { before })).not.toMatch(
    /correct.{1,3}horse/,
  );
});

test('what the server says for people is in the reports', async () => {
  const shown = await shownOf(
    sends('{"error":"invalid_scope","error_description":"The scope x is unknown"}'),
  );
  expect(shown).toContain('invalid_scope');
  expect(shown).toContain('The scope x is unknown');
  expect(await shownOf(html('<h1>Bummer, something went wrong.</h1>'))).toContain(
    'Bummer, something went wrong.',
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnosisText } from '../../src/doctor/text.ts';
import { allProviders } from '../../src/providers/atlas/all.ts';
import type { ErrorLiteral } from '../../src/providers/facts.ts';
import { askDoctor } from '../support/ask-doctor.ts';
import { anybody } from './cause-cases.ts';

const atlas = await allProviders();
const rows = atlas.flatMap(({ id, errors }) => errors.map((literal) => ({ id, literal })));
const causeOf = (text: string) => anybody(text).problems[0]?.cause;

/** A literal as somebody would meet it: in the middle of a line, with values. */
function met({ text }: ErrorLiteral): string {
  return `Error: ${text.replace(/\{(\w+)\}/g, 'https://app.example/cb')} (request 4711)`;
}

describe('every literal of the atlas', () => {
  test('leads to its cause, and an identifying one to its provider and to none other', () => {
    const wrong = rows.flatMap(({ id, literal }) => {
      const { provider, problems } = anybody(met(literal));
      const wanted = literal.recognition === 'identifies' ? id : null;
      const cause = problems[0]?.cause;
      return provider === wanted && cause === literal.cause ? [] : [{ text: literal.text, provider, cause }];
    });
    expect(rows.length).toBeGreaterThanOrEqual(200);
    expect(wrong).toEqual([]);
  });

  test('is found in JSON, in JSON escaped twice, in a form and in a page', () => {
    const wrong = rows
      .filter(({ literal }) => literal.recognition === 'identifies' && !/["{}<>&]/.test(literal.text))
      .flatMap(({ id, literal: { text } }) => {
        const json = JSON.stringify({ error_description: text });
        const forms = {
          json,
          escaped: `POST failed: ${JSON.stringify(JSON.stringify({ body: json })).slice(1, -1)}`,
          form: `error=x&${new URLSearchParams({ error_description: text })}`,
          page: `<html><body><h1>Oops</h1><p>${text.replaceAll("'", '&#39;')}</p></body></html>`,
        };
        return Object.entries(forms)
          .filter(([, form]) => anybody(form).provider !== id)
          .map(([form]) => `${id} ${form}: ${text}`);
      });
    expect(wrong).toEqual([]);
  });
});

test('no sentence about one provider is printed about another, or where none is recognized', () => {
  // Names that are no words of their own.
  const names = atlas
    .filter(({ id }) => !['x', 'spring', 'notion'].includes(id))
    .map(({ id, name }) => ({ id, name }));
  const wrong = rows.flatMap(({ literal }) => {
    const input = met(literal);
    const diagnosis = anybody(input);
    const printed = diagnosisText(diagnosis);
    return names
      .filter(({ id, name }) => id !== diagnosis.provider && !input.includes(name))
      .filter(({ name }) => new RegExp(`\\b${name.split(' ')[0]}\\b`).test(printed))
      .filter(
        ({ name }) =>
          !atlas.find(({ id }) => id === diagnosis.provider)?.name.includes(name.split(' ')[0] ?? ''),
      )
      .map(({ name }) => `${name}: ${literal.text}`);
  });
  expect(wrong).toEqual([]);
});

describe('words about a redirect URI lead to it, whoever says them', () => {
  test.each([
    'The redirect URI you sent is not on our list.',
    'redirect_uri mismatch',
    'Callback URL is not whitelisted for this app',
    'Your reply URL does not match what was configured',
    'The redirection URI provided does not match a pre-registered value',
    'Error: redirect_uri is missing',
    'this app is blocked: return URL not allowed',
    'unregistered redirect uri',
    'The callback address is not permitted.',
    '{"status":"error","detail":"redirect url must be registered"}',
    '{"fault":{"faultstring":"Invalid redirection uri https://a.example/cb"}}',
    '[ERROR] oauth: bad redirect_uri http://localhost:3000/cb',
    'unauthorized_client : Invalid redirect_uri',
    'unregistered_redirect_uri',
  ])('%s', (text) => {
    expect(anybody(text)).toMatchObject({ provider: null, problems: [{ cause: 'redirect-uri' }] });
  });

  test.each([
    ['{"error":"invalid_grant","error_description":"redirect uri is not the same"}', 'redirect-uri-at-token'],
    [
      'The redirect_uri does not match the one used when requesting the authorization code',
      'redirect-uri-at-token',
    ],
    ['Invalid client or Invalid client credentials', 'client-authentication'],
    [
      'Not a valid origin for the client: http://localhost:3000 is not a JavaScript origin; redirect_uri invalid',
      'unknown',
    ],
    ['Open the redirect URL. Then the code is exchanged.', 'unknown'],
    ['GET /authorize?redirect_uri=https://a.example/cb 500: invalid session', 'unknown'],
  ])('and %s is %s', (text, cause) => {
    expect(causeOf(text)).toBe(cause);
  });
});

describe('JSON that is not plainly a success is never taken for one', () => {
  test.each([
    '{}',
    '[]',
    'null',
    '{"ok":false}',
    '{"foo":1}',
    '{"access_token":""}',
    '{"access_token":null}',
    '{"access_token":"x","error":"y"}',
    'HTTP/1.1 200 OK\n\n{"error":"own_code"}',
    'HTTP/1.1 200 OK\n\n{"ok":false,"error":"own_code"}',
    'HTTP/1.1 200 OK\n\n{"success":false}',
    'HTTP/1.1 200 OK\n\n{"status":400}',
    'HTTP/1.1 200 OK\n\n{"active":false}',
    'HTTP/1.1 200 OK\n\n{"errors":["x"]}',
    '{"errors":[{"message":"x"}]}',
    '{"data":null}',
  ])('%s', (text) => {
    expect(anybody(text).problems.length).toBeGreaterThan(0);
  });

  test('whatever it says', () => {
    const isGood = (text: string) =>
      /"(?:access_token|id_token|sub|keys|authorization_endpoint|active)"/.test(text);
    fc.assert(
      fc.property(fc.json(), (text) => {
        if (!isGood(text)) expect(anybody(text).problems.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('the shapes in which servers say why', () => {
  const why = 'The redirect_uri is not associated with this application.';
  test.each<[string, string]>([
    ['reason', JSON.stringify({ reason: why })],
    ['message', JSON.stringify({ message: why })],
    ['errorSummary', JSON.stringify({ errorCode: 'E1', errorSummary: why })],
    ['error_message', JSON.stringify({ error_type: 'X', error_message: why })],
    ['detail', JSON.stringify({ title: 'Bad', detail: why })],
    ['errors[]', JSON.stringify({ errors: [{ message: why }] })],
    ['errors[] of texts', JSON.stringify({ errors: [why] })],
    [
      "Google's nested object",
      JSON.stringify({ error: { code: 400, message: why, status: 'INVALID_ARGUMENT' } }),
    ],
    ['error that is a sentence', JSON.stringify({ error: why })],
    ['a form', `error=x&error_description=${encodeURIComponent(why)}`],
    ['a fragment', `https://a.example/cb#error=x&error_description=${encodeURIComponent(why)}`],
    ['a Python object', `requests.HTTPError: {'error': 'x', 'error_description': '${why}'}`],
    ['a JavaScript object', `OAuthError { error: 'x', error_description: '${why}' }`],
    ['a line of a log', `2026-01-01 12:00:00 WARN [auth] type=LOGIN_ERROR, error=x, reason="${why}"`],
    ['a stack trace', `Error: ${why}\n    at parse (/app/node_modules/oauth/index.js:10:3)\n    at main`],
    [
      'text within JSON',
      JSON.stringify({ message: `Upstream said: ${JSON.stringify({ error_description: why })}` }),
    ],
    [
      'what curl prints',
      `HTTP/2 200 \r\ncontent-type: application/json\r\n\r\n${JSON.stringify({ error_description: why })}`,
    ],
  ])('%s', (_shape, text) => {
    expect(anybody(text)).toMatchObject({ provider: 'github', problems: [{ cause: 'redirect-uri' }] });
  });
});

describe('values that a provider tells go into the comparison and the next command', () => {
  test.each<[string, string, string[]]>([
    [
      'Auth0',
      '{"error":"unauthorized_client","error_description":"The redirect URI is wrong. You sent http://localhost:3000, and we expected http://localhost:4000"}',
      ['--requested http://localhost:3000 --registered http://localhost:4000', 'port-differs'],
    ],
    [
      'Entra, at the token endpoint, behind a proxy',
      "AADSTS500112: The reply address 'http://0.0.0.0:3000/cb' does not match the reply address 'https://app.example/cb' provided when requesting Authorization code.",
      ['--requested http://0.0.0.0:3000/cb --registered https://app.example/cb', 'host-differs'],
    ],
    [
      'Entra, at the authorization endpoint',
      "AADSTS50011: The redirect URI 'http://localhost:1/cb' specified in the request does not match the redirect URIs configured for the application '42'.",
      ['--provider entra --requested http://localhost:1/cb'],
    ],
    [
      'Google',
      "You can't sign in to this app because it doesn't comply with Google's OAuth 2.0 policy. If you're the app developer, register the redirect URI in the Google Cloud Console. Request details: redirect_uri=http://localhost:8080/cb",
      ['--provider google --requested http://localhost:8080/cb'],
    ],
    [
      'Slack, with all that is allowed',
      'redirect_uri did not match any configured URIs.\n\nPassed URI : https://a.example/x\nAllowed URI : https://a.example/y\nAllowed URI : https://a.example/z',
      ['--requested https://a.example/x --registered https://a.example/y --registered https://a.example/z'],
    ],
    [
      'Atlassian',
      'https://id.atlassian.com/error?error=unauthorized_client&error_description=redirect_uri%20is%20not%20registered%20for%20client%3A%20http%3A%2F%2Flocalhost%3A9%2Fcb',
      ['--provider atlassian --requested http://localhost:9/cb'],
    ],
    [
      'a log of Keycloak',
      'WARN [org.keycloak.events] (t) type=LOGIN_ERROR, clientId=a, error=invalid_redirect_uri, redirect_uri=http://10.0.0.7:8600/cb',
      ['--provider keycloak --requested http://10.0.0.7:8600/cb'],
    ],
  ])('%s', (_who, text, expected) => {
    const printed = JSON.stringify(anybody(text)).replaceAll('\\"', '"');
    for (const part of expected) expect(printed).toContain(part);
  });

  test('Okta names the page where it is registered', async () => {
    const page = 'https://dev-1-admin.okta.com/admin/app/oidc_client/instance/0oa1#tab-general';
    const { exact, provider } = await askDoctor(
      `<html><body><h1>400</h1><p>The 'redirect_uri' parameter must be a Login redirect URI in the client app settings: ${page}</p></body></html>`,
    );
    expect(provider).toBe('okta');
    expect(exact).toContainEqual({ name: 'the page that the provider names', text: page });
  });

  test('behind a proxy comes first where the value that is sent is an inner one', () => {
    const causes = (requested: string) =>
      anybody(`The redirect URI is wrong. You sent ${requested}, and we expected https://app.example/cb`)
        .problems[0]?.causes?.[0]?.cause;
    expect(causes('http://web:3000/cb')).toContain('behind a proxy');
    expect(anybody('AADSTS50011: x').problems[0]?.causes?.[0]?.cause).not.toContain('behind a proxy');
  });

  test('and no secret of a callback gets into it', () => {
    const secret = 'Sup3rS3cretValue9876';
    const text = `The redirect URI is wrong. You sent https://a.example/cb?code=${secret}&state=${secret}, and we expected https://a.example/cb`;
    expect(JSON.stringify(anybody(text))).not.toContain(secret);
  });
});

describe('whose error response it is', () => {
  test.each([
    ['POST https://oauth2.googleapis.com/token 400 {"error":"unauthorized_client"}', 'google'],
    ['Error at https://github.com/ciaranj/node-oauth/issues/1: invalid_grant', null],
    ['POST https://github.com/login/oauth/access_token 400 invalid_request', 'github'],
    ['invalid_scope, redirect_uri=https://accounts.google.com/cb', null],
    ['AADSTS999999: something new', 'entra'],
    ['{"serviceErrorCode":4711,"message":"something new"}', 'linkedin'],
    ['You are not associated with this application', null],
  ])('%s: %s', (text, provider) => {
    expect(anybody(text).provider).toBe(provider);
  });

  test('the provider that a person names is used where the text names none, and a mistyped one is told', async () => {
    const body = '{"error":"invalid_grant","error_description":"Bad Request"}';
    expect((await askDoctor(body)).provider).toBeNull();
    expect((await askDoctor(body, ['--provider', 'google'])).provider).toBe('google');
    const other = await askDoctor('AADSTS50011: x', ['--provider', 'google']);
    expect(other.provider).toBe('entra');
    expect(other.advice.join()).toContain('You named google');
  });
});

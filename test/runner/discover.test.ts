import { expect, test } from 'vitest';
import { secretsInExchange, secretsInVariables } from '../../src/runner/discover.ts';

const empty = { status: 200, headers: [], body: '' };

function secretsInAnswer(answer: {
  status: number;
  headers: readonly { key: string; value: string }[];
  body: string;
}) {
  const answered = { reason: '', durationMs: 1, bytes: 0, ...answer };
  return secretsInExchange({
    method: 'GET',
    url: 'https://as/authorize?client_id=a1b2c3d4e5f6g7h8&scope=openid',
    requestHeaders: [],
    requestBody: '',
    answer: answered,
  });
}

test('variables are secret when they are marked, or when their name says so', () => {
  const variables = [
    { key: 'pin', value: '123456' },
    { key: 'access_token', value: 'abcdef' },
    { key: 'code_verifier', value: 'abcdef' },
    { key: 'state', value: 'abcdef' },
    { key: 'scope', value: 'openid' },
    { key: 'error_code', value: 'invalid_grant' },
    { key: 'login_state', value: 'consent' },
    { key: 'revoke_token', value: 'https://h/revoke' },
  ];
  const names = secretsInVariables(variables, new Set(['pin'])).map(({ name }) => name);
  expect(names).toEqual(['pin', 'access_token', 'code_verifier', 'state']);
});

test('cookies are secret, without their quotes; plain words are not', () => {
  const headers = [
    { key: 'Set-Cookie', value: 'JSESSIONID="ajax:123"; Path=/' },
    { key: 'set-cookie', value: 'theme=dark' },
  ];
  expect(secretsInAnswer({ ...empty, headers })[0]).toEqual({ name: 'cookie JSESSIONID', value: 'ajax:123' });
  expect(secretsInAnswer({ ...empty, headers }).map(({ name }) => name)).not.toContain('cookie theme');
});

test('a redirect hands out codes and states in its query, and tokens in its fragment', () => {
  const headers = [{ key: 'Location', value: 'https://c/cb?code=a%2Bb&state=s&scope=x#access_token=t' }];
  expect(secretsInAnswer({ ...empty, headers })).toEqual([
    { name: 'code', value: 'a+b' },
    { name: 'state', value: 's' },
    { name: 'access_token', value: 't' },
  ]);
});

test('tokens are found anywhere in a JSON answer', () => {
  const body = JSON.stringify({ data: [{ refresh_token: 'r' }], access_token: 't' });
  expect(
    secretsInAnswer({ ...empty, body })
      .map(({ value }) => value)
      .sort(),
  ).toEqual(['r', 't']);
});

test('the code of an error is no secret', () => {
  const body = JSON.stringify({ code: 'ACCESS_DENIED' });
  expect(secretsInAnswer({ ...empty, status: 403, body })).toEqual([]);
});

test('fields against forgery are found in a page, and other hidden fields are not secret', () => {
  const body = `<form><input type="hidden" name="loginCsrfParam" value="a&amp;b-0123456789">
    <input value='1f2e3d4c5b6a' name='authenticity_token' type=hidden><input name="csrfmiddlewaretoken" value=short>
    <input type="hidden" name="session_redirect" value="/oauth/v2/login-success"></form>`;
  expect(secretsInAnswer({ status: 200, headers: [], body })).toEqual([
    { name: 'field loginCsrfParam', value: 'a&b-0123456789' },
    { name: 'field authenticity_token', value: '1f2e3d4c5b6a' },
  ]);
});

test('a hidden field that holds a URL gives its secret parts, and not the path of the next request', () => {
  const body =
    '<form><input type="hidden" name="session_redirect" value="/oauth/v2/login-success?flow=a1b2c3d4e5f6g7&amp;lang=en"></form>';
  expect(secretsInAnswer({ status: 200, headers: [], body })).toEqual([
    { name: 'field flow', value: 'a1b2c3d4e5f6g7' },
  ]);
});

test('a hidden token that begins with a slash is a secret as a whole', () => {
  const body = '<form><input type="hidden" name="ticket" value="/a1B2c3/D4e5F6g7h8=="></form>';
  expect(secretsInAnswer({ status: 200, headers: [], body })).toEqual([
    { name: 'field ticket', value: '/a1B2c3/D4e5F6g7h8==' },
  ]);
});

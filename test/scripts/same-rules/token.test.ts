import { expect, test } from 'vitest';
import { readTokenAnswer } from '../../../src/oauth/token-answer.ts';
import * as ours from '../../../src/oauth/token-rules.ts';
import { scriptRules as theirs } from './script-rules.ts';

const TOKEN = { access_token: 'AQV', token_type: 'Bearer', expires_in: 60 };
const ASKED = ['openid', 'email'];

/** A response of the token endpoint that can be used; what is undefined is left out. */
const good: readonly [title: string, change: object, status?: number][] = [
  ['nothing odd', {}],
  ['status 201', {}, 201],
  ['no token_type', { token_type: undefined }],
  ['token_type null', { token_type: null }],
  ['token_type in capitals', { token_type: 'BEARER' }],
  ['a token_type that the provider uses for bearer tokens', { token_type: 'bot' }],
  ['no expires_in', { expires_in: undefined }],
  ['expires_in null', { expires_in: null }],
  ['expires_in an empty text', { expires_in: '' }],
  ['expires_in as a text', { expires_in: '1800' }],
  ['expires_in with a fraction', { expires_in: 59.5 }],
  ['a token that lives for ever', { expires_in: 1e300 }],
  ['refresh_token null', { refresh_token: null }],
  ['refresh_token an empty text', { refresh_token: '' }],
  ['a refresh token with a space in it', { refresh_token: 'a b' }],
  ['error null', { error: null }],
  ['error an empty text', { error: '' }],
  ['scope null', { scope: null }],
  ['scopes in a list', { scope: ['email', 'openid'], id_token: 'x' }],
  ['scopes with commas', { scope: 'email,openid', id_token: 'x' }],
  ['less than was asked for', { scope: 'email' }],
  ['id_token null without openid', { scope: 'email', id_token: null }],
];

type Bad = [title: string, change: object, reason: RegExp, status?: number];

const bad: readonly Bad[] = [
  ['an error beside the token', { error: 'invalid_grant' }, /"error"/],
  ['an error that is an object beside the token', { error: { code: 1 } }, /"error"/],
  ['an error that is false beside the token', { error: false }, /"error"/],
  ['status 302', {}, /status 302/, 302],
  ['status 199', {}, /status 199/, 199],
  ['status 400', {}, /status 400/, 400],
  ['status 500', {}, /status 500/, 500],
  ...[undefined, null, '', '   ', 7, true, false, [], ['AQV'], {}, { toString: 'x' }].map(
    (access_token): Bad => [
      `access_token ${JSON.stringify(access_token)}`,
      { access_token },
      /access_token is/,
    ],
  ),
  ...['undefined', 'null', 'None', 'NaN', 'false', '[object Object]', 'a b', 'a\nb', 'é', '{{password}}'].map(
    (access_token): Bad => [`access_token "${access_token}"`, { access_token }, /a text that is no token/],
  ),
  ...['', 'DPoP', 'mac', 'Bearer ', 'x'.repeat(300), 7, true, ['Bearer'], { type: 'Bearer' }].map(
    (token_type): Bad => [`token_type ${JSON.stringify(token_type)}`, { token_type }, /token_type is/],
  ),
  ...[true, false, 0, -1, [60], [], {}, '0x10', '1e3', 'soon', ' 60', '-60', '0', 'Infinity', 'NaN'].map(
    (expires_in): Bad => [
      `expires_in ${JSON.stringify(expires_in)}`,
      { expires_in },
      /expires_in is .*expected seconds/,
    ],
  ),
  ...[7, 0, true, false, ['r'], {}, ' ', 'undefined', 'null', 'a\nb', '{{password}}'].map(
    (refresh_token): Bad => [
      `refresh_token ${JSON.stringify(refresh_token)}`,
      { refresh_token },
      /refresh.token/,
    ],
  ),
  ...['', ' ', ',', []].map(
    (scope): Bad => [`scope ${JSON.stringify(scope)}`, { scope }, /no scope was granted: "openid email"/],
  ),
  ...[7, 0, true, false, {}, [7], [['openid']], 'a\nb', '{{password}}'].map(
    (scope): Bad => [`scope ${JSON.stringify(scope)}`, { scope }, /scope is/],
  ),
  [
    'no id_token though openid was granted',
    { scope: 'openid', id_token: undefined },
    /openid was granted, and no id_token/,
  ],
  ['no id_token though openid was asked for', { id_token: undefined }, /openid was granted/],
  ['an empty id_token', { scope: 'openid', id_token: '' }, /openid was granted/],
  ['id_token null', { scope: ['openid'], id_token: null }, /openid was granted/],
  ...[7, true, ['eyJ'], {}].map(
    (id_token): Bad => [
      `id_token ${JSON.stringify(id_token)}`,
      { id_token },
      /id_token is .*expected a text/,
    ],
  ),
];

/** What request-token.test.js asks, in its order. */
function problemOf(rules: typeof ours | typeof theirs, status: number, body: Record<string, unknown>) {
  const granted =
    body.scope === undefined || body.scope === null ? ASKED : (rules.scopesOf(body.scope) ?? []);
  return (
    rules.accessTokenProblem(status, body) ||
    rules.tokenTypeProblem(body, ['bot']) ||
    rules.lifetimeProblem(body) ||
    rules.refreshTokenProblem(body) ||
    rules.scopeProblem(body, ASKED) ||
    rules.idTokenPresenceProblem(body, granted.includes('openid'))
  );
}

function read(status: number, body: object) {
  return readTokenAnswer(status, JSON.stringify(body), {
    scopes: ASKED,
    idToken: true,
    bearerTypes: ['bot'],
  });
}

test.each(good)('scripts and legwork take a token response with %s', (_, change, status = 200) => {
  const idToken = 'scope' in change && change.scope !== null ? {} : { id_token: 'x' };
  const body = { ...TOKEN, ...idToken, ...change };
  expect(problemOf(theirs, status, body)).toBe('');
  expect(problemOf(ours, status, body)).toBe('');
  expect(read(status, body)).toMatchObject({ kind: 'issued', token: { accessToken: 'AQV' } });
});

test.each(bad)(
  'neither scripts nor legwork take a token response with %s',
  (_, change, reason, status = 200) => {
    const body = { ...TOKEN, id_token: 'x', ...change };
    expect(problemOf(theirs, status, body)).toMatch(reason);
    expect(problemOf(ours, status, body)).toBe(problemOf(theirs, status, body));
    expect(read(status, body).kind).not.toBe('issued');
  },
);

test('what is kept of a token response is the same', () => {
  for (const [, change] of [...good, ...bad]) {
    const body: Record<string, unknown> = { ...TOKEN, ...change };
    expect(theirs.secondsOf(body.expires_in)).toBe(ours.secondsOf(body.expires_in));
    expect(theirs.scopesOf(body.scope)?.join()).toBe(ours.scopesOf(body.scope)?.join());
  }
  expect(ours.secondsOf(1e300)).toBeUndefined();
});

test('where nothing was asked for, nothing need be granted', () => {
  for (const rules of [ours, theirs]) expect(rules.scopeProblem({ scope: '' }, [])).toBe('');
});

test('no message quotes a token', () => {
  for (const rules of [ours, theirs]) {
    const secret = 'a secret token';
    expect(problemOf(rules, 200, { access_token: secret })).not.toContain(secret);
    expect(problemOf(rules, 200, { ...TOKEN, refresh_token: `${secret}\n` })).not.toContain(secret);
  }
});

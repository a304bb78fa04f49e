import { describe, expect, test } from 'vitest';
import { readTokenAnswer } from '../../src/oauth/token-answer.ts';

const read = (answer: unknown, status = 200) => readTokenAnswer(status, JSON.stringify(answer));

test('a token is taken, however its life is written', () => {
  expect(
    read({ access_token: 'AQV', token_type: 'bearer', expires_in: '60', refresh_token: 'AQX' }),
  ).toMatchObject({
    kind: 'issued',
    token: { accessToken: 'AQV', expiresIn: 60, refreshToken: 'AQX' },
  });
});

describe('what a hostile server answers is neither a token nor the end of the program', () => {
  test.each([
    ['a variable of Postman', { access_token: '{{client_secret}}' }],
    ['a number', { access_token: 12 }],
    ['a line end', { access_token: 'a\nb' }],
    ['an object that is no text', { access_token: { toString: 'x' } }],
    ['a type that is no text', { access_token: 'AQV', token_type: { toString: 'x' } }],
    ['an error that is no text', { error: { toString: 'x' }, error_description: [{ valueOf: 1 }] }],
    ['null', null],
    ['a list', ['access_token']],
  ])('%s', (_, answer) => {
    expect(read(answer).kind).not.toBe('issued');
  });

  test.each([['{{password}}'], [7], ['a\u0000b']])(
    'a refresh token %j costs the response its credit',
    (refresh_token) => {
      expect(read({ access_token: 'AQV', refresh_token })).toMatchObject({ kind: 'unusable' });
    },
  );
});

describe('what a token response says', () => {
  test('is taken as it stands', () => {
    const said = {
      access_token: '!AQV~',
      token_type: 'Bearer',
      expires_in: 60,
      refresh_token: 'AQX',
      refresh_token_expires_in: '3600',
      scope: 'openid',
      id_token: 'a.b.c',
    };
    expect(read(said)).toEqual({
      kind: 'issued',
      token: {
        accessToken: '!AQV~',
        expiresIn: 60,
        refreshToken: 'AQX',
        refreshExpiresIn: 3600,
        scope: 'openid',
        idToken: 'a.b.c',
      },
    });
  });

  test('is unknown where it is left out, null or empty, and costs the response its credit where it is no number', () => {
    const unknown = {
      expiresIn: undefined,
      refreshExpiresIn: undefined,
      scope: undefined,
      idToken: undefined,
    };
    for (const expires_in of [0, -1, 'soon', true, [60]]) {
      expect(read({ access_token: 'AQV', expires_in }).kind).toBe('unusable');
    }
    for (const expires_in of [undefined, '', null]) {
      expect(read({ access_token: 'AQV', expires_in, scope: '', id_token: '' })).toMatchObject({
        kind: 'issued',
        token: unknown,
      });
    }
    expect(read({ access_token: 'AQV', expires_in: 1 })).toMatchObject({ token: { expiresIn: 1 } });
  });
});

test.each([
  [200, 'issued'],
  [201, 'issued'],
  [299, 'issued'],
  [199, 'unusable'],
  [300, 'unusable'],
  [400, 'unusable'],
])('a token with status %i is %s', (status, kind) => {
  expect(read({ access_token: 'AQV' }, status).kind).toBe(kind);
});

test.each(['xbearer', 'bearerx', 'mac', ''])('a token of type %j is another kind of token', (token_type) => {
  expect(read({ access_token: 'AQV', token_type })).toMatchObject({
    kind: 'unusable',
    problem: expect.stringContaining('only bearer tokens can be used'),
  });
});

test.each([['a{{b}}'], ['a b'], ['\u007f'], ['ü'], ['']])('%j is no access token', (access_token) => {
  expect(read({ access_token, error: 'e' })).toEqual({ kind: 'refused', error: 'e', description: '' });
});

test('a single brace is part of a token', () => {
  expect(read({ access_token: 'a{b}' })).toMatchObject({ token: { accessToken: 'a{b}' } });
});

test.each([
  [{ error: 'e', code: 'c', title: 't', error_description: 'd', message: 'm', detail: 'x' }, 'e', 'd'],
  [{ error: '', code: 'c', title: 't', error_description: 7, message: 'm', detail: 'x' }, 'c', 'm'],
  [{ title: 't', detail: 'x' }, 't', 'x'],
  [{}, '', ''],
  ['a text', '', ''],
])('an error response %j is read as %s, %s', (body, error, description) => {
  expect(read(body, 400)).toEqual({ kind: 'refused', error, description });
});

test('what is no JSON is an error response without words', () => {
  expect(readTokenAnswer(502, '<html>')).toEqual({ kind: 'refused', error: '', description: '' });
});

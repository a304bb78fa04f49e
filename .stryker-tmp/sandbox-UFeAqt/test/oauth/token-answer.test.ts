// @ts-nocheck
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
    expect(read(answer)).toMatchObject({ kind: 'refused' });
  });

  test.each([['{{password}}'], [7], ['a\u0000b']])('a refresh token %j is left out', (refresh_token) => {
    expect(read({ access_token: 'AQV', refresh_token })).toMatchObject({
      kind: 'issued',
      token: { refreshToken: undefined },
    });
  });
});

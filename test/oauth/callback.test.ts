import { describe, expect, test } from 'vitest';
import { readCallback } from '../../src/oauth/callback.ts';

const ISSUER = 'https://login.example';
const read = (query: string, issuerRequired = false) =>
  readCallback(new URLSearchParams(query), { state: 'the state', issuer: ISSUER, issuerRequired });
const STATE = 'state=the+state';

test('a code comes with the state that was sent', () => {
  expect(read(`code=c+1&${STATE}`)).toEqual({ kind: 'code', code: 'c 1' });
  expect(read(`code=c&${STATE}&iss=${ISSUER}`, true)).toEqual({ kind: 'code', code: 'c' });
});

describe('what does not repeat the state belongs to another login, and is not read', () => {
  test.each([
    'code=c',
    'code=c&state=',
    'code=c&state=other',
    'code=c&state=the+state+',
    'error=access_denied&state=other',
    'code=c&code=d&state=other',
    'code=c&iss=https://evil.example&state=other',
  ])('%s', (query) => {
    expect(read(query)).toEqual({ kind: 'foreign' });
  });
});

test.each(['', STATE, `${STATE}&iss=${ISSUER}`, `${STATE}&error_description=x`])(
  'without code and error it is no callback: %j',
  (query) => {
    expect(read(query)).toEqual({ kind: 'empty' });
  },
);

test.each([
  ['code', `code=c&code=d&${STATE}`],
  ['code', `code=c&code=c&${STATE}`],
  ['state', `code=c&${STATE}&${STATE}`],
  ['error', `error=a&error=b&${STATE}`],
  ['error_description', `error=a&error_description=b&error_description=c&${STATE}`],
  ['iss', `code=c&iss=${ISSUER}&iss=https://evil.example&${STATE}`],
  ['iss', `code=c&iss=${ISSUER}&iss=${ISSUER}&${STATE}`],
])('a second %s makes it unusable', (name, query) => {
  expect(read(query)).toEqual({ kind: 'unusable', problem: `it has the parameter "${name}" twice` });
});

test('a parameter that decides nothing may come twice', () => {
  expect(read(`code=c&x=1&x=2&${STATE}`)).toEqual({ kind: 'code', code: 'c' });
});

describe('the issuer (RFC 9207)', () => {
  test('must be named where the provider promises it', () => {
    const problem = 'it does not say who it comes from (no "iss", RFC 9207)';
    expect(read(`code=c&${STATE}`, true)).toEqual({ kind: 'unusable', problem });
    expect(read(`error=access_denied&${STATE}`, true)).toEqual({ kind: 'unusable', problem });
  });

  test.each(['https://evil.example', `${ISSUER}/`, 'HTTPS://login.example', ''])(
    'must be the expected one wherever it is named, and %j is not',
    (issuer) => {
      expect(read(`code=c&${STATE}&iss=${issuer}`)).toEqual({
        kind: 'unusable',
        problem: `it comes from the issuer "${issuer}", not "${ISSUER}"`,
      });
    },
  );
});

test('an error comes with its description, whose quotes are decoded once more from HTML', () => {
  const description = encodeURIComponent('&quot;a&quot; &#34;b&#34; &#x22;c&QUOT; &amp;lt; &lt;');
  expect(read(`error=access_denied&error_description=${description}&${STATE}`)).toEqual({
    kind: 'refused',
    error: 'access_denied',
    description: '"a" "b" "c" &lt; &lt;',
  });
  expect(read(`error=access_denied&${STATE}`)).toEqual({
    kind: 'refused',
    error: 'access_denied',
    description: '',
  });
});

test('an error counts more than a code', () => {
  expect(read(`code=c&error=access_denied&${STATE}`)).toMatchObject({ kind: 'refused' });
});

test('an empty code is none', () => {
  expect(read(`code=&${STATE}`)).toEqual({ kind: 'unusable', problem: 'its code is empty' });
});

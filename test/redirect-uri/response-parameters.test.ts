import { expect, test } from 'vitest';
import {
  responseParameters,
  withMaskedValues,
  withoutResponse,
} from '../../src/redirect-uri/response-parameters.ts';

const MEANT = 'https://a.example/cb';

test.each([
  [`${MEANT}?code=SECRET1&state=SECRET2`, MEANT, ['code', 'state']],
  [
    `${MEANT}?keep=1&code=SECRET1&state=SECRET2&iss=https%3A%2F%2Fa`,
    `${MEANT}?keep=1`,
    ['code', 'state', 'iss'],
  ],
  [`${MEANT}?error=access_denied&error_description=x`, MEANT, ['error', 'error_description']],
  [`${MEANT}#access_token=SECRET1&token_type=bearer`, MEANT, ['access_token', 'token_type']],
  [`${MEANT}?code=SECRET1&state=SECRET2#_=_`, MEANT, ['code', 'state']],
  [`${MEANT}?state=SECRET1&session_state=SECRET2`, MEANT, ['state', 'session_state']],
])('%s is a callback of %s', (callback, meant, names) => {
  expect(responseParameters(callback)).toEqual(names);
  expect(withoutResponse(callback)).toBe(meant);
  expect(withMaskedValues(callback)).not.toContain('SECRET');
});

test.each([
  `${MEANT}?next=1`,
  `${MEANT}?barcode=1&estate=2`,
  `${MEANT}?strava`,
  `${MEANT}?iss=x`,
  `${MEANT}/code=1`,
  'http://[::1]:3000/cb#x',
])('%s is none, and stays as it is', (uri) => {
  expect(responseParameters(uri)).toEqual([]);
  expect(withoutResponse(uri)).toBe(uri);
  expect(withMaskedValues(uri)).toBe(uri);
});

test('a secret is masked in every spelling, also where the rest is no callback', () => {
  for (const uri of [
    `${MEANT}?state=SECRET1`,
    encodeURIComponent(`${MEANT}?x=1&code=SECRET1&y=2`),
    encodeURIComponent(encodeURIComponent(`${MEANT}?code=SECRET1`)),
    `${MEANT}?x=1&amp;state=SECRET1`,
    `${MEANT}?CODE=SECRET1`,
    'https://ann:SECRET1@a.example/cb',
  ]) {
    const shown = withMaskedValues(uri);
    expect(shown).not.toContain('SECRET1');
    expect(shown).toContain('***');
  }
});

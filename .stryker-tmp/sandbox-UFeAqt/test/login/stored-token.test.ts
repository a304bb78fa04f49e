// @ts-nocheck
import { expect, test } from 'vitest';
import { isFresh, isSameKey, renewedToken, storedToken } from '../../src/login/stored-token.ts';

const DAY = 86_400;
const key = {
  provider: 'linkedin',
  holder: 'member',
  issuer: 'https://i',
  clientId: 'c',
  scopes: ['b', 'a'],
} as const;
const issued = {
  accessToken: 'one',
  expiresIn: 60 * DAY,
  refreshToken: 'refresh',
  refreshExpiresIn: 365 * DAY,
  scope: 'a,b',
  idToken: undefined,
};
const days = (count: number) => count * DAY * 1000;

test('the order of scopes and their repetition make no other token; kind, client and issuer do', () => {
  expect(isSameKey(key, { ...key, scopes: ['a', 'b', 'a'] })).toBe(true);
  expect(isSameKey(key, { ...key, scopes: ['a'] })).toBe(false);
  expect(isSameKey(key, { ...key, holder: 'application' })).toBe(false);
  expect(isSameKey(key, { ...key, clientId: 'd' })).toBe(false);
  expect(isSameKey(key, { ...key, issuer: 'https://j' })).toBe(false);
});

test("the life of LinkedIn's refresh token shrinks and is never extended, even when the answer says more", () => {
  const first = storedToken(key, issued, 0);
  expect(first).toMatchObject({ expiresAt: days(60), refreshExpiresAt: days(365), granted: ['a', 'b'] });
  const second = renewedToken(
    first,
    { ...issued, accessToken: 'two', refreshExpiresIn: 306 * DAY },
    days(59),
  );
  expect(second).toMatchObject({ accessToken: 'two', expiresAt: days(119), refreshExpiresAt: days(365) });
  const third = renewedToken(second, issued, days(118));
  expect(third).toMatchObject({ expiresAt: days(178), refreshExpiresAt: days(365) });
});

test('near the end of the refresh token the access token ends with it', () => {
  const first = storedToken(key, issued, 0);
  const last = renewedToken(first, { ...issued, refreshExpiresIn: undefined }, days(360));
  expect(last).toMatchObject({ expiresAt: days(365), refreshExpiresAt: days(365) });
});

test('a rotated refresh token replaces the old one and brings its own life', () => {
  const first = storedToken(key, issued, 0);
  const second = renewedToken(
    first,
    { ...issued, refreshToken: 'new', refreshExpiresIn: undefined },
    days(10),
  );
  expect(second).toMatchObject({ refreshToken: 'new', refreshExpiresAt: undefined, expiresAt: days(70) });
});

test('an answer without refresh token and scope keeps the old ones', () => {
  const first = storedToken(key, { ...issued, scope: 'a' }, 0);
  const second = renewedToken(
    first,
    { ...issued, refreshToken: undefined, refreshExpiresIn: undefined, scope: undefined },
    days(1),
  );
  expect(second).toMatchObject({ refreshToken: 'refresh', refreshExpiresAt: days(365), granted: ['a'] });
});

test('a token is renewed five minutes before its end, or a tenth of a short life', () => {
  const long = storedToken(key, { ...issued, expiresIn: 1800 }, 0);
  expect(isFresh(long, 1_620_000 - 1)).toBe(true);
  expect(isFresh(long, 1_620_000)).toBe(false);
  const veryLong = storedToken(key, issued, 0);
  expect(isFresh(veryLong, days(60) - 300_001)).toBe(true);
  expect(isFresh(veryLong, days(60) - 300_000)).toBe(false);
  expect(
    isFresh(
      storedToken(key, { ...issued, expiresIn: undefined, refreshExpiresIn: undefined }, 0),
      days(9999),
    ),
  ).toBe(true);
});

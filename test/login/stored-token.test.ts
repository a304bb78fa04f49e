import { expect, test } from 'vitest';
import { readBody } from '../../src/login/read-body.ts';
import {
  canRefresh,
  isAlive,
  isFresh,
  isSameKey,
  renewedToken,
  storedToken,
} from '../../src/login/stored-token.ts';
import { timeText } from '../../src/login/time-text.ts';

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

test('a renewal with other scopes has those, and its tenth counts from the renewal', () => {
  const renewed = renewedToken(
    storedToken(key, issued, 0),
    { ...issued, scope: 'b', expiresIn: 1800 },
    days(1),
  );
  expect(renewed.granted).toEqual(['b']);
  expect(isFresh(renewed, days(1) + 1_620_000 - 1)).toBe(true);
  expect(isFresh(renewed, days(1) + 1_620_000)).toBe(false);
});

test('a token lives until its end, and without a known one for good', () => {
  const token = storedToken(key, { ...issued, expiresIn: 60 }, 0);
  expect([isAlive(token, 59_999), isAlive(token, 60_000)]).toEqual([true, false]);
  expect(isAlive({ ...token, expiresAt: undefined }, days(9999))).toBe(true);
});

test('a token can be renewed until its refresh token ends', () => {
  const token = storedToken(key, { ...issued, refreshExpiresIn: 60 }, 0);
  expect([canRefresh(token, 59_999), canRefresh(token, 60_000)]).toEqual([true, false]);
  expect(canRefresh({ ...token, refreshExpiresAt: undefined }, days(9999))).toBe(true);
  expect(canRefresh({ ...token, refreshToken: undefined }, 0)).toBe(false);
});

test('a first token is kept with its key, its scopes sorted', () => {
  expect(storedToken({ ...key, memberId: 'm' }, { ...issued, scope: undefined }, 5)).toEqual({
    ...key,
    scopes: ['a', 'b'],
    memberId: 'm',
    accessToken: 'one',
    obtainedAt: 5,
    expiresAt: days(60) + 5,
    refreshToken: 'refresh',
    refreshExpiresAt: days(365) + 5,
    granted: ['a', 'b'],
  });
});

test('no access token is said to outlive its refresh token, and unknown ends stay unknown', () => {
  const ends = (expiresIn?: number, refreshExpiresIn?: number) =>
    storedToken(key, { ...issued, expiresIn, refreshExpiresIn }, 0).expiresAt;
  expect(ends(60, 30)).toBe(30_000);
  expect(ends(undefined, 30)).toBe(30_000);
  expect(ends(60, undefined)).toBe(60_000);
  expect(ends(undefined, undefined)).toBeUndefined();
});

test('times are written for people, in UTC', () => {
  expect(timeText(Date.UTC(2026, 8, 1, 12, 30, 59))).toBe('2026-09-01 12:30 UTC');
});

test('a response is read to a megabyte, piece by piece, letters in one piece', async () => {
  const pieces = (...list: Uint8Array[]) =>
    readBody(
      new Response(
        new ReadableStream({
          start(controller) {
            for (const piece of list) controller.enqueue(piece);
            controller.close();
          },
        }),
      ),
    );
  expect(await readBody(new Response(null))).toBe('');
  expect(await pieces(Uint8Array.of(0x61, 0xc3), Uint8Array.of(0xbc))).toBe('a\u00fc');
  const half = new Uint8Array(512 * 1024).fill(0x61);
  expect(await pieces(half, half)).toHaveLength(1024 * 1024);
  expect(await pieces(half, half, Uint8Array.of(0x62))).toHaveLength(1024 * 1024);
});

import { describe, expect, test } from 'vitest';
import { pairOf } from '../../src/doctor/redirect-uri/observation.ts';
import { uri } from './observations.ts';

const nearestTo = (requested: string, ...registered: string[]) =>
  pairOf({ kind: 'redirect-uri', requested, registered, rules: {} }).nearest?.registered;

describe('of several registered values on different hosts the nearest is the one with the same host', () => {
  test.each([
    ['a slash', 'https://a.example/cb/', 'https://a.example/cb', 'https://b.example/cb/'],
    ['the path', 'https://a.example/x', 'https://a.example/cb', 'https://b.example/x'],
    ['all else', 'http://a.example:8080/x?y=1#z', 'https://me@a.example/cb', 'http://b.example:8080/x?y=1#z'],
    ['the scheme, which is missing', 'localhost:3000/x', 'http://localhost:3000/cb', 'https://b.example/x'],
    ['case and www', 'https://WWW.A.example/cb', 'https://a.example/other', 'https://b.example/cb'],
  ])('although %s differs', (_what, requested, near, far) => {
    expect(nearestTo(requested, far, near)).toBe(near);
    expect(nearestTo(requested, near, far)).toBe(near);
  });

  test('and the doctor speaks of that one alone', () => {
    const { problems, exact } = uri('https://a.example/x', 'https://b.example/x', 'https://a.example/cb');
    expect(problems.map(({ code }) => code)).toEqual(['path-differs']);
    expect(JSON.stringify([problems, exact])).not.toContain('b.example');
  });
});

test('of several values on the same host the one with the fewest differences is nearest', () => {
  expect(nearestTo('https://a.example/cb/', 'https://a.example/other', 'https://a.example/cb')).toBe(
    'https://a.example/cb',
  );
  expect(nearestTo('http://a.example/cb', 'http://a.example:1/CB', 'https://a.example/cb')).toBe(
    'https://a.example/cb',
  );
});

test('an accepted value is nearest, and is compared as it stands', () => {
  const pair = pairOf({
    kind: 'redirect-uri',
    requested: 'https://a.example/cb',
    registered: ['https://a.example/cb/', 'https://a.example/cb'],
    rules: {},
  });
  expect(pair).toMatchObject({
    verdict: { verdict: 'accepted' },
    nearest: { registered: 'https://a.example/cb', differences: [] },
  });
});

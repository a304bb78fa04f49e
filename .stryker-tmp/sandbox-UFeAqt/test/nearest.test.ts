// @ts-nocheck
import { expect, test } from 'vitest';
import { didYouMean, nearest } from '../src/nearest.ts';

const commands = ['generate', 'run', 'emulate', 'doctor', 'login', 'schema'];

test.each([
  ['genrate', 'generate'],
  ['gen', 'generate'],
  ['RUN', 'run'],
  ['rnu', 'run'],
  ['emulator', 'emulate'],
  ['docter', 'doctor'],
  ['shcema', 'schema'],
])('%s was meant to be %s', (typed, meant) => {
  expect(nearest(typed, commands)).toBe(meant);
});

test.each(['', 'x', 'postman', 'delete'])('%j was meant to be none of them', (typed) => {
  expect(nearest(typed, commands)).toBeUndefined();
  expect(didYouMean(typed, commands)).toBe('');
});

test('the nearest of several wins', () => {
  expect(didYouMean('scope', ['scopes_supported', 'scopes', 'pkce'])).toBe('Did you mean "scopes"?');
});

test('a megabyte is like nothing, and that is clear at once', () => {
  const long = 'x'.repeat(1_000_000);
  for (let times = 0; times < 100; times++)
    expect(nearest(long, ['redirect_uri', 'client_id'])).toBeUndefined();
  expect(nearest(`scope${long}`, ['redirect_uri', 'scope'])).toBe('scope');
});

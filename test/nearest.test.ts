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

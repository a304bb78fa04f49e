// @ts-nocheck
import { expect, test } from 'vitest';
import { splitScope } from '../../src/oauth/scope.ts';

test.each([
  ['openid profile email', ['openid', 'profile', 'email']],
  ['openid,profile,email', ['openid', 'profile', 'email']],
  [' openid,  profile\n', ['openid', 'profile']],
  ['', []],
])('%j is split at spaces and commas, and empty tokens are dropped', (scope, tokens) => {
  expect(splitScope(scope)).toEqual(tokens);
});

import { expect, test } from 'vitest';
import { authorizationUrl } from '../../src/oauth/authorization-url.ts';

test('parameters are form-encoded, and those without a value are left out', () => {
  const parameters = { scope: 'openid email', redirect_uri: 'https://a.example/cb?x=1&y=2', nonce: '' };
  expect(authorizationUrl('https://login.example/authorize', parameters)).toBe(
    'https://login.example/authorize?scope=openid+email&redirect_uri=https%3A%2F%2Fa.example%2Fcb%3Fx%3D1%26y%3D2',
  );
});

test('a query of the endpoint stays, and a parameter is there once', () => {
  expect(authorizationUrl('https://login.example/authorize?tenant=a&scope=x', { scope: 'y' })).toBe(
    'https://login.example/authorize?tenant=a&scope=y',
  );
});

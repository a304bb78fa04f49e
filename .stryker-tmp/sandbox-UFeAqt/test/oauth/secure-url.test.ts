// @ts-nocheck
import { expect, test } from 'vitest';
import { isSecureUrl } from '../../src/oauth/secure-url.ts';

test.each([
  'https://login.example.com',
  'http://localhost:8080/callback',
  'http://app.localhost',
  'http://127.0.0.1',
  'http://127.1.2.3:80/',
  'http://[::1]:8080/',
])('secrets may be sent to %s', (url) => {
  expect(isSecureUrl(url)).toBe(true);
});

test.each([
  'http://login.example.com',
  'http://localhost.example.com',
  'http://127.0.0.1.example.com',
  'http://10.0.0.1',
  'http://0.0.0.0',
  'ftp://localhost',
  'javascript:alert(1)',
  '/relative',
  '',
])('secrets may not be sent to %j', (url) => {
  expect(isSecureUrl(url)).toBe(false);
});

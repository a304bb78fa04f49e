import { expect, test } from 'vitest';
import { isLoopback, isLoopbackHost, isSecureUrl } from '../../src/oauth/secure-url.ts';

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
  'http://evillocalhost',
  'http://evillocalhost:9480/login',
  'http://127.0.0.1.example.com',
  'http://evillocalhost',
  'http://x.localhost.example.com',
  'http://127.0.0.1.localhost.example',
  'ftp://127.0.0.1',
  'http://10.0.0.1',
  'http://0.0.0.0',
  'ftp://localhost',
  'javascript:alert(1)',
  '/relative',
  '',
])('secrets may not be sent to %j', (url) => {
  expect(isSecureUrl(url)).toBe(false);
});

test.each(['localhost', 'a.localhost', '[::1]', '127.0.0.1', '127.255.10.99'])(
  '%s is this machine',
  (name) => {
    expect(isLoopback(name)).toBe(true);
  },
);

test.each([
  'LOCALHOST',
  'localhost.',
  'localhostx',
  'xlocalhost',
  '::1',
  '128.0.0.1',
  '127.0.0.1x',
  'x127.0.0.1',
])('%s is not, as a hostname', (name) => {
  expect(isLoopback(name)).toBe(false);
});

test.each(['localhost:3000', 'LOCALHOST', '127.0.0.1:1', '[::1]:65535', '[::1]'])(
  '%s is, as a Host header',
  (host) => {
    expect(isLoopbackHost(host)).toBe(true);
  },
);

test.each(['localhost:x', 'localhost:1:2', 'a.example:80', ':80', ''])(
  '%j is not, as a Host header',
  (host) => {
    expect(isLoopbackHost(host)).toBe(false);
  },
);

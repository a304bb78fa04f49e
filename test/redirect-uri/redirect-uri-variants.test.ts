import { expect, test } from 'vitest';
import { CONTROL_REDIRECT_URI, redirectUriVariants } from '../../src/redirect-uri/redirect-uri-variants.ts';

const variants = (requested: string, ...registered: string[]) =>
  redirectUriVariants(requested, registered).map(({ uri, label }) => `${label}: ${uri}`);

test('a local address has every neighbor once, the most likely first', () => {
  expect(variants('http://localhost:3000/Cb?x=1')).toEqual([
    'as requested: http://localhost:3000/Cb?x=1',
    'slash at the end added or left out: http://localhost:3000/Cb/?x=1',
    'localhost and 127.0.0.1 exchanged: http://127.0.0.1:3000/Cb?x=1',
    'http and https exchanged: https://localhost:3000/Cb?x=1',
    'without its query: http://localhost:3000/Cb',
    'path in small letters: http://localhost:3000/cb?x=1',
    'without its port: http://localhost/Cb?x=1',
    'both slash and loopback name changed: http://127.0.0.1:3000/Cb/?x=1',
    'both slash and scheme changed: https://localhost:3000/Cb/?x=1',
    "Postman's callback: https://oauth.pstmn.io/v1/callback",
    "Postman's callback: https://oauth.pstmn.io/v1/browser-callback",
  ]);
});

test('what is said to be registered comes second, and is not tried twice', () => {
  expect(variants('https://www.a.example/cb/', 'https://www.a.example/cb', 'https://b.example/')).toEqual([
    'as requested: https://www.a.example/cb/',
    'said to be registered: https://www.a.example/cb',
    'said to be registered: https://b.example/',
    'http and https exchanged: http://www.a.example/cb/',
    'with or without www: https://a.example/cb/',
    'both slash and scheme changed: http://www.a.example/cb',
    "Postman's callback: https://oauth.pstmn.io/v1/callback",
    "Postman's callback: https://oauth.pstmn.io/v1/browser-callback",
  ]);
});

test('a value with traps of copying is tried without them, and so are its neighbors', () => {
  const found = variants(' https://a.example/cb');
  expect(found.slice(0, 3)).toEqual([
    'as requested:  https://a.example/cb',
    'without what copying left: https://a.example/cb',
    'slash at the end added or left out: https://a.example/cb/',
  ]);
});

test.each([
  ['http://127.0.0.1/cb', 'http://localhost/cb'],
  ['http://[::1]:1/cb', 'http://localhost:1/cb'],
  ['https://localhost?x', 'https://127.0.0.1?x'],
  ['https://localhost', 'https://127.0.0.1'],
])('%s: the other loopback name is %s', (requested, other) => {
  expect(variants(requested)).toContain(`localhost and 127.0.0.1 exchanged: ${other}`);
});

test.each(['https://localhost.a.example/cb', 'https://a.example/http://localhost/', 'https://127.0.0.10/cb'])(
  '%s has no other loopback name',
  (requested) => {
    expect(variants(requested).join()).not.toContain('exchanged: https://127.0.0.1/');
    expect(variants(requested).join()).not.toContain('localhost and 127.0.0.1');
  },
);

test.each([
  ['https://a.example/cb', 'https://www.a.example/cb'],
  ['http://ab-c.example/cb', 'http://www.ab-c.example/cb'],
  ['HTTPS://WWW.a.example/cb', 'https://a.example/cb'],
])('%s: with or without www it is %s', (requested, other) => {
  expect(variants(requested)).toContain(`with or without www: ${other}`);
});

test.each(['http://localhost/cb', 'http://10.0.0.1/cb', 'http://[::1]/cb'])('%s gets no www', (requested) => {
  expect(variants(requested).join()).not.toContain('www');
});

test.each([
  ['https://a.example:8443/cb', 'https://a.example/cb'],
  ['http://[::1]:80801/cb', 'http://[::1]/cb'],
])('%s without its port is %s', (requested, other) => {
  expect(variants(requested)).toContain(`without its port: ${other}`);
});

test('a scheme of an application is not exchanged', () => {
  expect(variants('com.example.http:/cb').join()).not.toContain('exchanged');
});

test('a URL in the query is left alone', () => {
  const found = variants('com.example.app:/cb?u=https://a.example:80/').join();
  expect(found).not.toContain('www.');
  expect(found).not.toContain('a.example/');
});

test('there are at most thirteen, so that with the control value there are fourteen', () => {
  const many = Array.from({ length: 30 }, (_, index) => `https://a.example/${index}`);
  expect(redirectUriVariants('https://a.example/', many)).toHaveLength(13);
  expect(CONTROL_REDIRECT_URI).toBe('https://legwork-control.invalid/callback');
});

import { expect, test } from 'vitest';
import { mendedRedirectUri } from '../../src/redirect-uri/corrected-redirect-uri.ts';

test.each([
  ['https://a.example/cb', 'https://a.example/cb'],
  [' "https://a.example/cb" ', 'https://a.example/cb'],
  ['HTTPS://A.Example/Cb', 'https://a.example/Cb'],
  ['https://me:pw@a.example/cb#top', 'https://a.example/cb'],
  ['https://a.example:443/cb', 'https://a.example/cb'],
  ['http://a.example:80/cb', 'http://a.example/cb'],
  ['http://a.example:443/cb', 'http://a.example:443/cb'],
  ['https://a.example:80/cb', 'https://a.example:80/cb'],
  ['https://a.example:/cb', 'https://a.example/cb'],
  ['https://a.example:8443/cb?x=1', 'https://a.example:8443/cb?x=1'],
  ['https://a.example?', 'https://a.example?'],
  ['com.example.App:/cb', 'com.example.App:/cb'],
  // Only the beginning is missing.
  ['localhost:3000/cb', 'http://localhost:3000/cb'],
  ['LOCALHOST/cb', 'http://localhost/cb'],
  ['127.0.0.1', 'http://127.0.0.1'],
  ['[::1]:3000/cb', 'http://[::1]:3000/cb'],
  ['a.example/cb', 'https://a.example/cb'],
  ['a-b.example?x', 'https://a-b.example?x'],
  ['a.example#x', 'https://a.example'],
  ['//a.example/cb', 'https://a.example/cb'],
  ['a.example/x//y', 'https://a.example/x//y'],
  ['//localhost/cb', 'http://localhost/cb'],
  ['a.example:8443/cb', 'https://a.example:8443/cb'],
  // What cannot be guessed stays.
  ['callback', 'callback'],
  ['/callback', '/callback'],
  ['/a.example/cb', '/a.example/cb'],
  ['//callback/x', '//callback/x'],
  ['a b.example/cb', 'a b.example/cb'],
  ['https:/cb', 'https:/cb'],
  ['', ''],
])('%j becomes %j', (uri, corrected) => {
  expect(mendedRedirectUri(uri)).toBe(corrected);
});

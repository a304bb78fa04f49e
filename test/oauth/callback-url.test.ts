import { expect, test } from 'vitest';
import { callbackUrl } from '../../src/oauth/callback-url.ts';

test.each([
  ['HTTPS://A.Example:443/x/../cb?x=1#top', 'https://a.example/cb'],
  ['http://a.example', 'http://a.example/'],
  ['http://a.example/a^b', 'http://a.example/a%5Eb'],
  ['https://ü.example/ü', 'https://xn--tda.example/%C3%BC'],
  ['com.example.app:/cb?x', 'com.example.app:/cb'],
  ['app:a^b', 'app:a^b'],
])('%s is gone to as %s', (redirectUri, url) => {
  expect(callbackUrl(redirectUri)).toBe(url);
});

test.each(['', '/cb', 'https://', 'https://a b/'])('%j is no URL', (text) => {
  expect(callbackUrl(text)).toBeUndefined();
});

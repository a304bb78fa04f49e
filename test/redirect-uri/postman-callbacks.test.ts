import { expect, test } from 'vitest';
import { isPostmanAddress, postmanCallbacks } from '../../src/redirect-uri/postman-callbacks.ts';

test.each([
  ...postmanCallbacks.map(({ uri }) => uri),
  'http://oauth.pstmn.io',
  'HTTPS://OAUTH.PSTMN.IO/v1/callback',
  'https://www.oauth.pstmn.io/v1/callback',
  'oauth.pstmn.io/v1/callback',
  '//oauth.pstmn.io/v1/callback',
  'https:oauth.pstmn.io',
])('%s is meant for Postman', (uri) => {
  expect(isPostmanAddress(uri)).toBe(true);
});

test.each([
  'https://a.example/oauth.pstmn.io',
  'https://evil-oauth.pstmn.io/',
  'https://oauth.pstmn.iox/',
  'https://oauth-pstmn.io/',
  'https://oauth.pstmn-io/',
  'https://wwwxoauth.pstmn.io/',
  '1https://oauth.pstmn.io/',
  'https://a.example/?u=https://oauth.pstmn.io/',
  '',
])('%j is not', (uri) => {
  expect(isPostmanAddress(uri)).toBe(false);
});

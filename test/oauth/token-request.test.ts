import { expect, test } from 'vitest';
import { formRequest } from '../../src/oauth/token-request.ts';

const FIELDS = { grant_type: 'authorization_code', code: 'a b', code_verifier: '' };
const FORM = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' };

test('client_secret_post puts id and secret into the body', () => {
  expect(formRequest(FIELDS, { id: 'me', secret: 's&t', method: 'client_secret_post' })).toEqual({
    headers: FORM,
    body: 'grant_type=authorization_code&code=a+b&client_id=me&client_secret=s%26t',
  });
  expect(formRequest(FIELDS, { id: 'me', secret: '', method: 'client_secret_post' }).body).toBe(
    'grant_type=authorization_code&code=a+b&client_id=me',
  );
});

test('a public client says its id alone', () => {
  expect(formRequest(FIELDS, { id: 'me', secret: 'never sent', method: 'none' })).toEqual({
    headers: FORM,
    body: 'grant_type=authorization_code&code=a+b&client_id=me',
  });
});

// RFC 6749 section 2.3.1: both are form-encoded first, so that a colon in the id ends nothing.
test.each([
  ['me', 'secret', 'me:secret'],
  ['a:b', 'c:d', 'a%3Ab:c%3Ad'],
  ['a b', 'c+d', 'a+b:c%2Bd'],
  ['100%', '==', '100%25:%3D%3D'],
  ['ü', '€', '%C3%BC:%E2%82%AC'],
])('HTTP Basic of %s and %s carries %s', (id, secret, credentials) => {
  const { headers, body } = formRequest(FIELDS, { id, secret, method: 'client_secret_basic' });
  expect(headers).toEqual({ ...FORM, authorization: `Basic ${btoa(credentials)}` });
  expect(body).toBe('grant_type=authorization_code&code=a+b');
});

import { expect, test } from 'vitest';
import { createRedactor } from '../../src/redaction/redactor.ts';
import { shownBody } from '../../src/redaction/shown-body.ts';
import type { Partner } from '../../src/redaction/shown-url.ts';

/** Every error response that LinkedIn's token endpoint is known for: status, code, words. */
const TOKEN_ERRORS: readonly (readonly [string, string])[] = [
  ['invalid_client', 'Client authentication failed'],
  ['access_denied', 'This application is not allowed to create application tokens'],
  ['invalid_client_id', 'The passed in client_id is invalid "abcdefghijk"'],
  ['invalid_grant_type', 'The passed in grant_type is invalid'],
  ...['grant_type', 'client_id', 'client_secret', 'code', 'redirect_uri', 'refresh_token'].map(
    (name) => ['invalid_request', `A required parameter "${name}" is missing`] as const,
  ),
  ['invalid_request', 'Unable to retrieve access token: authorization code not found'],
  [
    'invalid_redirect_uri',
    'Unable to retrieve access token: appid/redirect uri/code verifier does not match authorization code. Or authorization code expired. Or external member binding exists',
  ],
  [
    'invalid_request',
    'Unable to retrieve access token: appid or redirect uri does not match authorization code or authorization code expired',
  ],
  [
    'invalid_request',
    'missing required parameters, includes an invalid parameter value, parameter more than once. : client_id',
  ],
  [
    'invalid_request',
    'missing required parameters, includes an invalid parameter value, parameter more than once. : Unable to retrieve access token : appId or redirect uri does not match authorization code',
  ],
  ['invalid_grant', 'The provided authorization grant or refresh token is invalid, expired or revoked.'],
  ['refresh_token_client_mismatch', 'The passed in client_id does not own the refresh token'],
  ['access_denied', 'Refresh token not allowed'],
];

test.each(TOKEN_ERRORS)('the token error %s, "%s" stays readable', (error, error_description) => {
  readable(JSON.stringify({ error, error_description }), 'authorization-server');
});

/** The same of its APIs. */
const API_ERRORS: readonly object[] = [
  { status: 401, serviceErrorCode: 65600, code: 'INVALID_ACCESS_TOKEN', message: 'Invalid access token' },
  { serviceErrorCode: 65600, message: 'Invalid access token', status: 401 },
  {
    status: 401,
    serviceErrorCode: 65601,
    code: 'REVOKED_ACCESS_TOKEN',
    message: 'The token used in the request has been revoked by the user',
  },
  {
    status: 401,
    serviceErrorCode: 65602,
    code: 'EXPIRED_ACCESS_TOKEN',
    message: 'The token used in the request has expired',
  },
  { status: 401, serviceErrorCode: 65604, code: 'EMPTY_ACCESS_TOKEN', message: 'Empty oauth2 access token' },
  { message: 'Empty oauth2_access_token', serviceErrorCode: 401, status: 401 },
  { status: 401, message: 'Unknown authentication schema' },
  {
    errorCode: 0,
    message: 'Unable to verify access token',
    status: 401,
    timestamp: 1_411_060_800_000,
  },
  {
    status: 403,
    serviceErrorCode: 100,
    code: 'ACCESS_DENIED',
    message: 'Not enough permissions to access: me.GET.NO_VERSION',
  },
  {
    message: 'Not enough permissions to access: userinfo.GET.NO_VERSION',
    code: 'ACCESS_DENIED',
    status: 403,
  },
  { message: 'Not enough permissions to access: partnerApiSocialActions.CREATE.20260701', status: 403 },
  { message: 'Not enough permissions to access: GET /me', serviceErrorCode: 100, status: 403 },
  { message: 'Not enough permissions to access: POST /ugcPosts', serviceErrorCode: 100, status: 403 },
  {
    message: 'Not enough permissions to access: GET-members /emailAddress',
    serviceErrorCode: 100,
    status: 403,
  },
  {
    status: 403,
    serviceErrorCode: 100,
    code: 'ACCESS_DENIED',
    message:
      'Field Value validation failed in REQUEST_BODY: Data Processing Exception while processing fields [/author]',
  },
  {
    status: 400,
    code: 'VERSION_MISSING',
    message: 'A version must be present. Please specify a version by adding the LinkedIn-Version header.',
  },
  { status: 426, code: 'NONEXISTENT_VERSION', message: 'Requested version 20250401 is not active' },
  { status: 404, code: 'RESOURCE_NOT_FOUND', message: 'No virtual resource found' },
  { status: 404, message: 'Resource ugcPosts does not exist' },
  { status: 422, message: 'ERROR :: /specificContent :: "x" is not a valid value' },
  {
    status: 429,
    serviceErrorCode: 101,
    code: 'TOO_MANY_REQUESTS',
    message: 'Resource level throttle APPLICATION DAY limit for calls to this resource is reached.',
  },
  {
    status: 429,
    serviceErrorCode: 101,
    message:
      'Resource level throttle APPLICATION_AND_MEMBER DAY limit for calls to this resource is reached.',
  },
  {
    status: 429,
    serviceErrorCode: 101,
    message: 'Resource level throttle limit for calls to this resource is reached.',
  },
  { 'displayImage!': { serviceErrorCode: 101, status: 429, message: 'Resource level throttle' } },
];

test.each(API_ERRORS.map((error) => JSON.stringify(error)))('the API error %s stays readable', (text) => {
  readable(text, 'api');
  // Where no token was sent, nothing says that it is an API.
  readable(text, 'authorization-server');
});

test('so does what LinkedIn says on a page', () => {
  for (const words of [
    'Bummer, something went wrong. The redirect_uri does not match the registered value',
    'Bummer, something went wrong. The passed in client_id is invalid "undefined"',
    'invalid redirect_uri. This value must match a URL registered with the API Key.',
  ]) {
    expect(shown(`<html><body><p>${words}</p></body></html>`, 'authorization-server')).toBe(words);
  }
  expect(shown('999 Request denied', 'api')).toBe('999 Request denied');
});

function readable(text: string, partner: Partner): void {
  expect(shown(text, partner)).toBe(text);
}

/** With the secrets of a run that have nothing to do with it. */
function shown(text: string, partner: Partner): string {
  const redactor = createRedactor();
  redactor.learn('client_secret', 'WPL_AP1.tu3hC0mpL3x.Zm9vYmFy');
  redactor.learn('access_token', 'AQXdSP_W41_UPs5ioT_t8HESyODB4FqbkJ8LrV');
  redactor.learn('password', 'correct horse');
  return shownBody({ text, isCut: false }, 10_000, { partner, hideAll: false, redactor }).text;
}

test.each(API_ERRORS.filter((error) => 'code' in error) as { code: string; message: string }[])(
  "so does $code in legwork's own sentence about it",
  ({ code, message }) => {
    const sentence = `The API answered 401: "${code}": "${message}".`;
    expect(createRedactor().text(sentence)).toBe(sentence);
  },
);

test('and so do the codes of RFC 6750 and RFC 8628; a value that is no sentence stays masked', () => {
  for (const sentence of [
    '"invalid_token": "The access token expired, or was revoked"',
    '"expired_token": "The device code is too old"',
  ]) {
    expect(createRedactor().text(sentence)).toBe(sentence);
  }
  for (const value of ['x7', 'two words', 'The token f3Kq8ZxT0pLmW7dR2vNy has expired', 'a b c {{x']) {
    expect(createRedactor().text(`"invalid_token": "${value}"`)).toBe('"invalid_token": "‹invalid_token›"');
  }
  expect(createRedactor().text('"access_token": "one two three"')).toBe('"access_token": "‹access_token›"');
});

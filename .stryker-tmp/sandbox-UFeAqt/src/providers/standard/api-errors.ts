// @ts-nocheck
import type { ErrorCase } from '../error-case.ts';

const BEARER = 'https://www.rfc-editor.org/rfc/rfc6750#section-3.1';

/** How a protected resource says no: RFC 6750 section 3.1, by `error` of the WWW-Authenticate header or the body. */
export const standardApiErrors = {
  api_invalid_request: {
    place: 'api',
    status: 400,
    error: 'invalid_request',
    cause: 'The request is malformed, or carries the token in more than one way.',
    remedy: 'Send the token once, as "Authorization: Bearer" followed by the access token.',
    source: BEARER,
    confidence: 'documented',
  },
  invalid_access_token: {
    place: 'api',
    status: 401,
    error: 'invalid_token',
    cause: 'The access token is malformed, expired, revoked, or meant for another API.',
    remedy: 'Get a new token; where it is refused at once, compare its audience with the API.',
    source: BEARER,
    confidence: 'documented',
  },
  insufficient_scope: {
    place: 'api',
    status: 403,
    error: 'insufficient_scope',
    cause: 'The access token lacks a scope that the resource needs.',
    remedy:
      'Ask for the scope that the WWW-Authenticate header names, and go through the authorization again.',
    source: BEARER,
    confidence: 'documented',
  },
} as const satisfies Record<string, ErrorCase>;

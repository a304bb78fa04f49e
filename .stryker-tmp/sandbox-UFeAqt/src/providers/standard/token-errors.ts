// @ts-nocheck
import type { ErrorCase } from '../error-case.ts';

const OAUTH = 'https://www.rfc-editor.org/rfc/rfc6749#section-5.2';
const INTROSPECTION = 'https://www.rfc-editor.org/rfc/rfc7662#section-2.3';

/**
 * How a token endpoint says no: RFC 6749 section 5.2. Servers differ in the status (400, 401 and 403 were seen for
 * one and the same code), so that the code is what counts.
 */
export const standardTokenErrors = {
  client_authentication_failed: {
    place: 'token',
    status: 401,
    otherStatuses: [400, 403],
    error: 'invalid_client',
    cause:
      'The client_id is unknown, the client_secret is wrong, or the server wants it in another way (in the body or in an Authorization header).',
    remedy:
      'Copy both from where the client was registered, and compare "client_authentication" of the profile file with the registration.',
    source: OAUTH,
    confidence: 'documented',
  },
  token_invalid_request: {
    place: 'token',
    status: 400,
    otherStatuses: [401],
    error: 'invalid_request',
    cause: 'A parameter of the token request is missing, has a wrong value, or is there twice.',
    remedy: 'Read the error_description, and send each parameter once in the form body of a POST.',
    source: OAUTH,
    confidence: 'documented',
  },
  invalid_grant: {
    place: 'token',
    status: 400,
    otherStatuses: [401, 403],
    error: 'invalid_grant',
    otherErrors: ['invalid_code'],
    cause:
      'The code or refresh token is unknown, expired, used or revoked, belongs to another client, or came with another redirect_uri or code_verifier.',
    remedy:
      'Exchange each code once, at once, with the same client, redirect_uri and code_verifier; otherwise go through the authorization again.',
    source: OAUTH,
    confidence: 'documented',
  },
  token_unauthorized_client: {
    place: 'token',
    status: 400,
    otherStatuses: [401, 403],
    error: 'unauthorized_client',
    cause: 'The client may not use this grant_type.',
    remedy: 'Allow the grant in the registration of the client.',
    source: OAUTH,
    confidence: 'documented',
  },
  unsupported_grant_type: {
    place: 'token',
    status: 400,
    error: 'unsupported_grant_type',
    cause: 'The server does not offer this grant_type.',
    remedy: 'Take the grant out of "grant_types_supported" in the profile file, or enable it in the server.',
    source: OAUTH,
    confidence: 'documented',
  },
  token_invalid_scope: {
    place: 'token',
    status: 400,
    error: 'invalid_scope',
    cause: 'A scope is unknown, malformed, not allowed for the client, or more than was granted before.',
    remedy: 'Ask only for scopes that the server lists and that the client may have.',
    source: OAUTH,
    confidence: 'documented',
  },
  token_invalid_target: {
    place: 'token',
    status: 400,
    error: 'invalid_target',
    cause: 'The parameter resource names something that the server does not know.',
    remedy: 'Correct "resource" in the token_parameters of the profile file.',
    source: 'https://www.rfc-editor.org/rfc/rfc8707#section-2',
    confidence: 'documented',
  },
  introspection_client_failed: {
    place: 'introspection',
    status: 401,
    otherStatuses: [400, 403],
    error: 'invalid_client',
    cause: 'The client could not prove who it is, or may not introspect tokens.',
    remedy: 'Send the credentials of a client that may introspect tokens.',
    source: INTROSPECTION,
    confidence: 'documented',
  },
} as const satisfies Record<string, ErrorCase>;

import type { ErrorCase } from '../error-case.ts';
import {
  clientAuthenticationCauses,
  codeMismatchCauses,
  missingParameterCauses,
} from './token-error-causes.ts';

const CLIENT_CREDENTIALS_FLOW =
  'https://learn.microsoft.com/en-us/linkedin/shared/authentication/client-credentials-flow';
const AUTHORIZATION_CODE_FLOW =
  'https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow';
const REFRESH =
  'https://learn.microsoft.com/en-us/linkedin/shared/authentication/programmatic-refresh-tokens';

const SEND_IN_BODY =
  'Send all values in the form body (Content-Type application/x-www-form-urlencoded) of a POST; LinkedIn takes nothing from the query string, and since August 2022 nothing from an Authorization header.';

/** How LinkedIn's token endpoint says no. Judge by the body: documentation and logs differ in status and name. */
export const tokenErrors = {
  client_authentication_failed: {
    place: 'token',
    status: 401,
    error: 'invalid_client',
    otherErrors: ['invalid_client_id'],
    text: 'Client authentication failed',
    cause: 'The client_secret is wrong, or was damaged on the way (a "+" or "/" that was not form-encoded).',
    remedy:
      'Copy the secret from the developer portal, tab "Auth", into client_secret, and send it form-encoded in the body.',
    causes: clientAuthenticationCauses,
    source: CLIENT_CREDENTIALS_FLOW,
    confidence: 'documented',
  },
  code_verifier_on_ordinary_endpoint: {
    place: 'token',
    status: 401,
    error: 'invalid_client',
    text: 'Client authentication failed',
    cause:
      "A code_verifier was sent for a code from LinkedIn's ordinary authorization endpoint, which refuses even a matching one.",
    remedy:
      'Leave PKCE out, or use the native PKCE endpoint, which LinkedIn must enable for the application.',
    source: 'nextauthjs/next-auth#8831; nextauthjs/next-auth#10765; teamhanko/hanko#2405',
    confidence: 'observed',
  },
  application_tokens_not_allowed: {
    place: 'token',
    status: 401,
    error: 'access_denied',
    text: 'This application is not allowed to create application tokens',
    cause:
      'The client credentials flow is not enabled for the application. No self-serve product enables it.',
    remedy:
      "Ask LinkedIn for a product with application access, or use the three-legged flow with a member's consent.",
    source: CLIENT_CREDENTIALS_FLOW,
    confidence: 'documented',
  },
  token_unknown_client_id: {
    place: 'token',
    status: 400,
    error: 'invalid_client_id',
    text: 'The passed in client_id is invalid "{client_id}"',
    cause: 'LinkedIn knows no application with this client_id.',
    remedy: 'Copy the Client ID from the developer portal, tab "Auth", into client_id.',
    source: CLIENT_CREDENTIALS_FLOW,
    confidence: 'documented',
  },
  invalid_grant_type: {
    place: 'token',
    status: 400,
    error: 'invalid_grant_type',
    text: 'The passed in grant_type is invalid',
    cause: 'LinkedIn does not know this grant_type.',
    remedy:
      'Send grant_type=client_credentials, authorization_code or refresh_token, spelled exactly so, in the form body.',
    source: 'a public question on LinkedIn bearer tokens with Postman',
    confidence: 'observed',
  },
  token_parameter_missing: {
    place: 'token',
    status: 400,
    error: 'invalid_request',
    text: 'A required parameter "{parameter}" is missing',
    cause: 'The form body lacks the parameter. Values in the query string or in a Basic header do not count.',
    remedy: SEND_IN_BODY,
    causes: missingParameterCauses,
    source: `${CLIENT_CREDENTIALS_FLOW}; ${AUTHORIZATION_CODE_FLOW}`,
    confidence: 'documented',
  },
  code_not_found: {
    place: 'token',
    status: 400,
    otherStatuses: [401],
    error: 'invalid_request',
    text: 'Unable to retrieve access token: authorization code not found',
    cause: 'LinkedIn never issued this code, or has forgotten it.',
    remedy: 'Take the code from the callback unchanged, percent-decoded once, and exchange it at once.',
    source: AUTHORIZATION_CODE_FLOW,
    confidence: 'documented',
  },
  code_mismatch: {
    place: 'token',
    status: 400,
    otherStatuses: [401],
    error: 'invalid_request',
    otherErrors: ['invalid_redirect_uri'],
    text: 'Unable to retrieve access token: appid/redirect uri/code verifier does not match authorization code. Or authorization code expired. Or external member binding exists',
    cause:
      'One of: the code was used before; it is older than 30 minutes; the redirect_uri differs from that of the authorization request; the code belongs to another application; a code_verifier does not match.',
    remedy:
      'Exchange each code once, within 30 minutes, with the same client and the same redirect_uri as in the authorization request.',
    causes: codeMismatchCauses,
    source: `${AUTHORIZATION_CODE_FLOW}; CarSnoop-Inc/carsnoop-issues#66; pennersr/django-allauth#2304`,
    confidence: 'documented',
  },
  code_mismatch_before_2018: {
    place: 'token',
    status: 400,
    error: 'invalid_request',
    text: 'Unable to retrieve access token: appid or redirect uri does not match authorization code or authorization code expired',
    otherTexts: ['Unable to retrieve access token : appId or redirect uri does not match'],
    cause: 'As for the newer wording: code used, expired, or bound to another client or redirect_uri.',
    remedy: 'Exchange each code once, at once, with the same client and redirect_uri.',
    source: 'Happyr/LinkedIn-API-client#142',
    confidence: 'observed',
    past: true,
  },
  parameters_before_2017: {
    place: 'token',
    status: 400,
    error: 'invalid_request',
    text: 'missing required parameters, includes an invalid parameter value, parameter more than once. : {parameter}',
    cause: 'The named parameter is missing, wrong or doubled (wording of 2014 to 2016).',
    remedy: SEND_IN_BODY,
    source: 'p2/OAuth2#73',
    confidence: 'observed',
    past: true,
  },
  refresh_token_invalid: {
    place: 'token',
    status: 400,
    error: 'invalid_grant',
    otherErrors: ['invalid_request'],
    text: 'The provided authorization grant or refresh token is invalid, expired or revoked.',
    cause: 'The refresh token is unknown, older than a year, or was revoked by the member or by LinkedIn.',
    remedy: 'Send the member through the authorization again.',
    source: REFRESH,
    confidence: 'documented',
  },
  refresh_token_client_mismatch: {
    place: 'token',
    status: 400,
    error: 'refresh_token_client_mismatch',
    text: 'The passed in client_id does not own the refresh token',
    cause: 'The refresh token was issued to another application.',
    remedy: 'Send the client_id and client_secret of the application that received the refresh token.',
    source: 'public thread',
    confidence: 'observed',
  },
  refresh_not_allowed: {
    place: 'token',
    status: 400,
    error: 'access_denied',
    text: 'Refresh token not allowed',
    cause:
      'The application does not have programmatic refresh tokens; LinkedIn gives them to approved partners.',
    remedy:
      'Go through the authorization again before the token expires: no page is shown while the member is signed in.',
    source: 'public threads; the status is inferred',
    confidence: 'observed',
  },
  introspection_client_failed: {
    place: 'introspection',
    status: 401,
    error: 'invalid_client',
    // Documented is the status alone; the body is assumed to have the shape of the token endpoint.
    text: 'Client authentication failed',
    cause: 'The client_secret is wrong.',
    remedy: 'Send client_id, client_secret and token in the form body.',
    source: 'https://learn.microsoft.com/en-us/linkedin/shared/authentication/token-introspection',
    confidence: 'inferred',
  },
  introspection_parameter_missing: {
    place: 'introspection',
    status: 400,
    error: 'invalid_request',
    text: 'A required parameter "{parameter}" is missing',
    cause: 'The form body lacks the parameter.',
    remedy: 'Send client_id, client_secret and token in the form body.',
    source: 'https://learn.microsoft.com/en-us/linkedin/shared/authentication/token-introspection',
    confidence: 'inferred',
  },
  introspection_unknown_client_id: {
    place: 'introspection',
    status: 400,
    error: 'invalid_client_id',
    text: 'The passed in client_id is invalid "{client_id}"',
    cause: 'LinkedIn knows no application with this client_id.',
    remedy: 'Copy the Client ID from the developer portal, tab "Auth", into client_id.',
    source: 'https://learn.microsoft.com/en-us/linkedin/shared/authentication/token-introspection',
    confidence: 'inferred',
  },
} as const satisfies Record<string, ErrorCase>;

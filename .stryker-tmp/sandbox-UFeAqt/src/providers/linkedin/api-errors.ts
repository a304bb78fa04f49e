// @ts-nocheck
import type { ErrorCase } from '../error-case.ts';

const ERROR_HANDLING = 'https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/error-handling';
const VERSIONING = 'https://learn.microsoft.com/en-us/linkedin/marketing/versioning';
const RATE_LIMITS = 'https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/rate-limits';

const ASK_FOR_SCOPE =
  'Ask for a scope that covers the resource (the developer portal lists them, tab "Auth") and send the member through the authorization again.';

/** How api.linkedin.com says no. Gateway errors have no serviceErrorCode. */
export const apiErrors = {
  invalid_access_token: {
    place: 'api',
    status: 401,
    serviceErrorCode: 65600,
    error: 'INVALID_ACCESS_TOKEN',
    text: 'Invalid access token',
    cause: 'The bearer token is not one that LinkedIn issued, or it was cut short.',
    remedy: 'Send the whole access token; real ones have 350 to 1,000 characters.',
    source: ERROR_HANDLING,
    confidence: 'documented',
  },
  revoked_access_token: {
    place: 'api',
    status: 401,
    serviceErrorCode: 65601,
    error: 'REVOKED_ACCESS_TOKEN',
    text: 'The token used in the request has been revoked by the user',
    cause:
      'The member or LinkedIn revoked the token, or a later authorization with other scopes replaced it. Within seconds after issue it can also mean that the token has not reached all servers yet.',
    remedy:
      'Right after issue wait ten seconds and try again; otherwise send the member through the authorization again.',
    source: `${ERROR_HANDLING}; tachyons/omniauth-linkedin-openid#6; tomasvotava/fastapi-sso#196`,
    confidence: 'observed',
  },
  expired_access_token: {
    place: 'api',
    status: 401,
    serviceErrorCode: 65602,
    error: 'EXPIRED_ACCESS_TOKEN',
    text: 'The token used in the request has expired',
    cause: 'The token is older than its life: 60 days for members, 30 minutes for applications.',
    remedy:
      'Get a new token: by refresh token, by client credentials, or by going through the authorization again.',
    source: ERROR_HANDLING,
    confidence: 'observed',
  },
  empty_access_token: {
    place: 'api',
    status: 401,
    serviceErrorCode: 65604,
    error: 'EMPTY_ACCESS_TOKEN',
    text: 'Empty oauth2 access token',
    otherTexts: ['Empty oauth2_access_token'],
    cause: 'The Authorization header is missing or empty.',
    remedy: 'Send "Authorization: Bearer" followed by the access token.',
    source: ERROR_HANDLING,
    confidence: 'observed',
  },
  unknown_authentication_scheme: {
    place: 'api',
    status: 401,
    text: 'Unknown authentication schema',
    cause: 'The Authorization header does not begin with "Bearer".',
    remedy: 'Send "Authorization: Bearer" followed by the access token.',
    source: ERROR_HANDLING,
    confidence: 'documented',
  },
  unable_to_verify_token: {
    place: 'api',
    status: 401,
    text: 'Unable to verify access token',
    cause: 'The token could not be verified (wording of the first version of the API).',
    remedy: 'Get a new token.',
    source: 'public threads up to 2019',
    confidence: 'observed',
    past: true,
  },
  not_enough_permissions: {
    place: 'api',
    status: 403,
    serviceErrorCode: 100,
    error: 'ACCESS_DENIED',
    text: 'Not enough permissions to access: {operation}',
    cause:
      'The token lacks the scope of the resource. Tokens with OpenID scopes read /v2/userinfo, not /v2/me.',
    remedy: ASK_FOR_SCOPE,
    source: ERROR_HANDLING,
    confidence: 'documented',
  },
  author_not_allowed: {
    place: 'api',
    status: 403,
    serviceErrorCode: 100,
    error: 'ACCESS_DENIED',
    text: 'Field Value validation failed in REQUEST_BODY: Data Processing Exception while processing fields [/author]',
    cause: 'The author is a bare id, or a URN that this token may not act for.',
    remedy: 'Send author as "urn:li:person:" followed by the member id ("sub" of userinfo).',
    source: 'about nine public threads',
    confidence: 'observed',
  },
  version_missing: {
    place: 'api',
    status: 400,
    error: 'VERSION_MISSING',
    text: 'A version must be present. Please specify a version by adding the LinkedIn-Version header.',
    cause: 'A request under /rest/ has no LinkedIn-Version header.',
    remedy: 'Send LinkedIn-Version with a month of the last year, such as 202608.',
    source: VERSIONING,
    confidence: 'observed',
  },
  nonexistent_version: {
    place: 'api',
    status: 426,
    error: 'NONEXISTENT_VERSION',
    text: 'Requested version {version} is not active',
    cause:
      'The month in the LinkedIn-Version header is not supported any more, or not yet. Each is kept for at least a year.',
    remedy: 'Send a month of the last year, such as 202608.',
    source: `${VERSIONING}; n8n-io/n8n#14737; PipedreamHQ/pipedream#18398`,
    confidence: 'observed',
  },
  resource_not_found: {
    place: 'api',
    status: 404,
    error: 'RESOURCE_NOT_FOUND',
    text: 'No virtual resource found',
    otherTexts: ['Resource {operation} does not exist'],
    cause: 'There is no such resource.',
    remedy: 'Check path and method against the documentation.',
    source: ERROR_HANDLING,
    confidence: 'observed',
  },
  invalid_body: {
    place: 'api',
    status: 422,
    otherStatuses: [400],
    text: 'ERROR :: {path} :: {reason}',
    cause: 'A field of the request body is missing or wrong.',
    remedy: 'Mend the field that is named.',
    source: ERROR_HANDLING,
    confidence: 'observed',
  },
  throttled: {
    place: 'api',
    status: 429,
    serviceErrorCode: 101,
    error: 'TOO_MANY_REQUESTS',
    text: 'Resource level throttle {limit} limit for calls to this resource is reached.',
    otherTexts: ['Resource level throttle limit for calls to this resource is reached.'],
    cause:
      'A daily limit is used up. There is one per application and one per member and application; LinkedIn sends no Retry-After.',
    remedy: 'Wait until midnight UTC, when the counters start again, or ask for a higher limit.',
    source: RATE_LIMITS,
    confidence: 'observed',
  },
} as const satisfies Record<string, ErrorCase>;

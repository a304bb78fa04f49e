import type { Lifetimes, ServerMetadata } from '../profile.ts';

/**
 * The discovery document that LinkedIn publishes at
 * https://www.linkedin.com/oauth/.well-known/openid-configuration, member by member in its order
 * (as probed on 2026-06-20 and seen again on 2026-08-04). The issuer moved to `/oauth` in April 2024.
 */
export const discoveryDocument = {
  issuer: 'https://www.linkedin.com/oauth',
  authorization_endpoint: 'https://www.linkedin.com/oauth/v2/authorization',
  token_endpoint: 'https://www.linkedin.com/oauth/v2/accessToken',
  userinfo_endpoint: 'https://api.linkedin.com/v2/userinfo',
  jwks_uri: 'https://www.linkedin.com/oauth/openid/jwks',
  response_types_supported: ['code'],
  subject_types_supported: ['pairwise'],
  id_token_signing_alg_values_supported: ['RS256'],
  scopes_supported: ['openid', 'profile', 'email'],
  claims_supported: [
    'iss',
    'aud',
    'iat',
    'exp',
    'sub',
    'name',
    'given_name',
    'family_name',
    'picture',
    'email',
    'email_verified',
    'locale',
  ],
} as const satisfies ServerMetadata;

/**
 * Seconds. Source: the pages on the authorization code flow (codes 30 minutes, tokens 60 days), on client
 * credentials (30 minutes) and on programmatic refresh (365 days from first issue, not extended).
 */
export const lifetimes = {
  code: 30 * 60,
  memberToken: 60 * 86_400,
  applicationToken: 30 * 60,
  refreshToken: 365 * 86_400,
} as const satisfies Lifetimes;

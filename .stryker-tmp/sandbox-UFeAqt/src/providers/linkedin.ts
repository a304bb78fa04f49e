// @ts-nocheck
import { apiErrors } from './linkedin/api-errors.ts';
import { authorizationErrors } from './linkedin/authorization-errors.ts';
import { paths, signIn } from './linkedin/pages.ts';
import { applicationResource, memberResources } from './linkedin/resources.ts';
import { scopes } from './linkedin/scopes.ts';
import { tokenErrors } from './linkedin/token-errors.ts';
import type { Lifetimes, Profile, ServerMetadata } from './profile.ts';
import { defaultRetry } from './retry.ts';

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

/** LinkedIn, as far as it is known to the outside. The only place that knows LinkedIn. */
export const linkedin = {
  id: 'linkedin',
  name: 'LinkedIn',
  environmentPrefix: 'LINKEDIN',
  metadata: {
    ...discoveryDocument,
    // Both exist and are absent from the discovery document. Introspection is documented
    // (…/shared/authentication/token-introspection), revocation is not (segmentio/action-destinations#2355).
    introspection_endpoint: 'https://www.linkedin.com/oauth/v2/introspectToken',
    revocation_endpoint: 'https://www.linkedin.com/oauth/v2/revoke',
  },
  grants: ['authorization_code', 'client_credentials', 'refresh_token'],
  defaultScope: ['openid', 'profile', 'email'],
  // Application tokens get what the products of the application allow; there is no scope parameter.
  applicationScope: '',
  // The ordinary endpoint ignores a code_challenge and then refuses the code_verifier (nextauthjs/next-auth#8831).
  pkce: 'none',
  // https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow-native
  nativeAuthorizationEndpoint: new URL(paths.nativeAuthorization, discoveryDocument.authorization_endpoint)
    .href,
  // Accepted silently and never repeated (linkedin-developers/linkedin-api-js-client#34).
  echoesNonce: false,
  // Basic alone stopped working in August 2022 (nextauthjs/next-auth#5220).
  clientAuthentication: 'client_secret_post',
  authorizationParameters: {},
  tokenParameters: {},
  signIn,
  apiBaseUrl: 'https://api.linkedin.com',
  applicationApiUrl: '',
  probeUrl: '{{api_base_url}}/v2/me',
  memberResources,
  applicationResource,
  // https://learn.microsoft.com/en-us/linkedin/shared/authentication/token-introspection
  introspectionAuthTypes: { member: '3L', application: '2L' },
  invalidToken: apiErrors.invalid_access_token,
  // A token can be "revoked" for some seconds after its issue, until it has reached all servers
  // (tachyons/omniauth-linkedin-openid#6, tomasvotava/fastapi-sso#196); ten seconds are what people report.
  retry: { ...defaultRetry, freshToken: { refusal: 'revoked_access_token', withinMs: 30_000 } },
  errors: { ...authorizationErrors, ...tokenErrors, ...apiErrors },
  scopes,
} as const satisfies Profile;

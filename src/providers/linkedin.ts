import { linkedin as facts } from './atlas/linkedin.ts';
import { errors } from './linkedin/errors.ts';
import { discoveryDocument } from './linkedin/metadata.ts';
import { paths, signIn } from './linkedin/pages.ts';
import { applicationResource, memberResources } from './linkedin/resources.ts';
import { scopes } from './linkedin/scopes.ts';
import type { Profile } from './profile.ts';
import { defaultRetry } from './retry.ts';

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
  invalidToken: errors.invalid_access_token,
  // A token can be "revoked" for some seconds after its issue, until it has reached all servers
  // (tachyons/omniauth-linkedin-openid#6, tomasvotava/fastapi-sso#196); ten seconds are what people report.
  retry: { ...defaultRetry, freshToken: { refusal: 'revoked_access_token', withinMs: 30_000 } },
  errors,
  scopes,
  facts,
} as const satisfies Profile;

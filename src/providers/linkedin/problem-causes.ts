import type { ProblemCause } from '../facts.ts';
import type { errors } from './errors.ts';

/** What is behind each case of the profile, in the words of the fixed list. A case that is missing does not compile. */
const causes: Readonly<Record<keyof typeof errors, ProblemCause>> = {
  redirect_uri_mismatch: 'redirect-uri',
  unknown_client_id: 'client-id',
  unauthorized_scope: 'scope',
  authorization_parameter_missing: 'request',
  unsupported_response_type: 'request',
  native_pkce_not_enabled: 'pkce',
  user_cancelled_login: 'consent',
  user_cancelled_authorize: 'consent',
  access_denied_before_2017: 'consent',
  invalid_scope_before_2018: 'scope',
  client_authentication_failed: 'client-authentication',
  code_verifier_on_ordinary_endpoint: 'client-authentication',
  application_tokens_not_allowed: 'grant',
  token_unknown_client_id: 'client-id',
  invalid_grant_type: 'grant',
  token_parameter_missing: 'request',
  code_not_found: 'code',
  code_mismatch: 'code',
  code_mismatch_before_2018: 'code',
  parameters_before_2017: 'request',
  refresh_token_invalid: 'token',
  refresh_token_client_mismatch: 'token',
  refresh_not_allowed: 'grant',
  introspection_client_failed: 'client-authentication',
  introspection_parameter_missing: 'request',
  introspection_unknown_client_id: 'client-id',
  invalid_access_token: 'token',
  revoked_access_token: 'token',
  expired_access_token: 'token',
  empty_access_token: 'token',
  unknown_authentication_scheme: 'request',
  unable_to_verify_token: 'token',
  not_enough_permissions: 'permission',
  author_not_allowed: 'permission',
  version_missing: 'version',
  nonexistent_version: 'version',
  resource_not_found: 'request',
  invalid_body: 'request',
  throttled: 'throttled',
};

/** The cause behind a case of LinkedIn, by its name in the profile. */
export const linkedinCauses: Readonly<Record<string, ProblemCause | undefined>> = causes;

import type { ProblemCause } from '../facts.ts';
import type { standardErrors } from '../standard-errors.ts';

/** What is behind each case of the RFCs, in the words of the fixed list. A case that is missing does not compile. */
const causes: Readonly<Record<keyof typeof standardErrors, ProblemCause>> = {
  redirect_uri_mismatch: 'redirect-uri',
  unknown_client_id: 'client-id',
  authorization_invalid_request: 'request',
  authorization_unauthorized_client: 'grant',
  access_denied: 'consent',
  unsupported_response_type: 'request',
  authorization_invalid_scope: 'scope',
  authorization_server_error: 'server',
  authorization_temporarily_unavailable: 'server',
  interaction_required: 'consent',
  login_required: 'consent',
  account_selection_required: 'consent',
  consent_required: 'consent',
  invalid_request_uri: 'request',
  invalid_request_object: 'request',
  request_not_supported: 'request',
  request_uri_not_supported: 'request',
  registration_not_supported: 'request',
  invalid_target: 'request',
  client_authentication_failed: 'client-authentication',
  token_invalid_request: 'request',
  invalid_grant: 'code',
  token_unauthorized_client: 'grant',
  unsupported_grant_type: 'grant',
  token_invalid_scope: 'scope',
  token_invalid_target: 'request',
  introspection_client_failed: 'client-authentication',
  api_invalid_request: 'request',
  invalid_access_token: 'token',
  insufficient_scope: 'permission',
};

/** The cause behind a case of the RFCs, by its name. */
export const standardCauses: Readonly<Record<string, ProblemCause | undefined>> = causes;

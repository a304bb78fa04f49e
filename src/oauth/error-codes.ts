/**
 * Values of `error` that a specification defines: RFC 6749 sections 4.1.2.1 and 5.2, RFC 6750 section 3.1, RFC 7009
 * section 2.2.1, RFC 7591 section 3.2.2, RFC 8628 section 3.5, RFC 8707 section 2, RFC 9396 section 5, RFC 9449
 * sections 5 and 8, RFC 9470 section 3, and OpenID Connect Core section 3.1.2.6.
 */
const registered: ReadonlySet<string> = new Set([
  'access_denied',
  'account_selection_required',
  'authorization_pending',
  'consent_required',
  'expired_token',
  'insufficient_scope',
  'insufficient_user_authentication',
  'interaction_required',
  'invalid_authorization_details',
  'invalid_client',
  'invalid_client_metadata',
  'invalid_dpop_proof',
  'invalid_grant',
  'invalid_redirect_uri',
  'invalid_request',
  'invalid_request_object',
  'invalid_request_uri',
  'invalid_scope',
  'invalid_software_statement',
  'invalid_target',
  'invalid_token',
  'login_required',
  'registration_not_supported',
  'request_not_supported',
  'request_uri_not_supported',
  'server_error',
  'slow_down',
  'temporarily_unavailable',
  'unapproved_software_statement',
  'unauthorized_client',
  'unsupported_grant_type',
  'unsupported_response_type',
  'unsupported_token_type',
  'use_dpop_nonce',
]);

/** Whether any server may send a code: it says what kind of thing is wrong, and nothing of whose server it is. */
export function isSharedErrorCode(code: string): boolean {
  return registered.has(code);
}

/** All codes that a specification defines, in alphabetical order. */
export const sharedErrorCodes: readonly string[] = [...registered];

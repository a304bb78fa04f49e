// @ts-nocheck
import type { CollectionObservation, CollectionRequest } from './observation.ts';
import { resolved } from './resolve.ts';

/** Whether a request is an authorization request (RFC 6749 section 4.1.1). */
export function isAuthorization({ query }: CollectionRequest): boolean {
  const keys = query.map(({ key }) => key);
  return (
    keys.includes('response_type') ||
    (keys.includes('client_id') && keys.includes('redirect_uri') && !keys.includes('grant_type'))
  );
}

/** Whether a request goes to the token endpoint (RFC 6749 section 3.2). */
export function isTokenRequest(request: CollectionRequest, observation: CollectionObservation): boolean {
  if ([...request.query, ...request.fields].some(({ key }) => key === 'grant_type')) return true;
  const address = resolved(request.address, observation);
  return (
    address.includes('{{token_endpoint}}') ||
    address === observation.profile.metadata.token_endpoint ||
    /\/accessToken\/?$/i.test(address)
  );
}

/** Whether a request sends a login form. */
export function isLogin({ method, address, fields, prerequest }: CollectionRequest): boolean {
  if (method !== 'POST') return false;
  return (
    /login-submit|\/login\b/i.test(address) ||
    fields.some(({ key }) => /^(?:session_)?password$/i.test(key)) ||
    /session_password/.test(prerequest)
  );
}

/** A scripted login is in the collection: scripts read pages and redirects in place of a person. */
export function isScripted({ requests }: CollectionObservation): boolean {
  return requests.some(isAuthorization) && requests.some(isLogin);
}

/** Whether a script reads the header Location. */
export function readsLocation(script: string): boolean {
  return /['"`]location['"`]/i.test(script);
}

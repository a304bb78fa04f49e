import type { CollectionObservation, CollectionRequest } from './observation.ts';
import { resolved } from './resolve.ts';

/** Whether a request is an authorization request (RFC 6749 section 4.1.1). */
export function isAuthorization(request: CollectionRequest): boolean {
  const known = authorizations.get(request) ?? asksForCode(request);
  authorizations.set(request, known);
  return known;
}

const authorizations = new WeakMap<CollectionRequest, boolean>();

function asksForCode({ query, method }: CollectionRequest): boolean {
  if (query.length === 0) return false;
  if (method !== 'GET' && method !== 'POST') return false;
  const keys = query.map(({ key }) => key);
  if (keys.includes('grant_type') || keys.includes('code')) return false;
  const type = query.find(({ key }) => key === 'response_type')?.value ?? '';
  return (
    (/code|token|\{\{/.test(type) &&
      keys.some((key) => /^(?:client_id|redirect_uri|scope|state)$/.test(key))) ||
    (keys.includes('client_id') && keys.includes('redirect_uri') && !keys.includes('client_secret'))
  );
}

const TOKEN_PATH =
  /(?:oauth2?|connect|openid|oidc|protocol|sso|auth|login)[^?]*\/(?:access_?token|token)\/?$|\/accessToken\/?$|\/oauth\.(?:v2\.)?access$/i;

const PARAMETERS = ['client_id', 'client_secret', 'code', 'refresh_token', 'assertion', 'client_assertion'];

/** Whether a request goes to the token endpoint (RFC 6749 section 3.2). */
export function isTokenRequest(request: CollectionRequest, observation: CollectionObservation): boolean {
  const answers = tokenRequests.get(observation) ?? new Map<CollectionRequest, boolean>();
  tokenRequests.set(observation, answers);
  const known = answers.get(request) ?? asksForToken(request, observation);
  answers.set(request, known);
  return known;
}

const tokenRequests = new WeakMap<CollectionObservation, Map<CollectionRequest, boolean>>();

function asksForToken(request: CollectionRequest, observation: CollectionObservation): boolean {
  // What is left over in the body of a DELETE makes no token request of it.
  if (request.method !== 'POST' && request.method !== 'GET') return false;
  const sent = [...request.query, ...request.fields];
  if (sent.some(({ key, value }) => key === 'grant_type' && value !== '')) return true;
  const address = resolved(request.address, observation);
  if (address === observation.profile?.metadata.token_endpoint) return true;
  if (/\{\{\w*token_?(?:endpoint|url|uri)\}\}$/i.test(address)) return true;
  if (/\/oauth[^?]*\/accessToken\/?$/i.test(address)) return true;
  return (
    request.method === 'POST' &&
    (TOKEN_PATH.test(address) || /\/token\/?$/i.test(address)) &&
    sent.some(({ key }) => PARAMETERS.includes(key))
  );
}

/** Whether a request sends a login form: what a person would type, to the page that asked for it. */
export function isLogin(request: CollectionRequest, observation: CollectionObservation): boolean {
  const { method, address, fields, body, prerequest } = request;
  if (method !== 'POST' || body === 'json' || isTokenRequest(request, observation)) return false;
  const path = address.replace(/^(?:[a-z]+:)?\/\/[^/]*/i, '');
  return (
    /login-submit|\/(?:login|signin|sign-in)\b/i.test(path) ||
    fields.some(({ key }) => /^(?:session_)?passw(?:or)?d$/i.test(key)) ||
    /session_password/.test(prerequest)
  );
}

const READS_PAGE = /cheerio|\$\(\s*['"`](?:form|input)|responseBody|response\.text\(\)|['"`]location['"`]/i;

const scripted = new WeakMap<CollectionObservation, boolean>();

/**
 * A scripted login is in the collection: a page is fetched, and a form of it is read or sent, by scripts in place of a
 * person.
 */
export function isScripted(observation: CollectionObservation): boolean {
  const known = scripted.get(observation);
  if (known !== undefined) return known;
  const { requests, scripts } = observation;
  const result =
    scripts.some(({ text }) => READS_PAGE.test(text)) &&
    requests.some(isAuthorization) &&
    requests.some((request) => isLogin(request, observation));
  scripted.set(observation, result);
  return result;
}

/** Whether a script reads the header Location. */
export function readsLocation(script: string): boolean {
  return /['"`]location['"`]/i.test(script);
}

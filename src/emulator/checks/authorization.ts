import { splitScope } from '../../oauth/scope.ts';
import { authorizationErrors as errors } from '../../providers/linkedin/authorization-errors.ts';
import { tokenErrors } from '../../providers/linkedin/token-errors.ts';
import type { EmulatedApp } from '../config/config.ts';
import { ErrorResponse, type ErrorResponseForm } from '../http/error-response.ts';
import type { RequestContext } from '../http/request-context.ts';
import { parameterIsGiven } from './parameters.ts';

const PAGE: ErrorResponseForm = { kind: 'page' };

/** Errors about the client are shown to the person and never sent to the redirect_uri: RFC 6749 section 4.1.2.1. */
export function clientIsKnown({ query, emulator }: RequestContext): EmulatedApp {
  const clientId = parameterIsGiven(query, 'client_id', errors.authorization_parameter_missing, PAGE);
  const app = emulator.config.apps.find((candidate) => candidate.clientId === clientId);
  if (app === undefined) throw new ErrorResponse(errors.unknown_client_id, PAGE, { client_id: clientId });
  return app;
}

/**
 * The redirect_uri equals a registered one as text, after one decoding. Its query arguments are left
 * out of the comparison here; the token endpoint compares again, with them (learn.microsoft.com Q&A 617262).
 */
export function redirectUriIsRegistered({ query }: RequestContext, app: EmulatedApp): string {
  const sent = parameterIsGiven(query, 'redirect_uri', errors.authorization_parameter_missing, PAGE);
  const known = app.redirectUris.some((uri) => withoutQuery(uri) === withoutQuery(sent));
  // LinkedIn's page on the code flow: a redirect URL cannot contain a fragment (#).
  if (!known || sent.includes('#') || query.getAll('redirect_uri').length > 1)
    throw new ErrorResponse(errors.redirect_uri_mismatch, mismatchPage(sent, app));
  return sent;
}

function mismatchPage(sent: string, { redirectUris }: EmulatedApp): ErrorResponseForm {
  return { kind: 'page', redirectUris: { sent, registered: redirectUris } };
}

/** The native endpoint takes a registered loopback address with any port: RFC 8252 section 7.3. */
export function redirectUriIsLoopback(context: RequestContext, app: EmulatedApp): string {
  const sent = parameterIsGiven(context.query, 'redirect_uri', errors.authorization_parameter_missing, PAGE);
  const known = app.redirectUris.some((uri) => loopbackWithoutPort(uri) === loopbackWithoutPort(sent));
  if (!known || loopbackWithoutPort(sent) === undefined)
    throw new ErrorResponse(errors.redirect_uri_mismatch, mismatchPage(sent, app));
  return sent;
}

/** LinkedIn must enable the native endpoint for each application. */
export function nativePkceIsEnabled(app: EmulatedApp): void {
  if (!app.nativePkce) throw new ErrorResponse(errors.native_pkce_not_enabled, PAGE);
}

/** LinkedIn knows only the authorization code flow. */
export function responseTypeIsCode({ query }: RequestContext, form: ErrorResponseForm): void {
  const responseType = parameterIsGiven(query, 'response_type', errors.authorization_parameter_missing, form);
  if (responseType === 'code') return;
  throw new ErrorResponse(errors.unsupported_response_type, form, { response_type: responseType });
}

/** All scopes are granted or none; the first one that the application does not have is named, before any login. */
export function scopesAreAuthorized(
  { query }: RequestContext,
  granted: readonly string[],
  form: ErrorResponseForm,
): string[] {
  const scopes = splitScope(parameterIsGiven(query, 'scope', errors.authorization_parameter_missing, form));
  const stranger = scopes.find((scope) => !granted.includes(scope));
  if (stranger !== undefined) throw new ErrorResponse(errors.unauthorized_scope, form, { scope: stranger });
  return [...new Set(scopes)].sort();
}

/** The native endpoint requires a challenge, by S256: RFC 7636 section 4.3. What LinkedIn answers is not known. */
export function codeChallengeIsGiven({ query }: RequestContext, form: ErrorResponseForm): string {
  const missing = errors.authorization_parameter_missing;
  const challenge = parameterIsGiven(query, 'code_challenge', missing, form);
  const parameter = 'code_challenge_method';
  if (parameterIsGiven(query, parameter, missing, form) === 'S256') return challenge;
  throw new ErrorResponse(tokenErrors.parameters_before_2017, form, { parameter });
}

function withoutQuery(uri: string): string {
  return uri.split('?')[0] ?? '';
}

function loopbackWithoutPort(uri: string): string | undefined {
  const parts = /^(https?:\/\/)(127\.0\.0\.1|\[::1\])(?::\d{1,5})?(\/[^?#]*)?$/.exec(uri);
  if (parts === null) return undefined;
  return `${parts[1]}${parts[2]}${parts[3] ?? ''}`;
}

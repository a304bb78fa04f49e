import { apiErrors as errors } from '../../providers/linkedin/api-errors.ts';
import { ErrorResponse, type ErrorResponseForm } from '../http/error-response.ts';
import type { EmulatorRequest } from '../http/request.ts';
import type { RequestContext } from '../http/request-context.ts';
import { type IssuedToken, isRevoked } from '../state/state.ts';

const FORM: ErrorResponseForm = { kind: 'api' };

/** The access token of the request: RFC 6750 section 2.1, the only way that LinkedIn takes. */
export function bearerTokenIsAlive(context: RequestContext): IssuedToken {
  const token = bearerTokenIsGiven(context.request);
  const issued = context.emulator.state.tokens.get(token);
  if (issued?.kind !== 'access') throw new ErrorResponse(errors.invalid_access_token, FORM);
  if (isRevoked(issued)) throw new ErrorResponse(errors.revoked_access_token, FORM);
  if (issued.expiresAt <= context.emulator.now()) throw new ErrorResponse(errors.expired_access_token, FORM);
  return issued;
}

/** A member's token with one of the scopes. */
export function tokenHasScope(issued: IssuedToken, scopes: readonly string[], operation: string): void {
  const granted = issued.authorization.scopes;
  if (!scopes.some((scope) => granted.includes(scope))) rejectOperation(operation);
}

/** A token that an application got for itself, by client credentials. */
export function tokenIsOfApplication(issued: IssuedToken, operation: string): void {
  if (issued.authorization.member !== undefined) rejectOperation(operation);
}

function rejectOperation(operation: string): never {
  throw new ErrorResponse(errors.not_enough_permissions, FORM, { operation });
}

function bearerTokenIsGiven(request: EmulatorRequest): string {
  const header = request.headers.get('authorization')?.trim() ?? '';
  if (header === '') throw new ErrorResponse(errors.empty_access_token, FORM);
  const [scheme, ...rest] = header.split(/\s+/);
  if (scheme?.toLowerCase() !== 'bearer') throw new ErrorResponse(errors.unknown_authentication_scheme, FORM);
  const token = rest.join(' ');
  if (token === '') throw new ErrorResponse(errors.empty_access_token, FORM);
  return token;
}

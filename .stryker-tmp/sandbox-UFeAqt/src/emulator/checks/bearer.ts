// @ts-nocheck
import { apiErrors as errors } from '../../providers/linkedin/api-errors.ts';
import type { Asked } from '../asked.ts';
import { Refusal, type RefusalForm } from '../refusal.ts';
import { type IssuedToken, isRevoked } from '../state.ts';
import type { Visit } from '../visit.ts';

const FORM: RefusalForm = { kind: 'api' };

/** The access token of the request: RFC 6750 section 2.1, the only way that LinkedIn takes. */
export function bearerTokenIsAlive(visit: Visit): IssuedToken {
  const token = bearerTokenIsGiven(visit.request);
  const issued = visit.emulation.state.tokens.get(token);
  if (issued?.kind !== 'access') throw new Refusal(errors.invalid_access_token, FORM);
  if (isRevoked(issued)) throw new Refusal(errors.revoked_access_token, FORM);
  if (issued.expiresAt <= visit.emulation.now()) throw new Refusal(errors.expired_access_token, FORM);
  return issued;
}

/** A member's token with one of the scopes. */
export function tokenHasScope(issued: IssuedToken, scopes: readonly string[], operation: string): void {
  const granted = issued.authorization.scopes;
  if (!scopes.some((scope) => granted.includes(scope))) refuseOperation(operation);
}

/** A token that an application got for itself, by client credentials. */
export function tokenIsOfApplication(issued: IssuedToken, operation: string): void {
  if (issued.authorization.member !== undefined) refuseOperation(operation);
}

function refuseOperation(operation: string): never {
  throw new Refusal(errors.not_enough_permissions, FORM, { operation });
}

function bearerTokenIsGiven(request: Asked): string {
  const header = request.headers.get('authorization')?.trim() ?? '';
  if (header === '') throw new Refusal(errors.empty_access_token, FORM);
  const [scheme, ...rest] = header.split(/\s+/);
  if (scheme?.toLowerCase() !== 'bearer') throw new Refusal(errors.unknown_authentication_scheme, FORM);
  const token = rest.join(' ');
  if (token === '') throw new Refusal(errors.empty_access_token, FORM);
  return token;
}

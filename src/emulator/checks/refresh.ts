import { tokenErrors as errors } from '../../providers/linkedin/token-errors.ts';
import type { EmulatedApp } from '../config/config.ts';
import { ErrorResponse, type ErrorResponseForm } from '../http/error-response.ts';
import type { RequestContext } from '../http/request-context.ts';
import { type IssuedToken, isRevoked } from '../state/state.ts';

const FORM: ErrorResponseForm = { kind: 'token' };

/** LinkedIn gives refresh tokens to approved partners only. */
export function appMayRefresh(app: EmulatedApp): void {
  if (!app.refreshTokens) throw new ErrorResponse(errors.refresh_not_allowed, FORM);
}

/** A refresh token that the emulator issued. */
export function refreshTokenIsKnown({ emulator }: RequestContext, token: string): IssuedToken {
  const issued = emulator.state.tokens.get(token);
  if (issued?.kind !== 'refresh') throw new ErrorResponse(errors.refresh_token_invalid, FORM);
  return issued;
}

/** A refresh token is bound to the application that it was issued to: RFC 6749 section 6. */
export function refreshTokenBelongsTo(app: EmulatedApp, issued: IssuedToken): void {
  if (issued.authorization.app.clientId !== app.clientId) {
    throw new ErrorResponse(errors.refresh_token_client_mismatch, FORM);
  }
}

/** It is neither revoked nor older than a year. */
export function refreshTokenIsAlive({ emulator }: RequestContext, issued: IssuedToken): void {
  if (isRevoked(issued) || issued.expiresAt <= emulator.now()) {
    throw new ErrorResponse(errors.refresh_token_invalid, FORM);
  }
}

// @ts-nocheck
import { tokenErrors as errors } from '../../providers/linkedin/token-errors.ts';
import type { EmulatedApp } from '../config.ts';
import { Refusal, type RefusalForm } from '../refusal.ts';
import { type IssuedToken, isRevoked } from '../state.ts';
import type { Visit } from '../visit.ts';

const FORM: RefusalForm = { kind: 'token' };

/** LinkedIn gives refresh tokens to approved partners only. */
export function appMayRefresh(app: EmulatedApp): void {
  if (!app.refreshTokens) throw new Refusal(errors.refresh_not_allowed, FORM);
}

/** A refresh token that the emulator issued. */
export function refreshTokenIsKnown({ emulation }: Visit, token: string): IssuedToken {
  const issued = emulation.state.tokens.get(token);
  if (issued?.kind !== 'refresh') throw new Refusal(errors.refresh_token_invalid, FORM);
  return issued;
}

/** A refresh token is bound to the application that it was issued to: RFC 6749 section 6. */
export function refreshTokenBelongsTo(app: EmulatedApp, issued: IssuedToken): void {
  if (issued.authorization.app.clientId !== app.clientId) {
    throw new Refusal(errors.refresh_token_client_mismatch, FORM);
  }
}

/** It is neither revoked nor older than a year. */
export function refreshTokenIsAlive({ emulation }: Visit, issued: IssuedToken): void {
  if (isRevoked(issued) || issued.expiresAt <= emulation.now()) {
    throw new Refusal(errors.refresh_token_invalid, FORM);
  }
}

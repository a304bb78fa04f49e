import { codeChallenge, isCodeVerifier } from '../../oauth/pkce.ts';
import { tokenErrors as errors } from '../../providers/linkedin/token-errors.ts';
import type { EmulatedApp } from '../config/config.ts';
import { ErrorResponse, type ErrorResponseForm } from '../http/error-response.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { IssuedCode } from '../state/state.ts';

const FORM: ErrorResponseForm = { kind: 'token' };

/** A code that the emulator issued, and has not forgotten. */
export function codeWasIssued({ emulator }: RequestContext, code: string): IssuedCode {
  const issued = emulator.state.codes.get(code);
  if (issued === undefined) throw new ErrorResponse(errors.code_not_found, FORM);
  return issued;
}

/** A code is good for one exchange: RFC 6749 section 4.1.2. */
export function codeIsUnused(issued: IssuedCode): void {
  if (issued.used) mismatch();
}

/** Codes live for 30 minutes. */
export function codeIsFresh({ emulator }: RequestContext, issued: IssuedCode): void {
  if (issued.expiresAt <= emulator.now()) mismatch();
}

/** A code belongs to the application that asked for it. */
export function codeBelongsTo(app: EmulatedApp, issued: IssuedCode): void {
  if (issued.authorization.app.clientId !== app.clientId) mismatch();
}

/**
 * The redirect_uri is the one of the authorization request: RFC 6749 section 4.1.3. It must also be a registered
 * one as it stands, which is why a redirect_uri with query arguments fails here, after a login that worked.
 */
export function redirectUriIsRepeated(redirectUri: string, issued: IssuedCode): void {
  if (redirectUri !== issued.redirectUri || redirectUri.includes('?')) mismatch();
}

/** LinkedIn's ordinary flow refuses every code_verifier, a matching one too (nextauthjs/next-auth#8831). */
export function noVerifierIsSent(verifier: string | undefined): void {
  if (verifier !== undefined) throw new ErrorResponse(errors.code_verifier_on_ordinary_endpoint, FORM);
}

/** The verifier of the native flow fits the challenge: RFC 7636 section 4.6. */
export function verifierFits(verifier: string | undefined, issued: IssuedCode): void {
  if (verifier === undefined || !isCodeVerifier(verifier)) mismatch();
  if (codeChallenge(verifier) !== issued.codeChallenge) mismatch();
}

function mismatch(): never {
  throw new ErrorResponse(errors.code_mismatch, FORM);
}

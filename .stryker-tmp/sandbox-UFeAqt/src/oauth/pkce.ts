// @ts-nocheck
import { createHash } from 'node:crypto';

/**
 * The S256 code challenge of a verifier: BASE64URL(SHA256(ASCII(verifier))), RFC 7636 section 4.2.
 */
export function codeChallenge(verifier: string): string {
  return createHash('sha256').update(verifier, 'ascii').digest('base64url');
}

/** Whether a text is a code verifier: 43 to 128 unreserved characters, RFC 7636 section 4.1. */
export function isCodeVerifier(text: string): boolean {
  return /^[A-Za-z0-9\-._~]{43,128}$/.test(text);
}

/** A source of cryptographically strong random bytes. */
// @ts-nocheck

export type RandomBytes = (length: number) => Uint8Array;

/**
 * Random bytes as base64url without padding, the alphabet of `state` (RFC 6749 section 10.12), codes, tokens and
 * PKCE verifiers (RFC 7636 section 4.1).
 *
 * @param bytes how many bytes of randomness; the text is a third longer
 */
export function randomToken(randomBytes: RandomBytes, bytes: number): string {
  return Buffer.from(randomBytes(bytes)).toString('base64url');
}

import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import type { RandomBytes } from '../oauth/random.ts';
import { randomUuid } from './identity.ts';

/** The key that signs id_tokens, and its public half as LinkedIn publishes it. */
export interface SigningKey {
  readonly sign: (claims: Readonly<Record<string, unknown>>) => Promise<string>;
  readonly publicKey: JWK;
}

/**
 * Makes a source of one RSA key, generated when it is first asked for, since generating takes a noticeable moment.
 *
 * LinkedIn's key set carries neither `alg` nor `use` (KryptoNights/BuildFi): a client that filters on them finds
 * no key. The key pair comes from Web Crypto; only its id comes from `randomBytes`.
 */
export function createSigningKey(randomBytes: RandomBytes): () => Promise<SigningKey> {
  let made: Promise<SigningKey> | undefined;
  return () => {
    made ??= generate(randomUuid(randomBytes));
    return made;
  };
}

async function generate(kid: string): Promise<SigningKey> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { modulusLength: 2048 });
  const { kty, n, e } = await exportJWK(publicKey);
  return {
    publicKey: { kty, n, e, kid } as JWK,
    sign: (claims) => new SignJWT({ ...claims }).setProtectedHeader({ alg: 'RS256', kid }).sign(privateKey),
  };
}

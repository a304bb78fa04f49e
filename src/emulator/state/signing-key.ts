import { generateKeyPair, sign } from 'node:crypto';
import { promisify } from 'node:util';
import type { RandomBytes } from '../../oauth/random.ts';
import { randomUuid } from './identity.ts';

/** The key that signs id_tokens, and its public half as LinkedIn publishes it. */
export interface SigningKey {
  /** A JSON Web Token in the compact form of RFC 7515 section 3.1, signed with RS256. */
  readonly sign: (claims: Readonly<Record<string, unknown>>) => Promise<string>;
  readonly publicKey: Readonly<Record<'kty' | 'n' | 'e' | 'kid', string>>;
}

/**
 * Makes a source of one RSA key, generated when it is first asked for, since generating takes a noticeable moment.
 *
 * LinkedIn's key set carries neither `alg` nor `use` (KryptoNights/BuildFi): a client that filters on them finds
 * no key. The key pair comes from Node's crypto; only its id comes from `randomBytes`.
 */
export function createSigningKey(randomBytes: RandomBytes): () => Promise<SigningKey> {
  let made: Promise<SigningKey> | undefined;
  return () => {
    made ??= generate(randomUuid(randomBytes));
    return made;
  };
}

async function generate(kid: string): Promise<SigningKey> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' });
  const header = base64url({ alg: 'RS256', kid });
  // On a thread of its own: signing takes longer than everything else about a token.
  const signed = promisify((data: Buffer, done: (error: Error | null, signature: Buffer) => void) =>
    sign('RSA-SHA256', data, privateKey, done),
  );
  return {
    publicKey: { kty: 'RSA', n, e, kid },
    async sign(claims) {
      const content = `${header}.${base64url(claims)}`;
      return `${content}.${(await signed(Buffer.from(content))).toString('base64url')}`;
    },
  };
}

function base64url(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

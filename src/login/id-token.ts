import { compactVerify, importJWK, type JWK } from 'jose';
import { failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { type ExpectedIdToken, idTokenProblem, readJwt } from '../oauth/id-token-rules.ts';
import { fetchText } from '../providers/fetch-text.ts';
import type { Profile } from '../providers/profile.ts';

/** What is known of the person from an id_token that holds. */
export interface Person {
  readonly sub: string;
  readonly name: string | undefined;
}

/**
 * Verifies an id_token: first what it says, by the rules that the scripts have, then its signature by the provider's
 * published keys (OpenID Connect Core section 3.1.3.7). Keys without `alg` and `use` (both are optional, RFC 7517
 * section 4) are taken; an algorithm with a shared secret, or none, is not.
 *
 * @throws Failure LOGIN_REFUSED when it does not hold
 */
export async function verifyIdToken(
  idToken: string,
  profile: Profile,
  expected: { readonly clientId: string; readonly nonce: string; readonly accessToken: string },
  io: Pick<Io, 'fetch' | 'now' | 'interrupted'>,
): Promise<Person> {
  const { clientId, nonce, accessToken } = expected;
  const wanted: ExpectedIdToken = {
    issuer: profile.metadata.issuer,
    clientId,
    accessToken,
    algorithms: profile.metadata.id_token_signing_alg_values_supported ?? [],
    now: io.now() / 1000,
    ...(profile.echoesNonce && { nonce }),
  };
  const problem = idTokenProblem(idToken, wanted);
  if (problem !== '') throw refused(`its id_token cannot be trusted: ${problem}.`, profile);
  const { jwks_uri: url } = profile.metadata;
  if (url === undefined) throw refused('it says nowhere by which keys its id_token is signed.', profile);
  const forged = await signatureProblem(idToken, await publishedKeys(url, io), 'id_token');
  if (forged !== '') throw refused(`${forged}.`, profile);
  const claims = readJwt(idToken)?.claims ?? {};
  return {
    sub: claims.sub as string,
    name: typeof claims.name === 'string' ? claims.name : undefined,
  };
}

/** The keys that a provider publishes, or why there are none. */
export type Keys = { readonly keys: readonly JWK[] } | { readonly problem: string };

/** Fetches the keys at a `jwks_uri`. It does not reject: that none came is a result. */
export async function publishedKeys(url: string, io: Pick<Io, 'fetch' | 'interrupted'>): Promise<Keys> {
  const response = await fetchText(url, io);
  if (!response.ok) return { problem: `its keys at ${url} could not be read: ${response.summary}` };
  try {
    const { keys } = JSON.parse(response.text) as { keys?: unknown };
    // Servers have published null among their keys; what is no object is no key.
    if (Array.isArray(keys)) return { keys: keys.filter((key) => typeof key === 'object' && key !== null) };
  } catch {
    // Said below.
  }
  return { problem: `there is no key set at ${url}` };
}

/**
 * Why the signature of a JSON Web Token does not hold; empty where one of the published keys made it.
 *
 * @param name what the token is, for the message
 */
export async function signatureProblem(token: string, found: Keys, name: string): Promise<string> {
  if ('problem' in found) return found.problem;
  const header = readJwt(token)?.header ?? {};
  const fitting = found.keys.filter((key) => fits(key, header));
  if (fitting.length === 0) return `its ${name} is signed by a key that the provider does not publish`;
  for (const key of fitting) if (await isSignedBy(token, key, String(header.alg))) return '';
  return `the signature of its ${name} was made by none of the published keys`;
}

const KEY_TYPES: Readonly<Record<string, string>> = { RS: 'RSA', PS: 'RSA', ES: 'EC', Ed: 'OKP' };

/** Whether a key may have made a signature (RFC 7517 section 4). One without a `kid` may be any. */
function fits(key: JWK, header: Readonly<Record<string, unknown>>): boolean {
  const free = (value: unknown, wanted: unknown) => value === undefined || value === null || value === wanted;
  return (
    key.kty === KEY_TYPES[String(header.alg).slice(0, 2)] &&
    free(key.use, 'sig') &&
    free(key.alg, header.alg) &&
    (header.kid === undefined || free(key.kid, header.kid)) &&
    (!Array.isArray(key.key_ops) || key.key_ops.includes('verify'))
  );
}

/** A key that cannot be used has signed nothing; the others are tried all the same. */
async function isSignedBy(token: string, { kty, n, e, crv, x, y }: JWK, alg: string): Promise<boolean> {
  try {
    const members = Object.entries({ kty, n, e, crv, x, y }).filter(([, value]) => value !== undefined);
    await compactVerify(token, await importJWK(Object.fromEntries(members) as unknown as JWK, alg), {
      algorithms: [alg],
    });
    return true;
  } catch {
    return false;
  }
}

function refused(reason: string, profile: Profile) {
  return failure('LOGIN_REFUSED', {
    reason: `${profile.name} issued a token, but ${reason}`,
    remedy:
      'The token was thrown away. Check the clock, issuer and jwks_uri; if they are right, distrust the answer.',
  });
}

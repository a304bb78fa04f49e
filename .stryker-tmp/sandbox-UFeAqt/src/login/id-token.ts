// @ts-nocheck
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';
import { failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { sameText } from '../oauth/same-text.ts';
import { fetchText } from '../providers/fetch-text.ts';
import type { Profile } from '../providers/profile.ts';

/** Seconds that clocks may differ. */
const TOLERANCE = 60;

/**
 * Verifies an id_token: signature by the provider's published keys, issuer, audience, end, and the nonce where the
 * provider repeats it (OpenID Connect Core section 3.1.3.7). Keys without `alg` and `use`, as LinkedIn publishes
 * them, are taken; an algorithm with a shared secret, or none, is not.
 *
 * @returns the claims
 * @throws Failure LOGIN_REFUSED when it does not hold
 */
export async function verifyIdToken(
  idToken: string,
  profile: Profile,
  expected: { readonly clientId: string; readonly nonce: string },
  io: Io,
): Promise<JWTPayload> {
  const { metadata } = profile;
  const keys = await publishedKeys(profile, io);
  const offered = metadata.id_token_signing_alg_values_supported ?? ['RS256'];
  const options = {
    issuer: metadata.issuer,
    audience: expected.clientId,
    algorithms: offered.filter((algorithm) => /^(RS|PS|ES|Ed)/.test(algorithm)),
    clockTolerance: TOLERANCE,
    currentDate: new Date(io.now()),
    requiredClaims: ['iss', 'aud', 'exp', 'iat', 'sub'],
  };
  let claims: JWTPayload;
  try {
    claims = await verifyByAny(idToken, keys, options);
  } catch (error) {
    throw refused(`its id_token does not hold: ${problemOf(error)}.`, profile, error);
  }
  if (profile.echoesNonce && !sameText(String(claims.nonce ?? ''), expected.nonce)) {
    throw refused('its id_token does not repeat the nonce of this login.', profile);
  }
  if (Array.isArray(claims.aud) && claims.aud.length > 1 && claims.azp !== expected.clientId) {
    throw refused('its id_token is meant for several clients, and was not given to this one.', profile);
  }
  return claims;
}

/** A key set without ids may hold several keys that fit; each is tried. */
async function verifyByAny(
  idToken: string,
  keys: JSONWebKeySet,
  options: Parameters<typeof jwtVerify>[2],
): Promise<JWTPayload> {
  try {
    return (await jwtVerify(idToken, createLocalJWKSet(keys), options)).payload;
  } catch (error) {
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error;
    for await (const key of error) {
      const verified = await jwtVerify(idToken, key, options).catch((problem: unknown) => {
        if (problem instanceof errors.JWSSignatureVerificationFailed) return undefined;
        throw problem;
      });
      if (verified !== undefined) return verified.payload;
    }
    throw new errors.JWSSignatureVerificationFailed();
  }
}

async function publishedKeys(profile: Profile, io: Io): Promise<JSONWebKeySet> {
  const { jwks_uri: address } = profile.metadata;
  if (address === undefined) throw refused('it says nowhere by which keys its id_token is signed.', profile);
  const answer = await fetchText(address, io);
  if (!answer.ok) throw refused(`its keys at ${address} could not be read: ${answer.summary}.`, profile);
  try {
    const keys = JSON.parse(answer.text) as JSONWebKeySet;
    if (Array.isArray(keys.keys)) return keys;
  } catch {
    // Said below.
  }
  throw refused(`there is no key set at ${address}.`, profile);
}

function problemOf(error: unknown): string {
  if (error instanceof errors.JWKSNoMatchingKey)
    return 'it is signed by a key that the provider does not publish';
  if (error instanceof errors.JWTExpired) return 'it has expired; check the clock of this computer';
  return error instanceof errors.JOSEError ? error.message : 'it is not a JSON Web Token';
}

function refused(reason: string, profile: Profile, cause?: unknown) {
  return failure(
    'LOGIN_REFUSED',
    {
      reason: `${profile.name} issued a token, but ${reason}`,
      remedy:
        'The token was thrown away. Check the clock, issuer and jwks_uri; if they are right, distrust the answer.',
    },
    { cause },
  );
}

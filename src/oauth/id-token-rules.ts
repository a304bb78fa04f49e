import { createHash } from 'node:crypto';
import { isInert } from '../inert.ts';
import { inWords, isPlaceholder, shown } from './odd-value.ts';

/** Seconds that clocks may differ. */
export const CLOCK_TOLERANCE = 60;

type Claims = Readonly<Record<string, unknown>>;

/** What an id_token must fit. */
export interface ExpectedIdToken {
  readonly issuer: string;
  readonly clientId: string;
  /** The access token that came with it. */
  readonly accessToken: string;
  /** Those that the provider names in `id_token_signing_alg_values_supported`; empty where it names none. */
  readonly algorithms: readonly string[];
  /** Left out where none was sent, or where the provider does not repeat it. */
  readonly nonce?: string;
  /** Seconds since 1970. */
  readonly now: number;
}

/** Header and claims of a signed JSON Web Token (RFC 7515 section 3.1); undefined if the text is not one. */
export function readJwt(
  token: string,
): { readonly header: Claims; readonly claims: Claims; readonly signature: string } | undefined {
  const parts = token.split('.');
  const header = objectInPart(parts[0] ?? '');
  const claims = parts.length === 3 ? objectInPart(parts[1] ?? '') : undefined;
  return header === undefined || claims === undefined
    ? undefined
    : { header, claims, signature: parts[2] ?? '' };
}

/** The JSON object in a part of a JSON Web Token; undefined if it is not JSON. */
function objectInPart(part: string): Claims | undefined {
  if (!/^[A-Za-z0-9_-]+$/.test(part)) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? (value as Claims)
      : undefined;
  } catch {
    return undefined;
  }
}

/** OpenID Connect Core section 2: at most 255 characters of ASCII. Nothing that Postman would read as a variable. */
export function isSubject(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    /^[\x20-\x7e]{1,255}$/.test(value) &&
    value.trim() !== '' &&
    isInert(value) &&
    !isPlaceholder(value)
  );
}

/** What stands where the id of a person should be. */
export function notSubject(value: unknown): string {
  return typeof value === 'string' && value.trim() !== '' && !isPlaceholder(value)
    ? 'a text with characters that no id should have, or that would be read as a variable'
    : `${shown(value)}, expected the id of a person`;
}

/**
 * Why the header of an id_token cannot be trusted. "none" proves nothing, and HS256 only that somebody knows the
 * client's secret (RFC 8725 section 3.1).
 */
function headerProblem(header: Claims, signature: string, algorithms: readonly string[]): string {
  const { alg } = header;
  const asymmetric = typeof alg === 'string' && /^(?:(?:RS|PS|ES)(?:256|384|512)|EdDSA|Ed25519)$/.test(alg);
  if (!asymmetric || (algorithms.length > 0 && !algorithms.includes(alg))) {
    const named = algorithms.filter((name) => !/^(none|HS)/i.test(name)).join(' or ');
    return `its signature has alg=${shown(alg)}, expected ${named || 'one by a published key, such as RS256'}`;
  }
  if (header.crit !== undefined) return 'its header has "crit": extensions that are not understood';
  return /^[A-Za-z0-9_-]+$/.test(signature) ? '' : 'it has no signature';
}

/** OpenID Connect Core section 3.1.3.7, steps 3 to 5. */
export function audienceProblem(claims: Claims, clientId: string): string {
  const audience: unknown[] = Array.isArray(claims.aud) ? claims.aud : [claims.aud];
  if (!audience.every((one) => typeof one === 'string' && one !== ''))
    return `"aud" is ${inWords(claims.aud)}`;
  if (!audience.includes(clientId))
    return `it is meant for ${shown(audience.join(', '))}, not for this client`;
  if (claims.azp === undefined || claims.azp === null) {
    return audience.length > 1
      ? 'it is meant for several clients, and does not say for which one it was made (azp)'
      : '';
  }
  return claims.azp === clientId
    ? ''
    : `it was made for the client azp=${shown(claims.azp)}, not for this one`;
}

function timeProblem(claims: Claims, now: number): string {
  const odd = ['exp', 'iat', 'nbf'].find(
    (name) => !(typeof claims[name] === 'number' || (name === 'nbf' && claims.nbf === undefined)),
  );
  if (odd !== undefined) return `"${odd}" is ${inWords(claims[odd])}, expected seconds since 1970`;
  const [exp, iat, nbf] = [claims.exp, claims.iat, claims.nbf ?? 0] as [number, number, number];
  if (exp <= now - CLOCK_TOLERANCE) return 'it has expired; check the clock of this computer';
  if (iat > now + CLOCK_TOLERANCE)
    return 'it was issued in the future ("iat"); check the clock of this computer';
  return nbf > now + CLOCK_TOLERANCE ? 'it is not valid yet ("nbf"); check the clock of this computer' : '';
}

/**
 * Why an id_token cannot be trusted, its signature apart (OpenID Connect Core sections 3.1.3.7 and 3.1.3.8); empty where
 * nothing speaks against it. scripts/id-token-rules.js has the same rules, and a table of cases holds the two equal.
 */
export function idTokenProblem(token: string, wanted: ExpectedIdToken): string {
  const jwt = readJwt(token);
  if (jwt === undefined)
    return token.split('.').length === 5
      ? 'it is encrypted, and cannot be read here'
      : 'it is no JSON Web Token';
  const { header, claims, signature } = jwt;
  const first =
    headerProblem(header, signature, wanted.algorithms) ||
    (claims.iss === wanted.issuer ? '' : `it says iss=${shown(claims.iss)}, expected "${wanted.issuer}"`) ||
    audienceProblem(claims, wanted.clientId) ||
    timeProblem(claims, wanted.now) ||
    (isSubject(claims.sub) ? '' : `"sub" is ${notSubject(claims.sub)}`);
  if (first !== '') return first;
  if (wanted.nonce !== undefined && claims.nonce !== wanted.nonce)
    return 'it does not repeat the nonce of this login';
  if (claims.at_hash === undefined || claims.at_hash === null) return '';
  const size = /(?:256|384)$/.exec(String(header.alg))?.[0] ?? '512';
  return claims.at_hash === leftHalf(size, wanted.accessToken)
    ? ''
    : 'it belongs to another access token ("at_hash")';
}

/** OpenID Connect Core section 3.1.3.6. */
function leftHalf(size: string, text: string): string {
  const hash = createHash(`sha${size}`).update(text, 'ascii').digest();
  return hash.subarray(0, hash.length / 2).toString('base64url');
}

/** Seconds that clocks may differ. */
const CLOCK_TOLERANCE = 60;

/** The JSON object in a part of a JSON Web Token; undefined if it is not JSON. */
function objectInPart(part) {
  if (!/^[A-Za-z0-9_-]+$/.test(part)) return undefined;
  try {
    const text = Buffer.from(part.replace(/-/g, '+').replace(/_/g, '/'), 'base64').toString('utf8');
    const value = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Header and claims of a signed JSON Web Token (RFC 7515 section 3.1); undefined if the text is not one. */
function readJwt(token) {
  const parts = token.split('.');
  const header = objectInPart(parts[0]);
  const claims = parts.length === 3 ? objectInPart(parts[1]) : undefined;
  return header === undefined || claims === undefined ? undefined : { header, claims, signature: parts[2] };
}

/** OpenID Connect Core section 2: at most 255 characters of ASCII. Nothing that Postman would read as a variable. */
function isSubject(value) {
  return (
    typeof value === 'string' &&
    /^[\x20-\x7e]{1,255}$/.test(value) &&
    value.trim() !== '' &&
    isInert(value) &&
    !isPlaceholder(value)
  );
}

/** What stands where the id of a person should be. */
function notSubject(value) {
  return typeof value === 'string' && value.trim() !== '' && !isPlaceholder(value)
    ? 'a text with characters that no id should have, or that would be read as a variable'
    : `${shown(value)}, expected the id of a person`;
}

/**
 * Why the header of an id_token cannot be trusted. "none" proves nothing, and HS256 only that somebody knows the
 * client's secret (RFC 8725 section 3.1).
 *
 * @param algorithms those that the provider names; empty where it names none
 */
function headerProblem(header, signature, algorithms) {
  const { alg } = header;
  const asymmetric = typeof alg === 'string' && /^(?:(?:RS|PS|ES)(?:256|384|512)|EdDSA|Ed25519)$/.test(alg);
  if (!asymmetric || (algorithms.length > 0 && algorithms.indexOf(alg) === -1))
    return `its signature has alg=${shown(alg)}, expected ${algorithms.filter((name) => !/^(none|HS)/i.test(name)).join(' or ') || 'one by a published key, such as RS256'}`;
  if (header.crit !== undefined) return 'its header has "crit": extensions that are not understood';
  return /^[A-Za-z0-9_-]+$/.test(signature) ? '' : 'it has no signature';
}

function audienceProblem(claims, clientId) {
  const audience = Array.isArray(claims.aud) ? claims.aud : [claims.aud];
  if (!audience.every((one) => typeof one === 'string' && one !== ''))
    return `"aud" is ${inWords(claims.aud)}`;
  if (audience.indexOf(clientId) === -1)
    return `it is meant for ${shown(audience.join(', '))}, not for this client`;
  if (claims.azp === undefined || claims.azp === null)
    return audience.length > 1
      ? 'it is meant for several clients, and does not say for which one it was made (azp)'
      : '';
  return claims.azp === clientId
    ? ''
    : `it was made for the client azp=${shown(claims.azp)}, not for this one`;
}

/** @param now seconds since 1970 */
function timeProblem(claims, now) {
  const odd = ['exp', 'iat', 'nbf'].filter(
    (name) => !(typeof claims[name] === 'number' || (name === 'nbf' && claims.nbf === undefined)),
  )[0];
  if (odd !== undefined) return `"${odd}" is ${inWords(claims[odd])}, expected seconds since 1970`;
  if (claims.exp <= now - CLOCK_TOLERANCE) return 'it has expired; check the clock of this computer';
  if (claims.iat > now + CLOCK_TOLERANCE)
    return 'it was issued in the future ("iat"); check the clock of this computer';
  if (claims.nbf > now + CLOCK_TOLERANCE)
    return 'it is not valid yet ("nbf"); check the clock of this computer';
  return '';
}

/**
 * Why an id_token cannot be trusted, its signature apart (OpenID Connect Core sections 3.1.3.7 and 3.1.3.8); empty where
 * nothing speaks against it.
 *
 * @param token the id_token
 * @param wanted issuer, clientId, accessToken, algorithms; nonce where one was sent and must come back; now in seconds
 * @param leftHalf gives the left half of a hash of ASCII text, as base64url: (bits, text) => …
 */
function idTokenProblem(token, wanted, leftHalf) {
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
  const size = /(?:256|384)$/.exec(header.alg);
  return claims.at_hash === leftHalf(size === null ? 512 : Number(size[0]), wanted.accessToken)
    ? ''
    : 'it belongs to another access token ("at_hash")';
}

/** Seconds since 1970, as a number or as digits; undefined where it is neither. */
function instantOf(value) {
  const isNumber = typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value));
  return isNumber ? Number(value) : undefined;
}

function introspectedTimeProblem(body, now) {
  // expires_at is LinkedIn's name for it.
  const names = ['exp', 'expires_at', 'iat', 'nbf'].filter((name) => !isLeftOut(body[name]));
  const odd = names.filter((name) => instantOf(body[name]) === undefined)[0];
  if (odd !== undefined) return `"${odd}" is ${inWords(body[odd])}, expected seconds since 1970`;
  const at = (name) => instantOf(body[name]) || 0;
  const expired = names.filter((name) => /^exp/.test(name) && at(name) <= now - CLOCK_TOLERANCE)[0];
  if (expired !== undefined) return `by "${expired}" it has expired`;
  const early = names.filter((name) => /^(iat|nbf)$/.test(name) && at(name) > now + CLOCK_TOLERANCE)[0];
  return early === undefined ? '' : `by "${early}" it is not valid yet`;
}

/**
 * Why a response that says active: true cannot be believed (RFC 7662 section 2.2); empty where nothing speaks against it.
 *
 * @param wanted clientId, issuer; subject, empty where nobody knows it; now in seconds
 */
function introspectionProblem(status, body, wanted) {
  if (!(status >= 200 && status < 300)) return `the response has status ${status}, expected 200`;
  if (!isLeftOut(body.error)) return 'the response has the member "error"';
  if (typeof body.status === 'string' && /^(expired|revoked|inactive)$/i.test(body.status))
    return `"status" is "${body.status}"`;
  const same = (name, value) => isLeftOut(body[name]) || body[name] === value;
  if (!same('client_id', wanted.clientId)) return `the token was issued to client ${shown(body.client_id)}`;
  if (!same('iss', wanted.issuer))
    return `the token comes from iss=${shown(body.iss)}, expected "${wanted.issuer}"`;
  if (!isLeftOut(body.sub) && typeof body.sub !== 'string')
    return `"sub" is ${inWords(body.sub)}, expected a text`;
  if (wanted.subject !== '' && !same('sub', wanted.subject))
    return `the token belongs to sub=${shown(body.sub)}, not to the member who signed in`;
  if (!isLeftOut(body.scope) && scopesOf(body.scope) === undefined)
    return `"scope" is ${inWords(body.scope)}, expected names of scopes`;
  return introspectedTimeProblem(body, wanted.now);
}

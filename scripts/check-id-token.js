/** Hashes as SHA-2 of `bits` does, and gives the left half: OpenID Connect Core section 3.1.3.6. */
function leftHalf(bits, text) {
  const { SHA256, SHA384, SHA512, enc } = require('crypto-js');
  const hash = { 256: SHA256, 384: SHA384, 512: SHA512 }[bits](text).toString(enc.Hex);
  return Buffer.from(hash.slice(0, hash.length / 2), 'hex')
    .toString('base64')
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}

/** Keeps the subject of the id_token, so that userinfo and introspection can be compared with it. */
function checkIdToken(facts, token, accessToken) {
  const problem = idTokenProblem(
    token,
    {
      issuer: pm.variables.replaceIn(pm.variables.get('issuer') || ''),
      clientId: pm.variables.get('client_id'),
      accessToken,
      algorithms: facts.algorithms,
      now: Date.now() / 1000,
    },
    leftHalf,
  );
  pm.test('The id_token comes from the issuer and is meant for this client', () => {
    if (problem !== '')
      throw new Error(
        `The id_token cannot be trusted: ${problem}. Correct the variables issuer and client_id, or distrust the token.`,
      );
  });
  const jwt = readJwt(token);
  if (problem === '' && jwt !== undefined) keepFromServer('member_subject', jwt.claims.sub);
  // A script has neither the keys nor the means.
  if (facts.keysPublished)
    console.info(
      'The signature of the id_token is not verified here. "legwork run" verifies it at the end, by the keys at jwks_uri.',
    );
  else console.warn('The signature of the id_token is not verified: the provider names no jwks_uri.');
}

/**
 * Asks for a token only where everything that it takes is there.
 * `keepsCode`: using the same code a second time comes later, and the exchange forgets the code.
 *
 * @param {ScriptFacts['beforeTokenRequest']} expected
 */
function beforeTokenRequest(expected) {
  const unset = expected.required.filter((name) => !pm.variables.get(name));

  if (unset.indexOf('code') !== -1) {
    refuse(
      `There is no authorization code. Send "${expected.codeFrom}" and what comes after it first; each code works once.`,
    );
  } else if (unset.indexOf('refresh_token') !== -1) {
    skip('no refresh token came with the access token.');
  } else if (unset.length > 0) {
    refuse(`Set ${unset.join(' and ')} in the environment first.`);
  } else {
    if (expected.basic) authenticateByHeader();
    // An empty parameter is left out: "scope=" is refused by servers that would grant a default.
    encodeBody((field) => field[1] !== '');
  }

  if (expected.keepsCode) pm.environment.set('used_code', pm.variables.get('code') || '');
}

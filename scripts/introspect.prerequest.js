/**
 * Asks about a token only where there is one.
 *
 * @param {ScriptFacts['beforeIntrospection']} expected
 */
function beforeIntrospection(expected) {
  if (!pm.variables.get(expected.token)) {
    refuse(`There is no ${expected.token} to ask about. Send the token request first.`);
  } else {
    if (expected.basic) authenticateByHeader();
    encodeBody(() => true);
  }
}

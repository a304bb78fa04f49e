/**
 * Compares the response with the documented one.
 *
 * @param {ScriptFacts['afterProvocation']} expected
 */
function afterProvocation(expected) {
  const { place } = documentedCase(expected);
  if (place === 'authorization page') assertRefusal(expected, readPageRefusal());
  else if (place === 'authorization redirect')
    assertRefusal(expected, readRedirectRefusal(redirectTarget(), expected.state || ''));
  else assertRefusal(expected, readJsonRefusal());
}

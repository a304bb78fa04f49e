/**
 * Goes where the last answer pointed. Redirects are followed one by one, so that each can be seen, and so that
 * the callback itself is never requested.
 *
 * @param {ScriptFacts['beforeRedirect']} expected
 */
function beforeRedirect(expected) {
  const redirect = JSON.parse(pm.collectionVariables.get('sign_in') || '{}');

  if (redirect.stage !== 'follow') {
    skip('no redirect is waiting to be followed.');
  } else {
    pm.variables.set('redirect_target', redirect.url);
  }
}

/**
 * Skips what would show nothing.
 *
 * @param {ScriptFacts['beforeProvocation']} expected
 */
function beforeProvocation(expected) {
  const granted = (pm.variables.get('granted_scope') || '').split(/[\s,]+/);
  const has = (scope) => granted.indexOf(scope) !== -1;
  const { needsAll = [], scopes = [], withoutScopes = [], why = '' } = expected;
  const empty = needsAll.filter((name) => !pm.variables.get(name));

  if (empty.length > 0) {
    skip(`${empty.join(' and ')} ${empty.length === 1 ? 'is' : 'are'} empty.${why && ` ${why}`}`);
  } else if (scopes.length > 0 && !scopes.some(has)) {
    skip(`it takes the scope ${scopes.join(' or ')}, which was not granted.`);
  } else if (withoutScopes.some(has)) {
    skip(`${withoutScopes.filter(has).join(' and ')} was granted, so it would not be refused.`);
  } else if (expected.publishes && pm.variables.get('publish') !== 'true') {
    skip('a server that does not refuse it publishes it. Set the variable publish to true to send it.');
  } else if (expected.encodesQuery) {
    const pairs = filledIn(pm.request.url.query.all()).map(
      (pair) => `${encodeURIComponent(pair[0])}=${encodeURIComponent(pair[1])}`,
    );
    const address = pm.variables.replaceIn(pm.request.url.toString()).split('?')[0];
    pm.request.url.update(`${address}?${pairs.join('&')}`);
  } else {
    if (expected.basic) authenticateByHeader();
    encodeBody(() => true);
  }
}

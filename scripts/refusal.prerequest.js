// Leaves the request out where it would show nothing, and encodes each value of an authorization request once.
const granted = (pm.variables.get('granted_scope') || '').split(/[\s,]+/);
const has = (scope) => granted.indexOf(scope) !== -1;
const empty = expected.needsAll.filter((name) => !pm.variables.get(name));

if (empty.length > 0) {
  skip(`${empty.join(' and ')} ${empty.length === 1 ? 'is' : 'are'} empty.${expected.why}`);
} else if (expected.scopes.length > 0 && !expected.scopes.some(has)) {
  skip(`it takes the scope ${expected.scopes.join(' or ')}, which was not granted.`);
} else if (expected.withoutScopes.some(has)) {
  skip(`${expected.withoutScopes.filter(has).join(' and ')} was granted, so it would not be refused.`);
} else if (expected.publishes && pm.variables.get('publish') !== 'true') {
  skip('a server that does not refuse it publishes it. Set the variable publish to true to send it.');
} else if (expected.encodesQuery) {
  const pairs = filledIn(pm.request.url.query.all()).map(
    (pair) => `${encodeURIComponent(pair[0])}=${encodeURIComponent(pair[1])}`,
  );
  const address = pm.variables.replaceIn(pm.request.url.toString()).split('?')[0];
  pm.request.url.update(`${address}?${pairs.join('&')}`);
} else {
  encodeBody(() => true);
}

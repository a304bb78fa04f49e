const granted = (pm.variables.get('granted_scope') || '').split(/[\s,]+/);
const allowed =
  expected.scopes.length === 0 || expected.scopes.some((scope) => granted.indexOf(scope) !== -1);

if (expected.needs !== '' && !pm.variables.get(expected.needs)) {
  skip(`the variable ${expected.needs} is empty.`);
} else if (expected.token !== '' && !pm.variables.get(expected.token)) {
  refuse(`There is no ${expected.token}. Send the token request first.`);
} else if (!allowed) {
  skip(`it takes the scope ${expected.scopes.join(' or ')}, which was not granted.`);
} else if (expected.publishes && pm.variables.get('publish') !== 'true') {
  skip('it would publish something. Set the variable publish to true to send it.');
} else if (expected.renewal !== undefined) {
  renewIfStale();
}

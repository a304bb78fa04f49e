/**
 * Decides whether an API is called: what Postman's own login was granted is known only when somebody who knows puts it
 * there.
 *
 * @param {ScriptFacts['beforeApiCall']} expected
 */
function beforeApiCall(expected) {
  const granted = pm.variables.get(expected.token === '' ? 'known_scope' : 'granted_scope') || '';
  const allowed =
    expected.scopes.length === 0 ||
    (expected.token === '' && granted === '') ||
    expected.scopes.some((scope) => granted.split(/[\s,]+/).indexOf(scope) !== -1);
  const hasExpired = (token) => Boolean(pm.variables.get(token)) && timeLeft(token) <= 0;

  const active = expected.inert.filter((name) => !isInert(String(pm.variables.get(name) || '')));

  if (active.length > 0) {
    refuse(
      [
        `${active.join(' and ')} must not hold two opening braces in a row, or end with one:`,
        'Postman would put another variable there, so nothing was sent.',
        active.indexOf('client_secret') === -1
          ? 'Get another value, and do not trust the server that it came from.'
          : "Postman's own login cannot use such a secret: use the scripted login, which encodes it, or get another secret. " +
            'With a token from elsewhere, leave client_secret empty.',
      ].join(' '),
    );
  } else if (expected.needs !== '' && !pm.variables.get(expected.needs)) {
    skip(expected.why || `the variable ${expected.needs} is empty.`);
  } else if (expected.token !== '' && !pm.variables.get(expected.token)) {
    refuse(`There is no ${expected.token}. Send the token request first.`);
  } else if (!allowed) {
    skip(`it takes the scope ${expected.scopes.join(' or ')}, which was not granted.`);
  } else if (expected.publishes && pm.variables.get('publish') !== 'true') {
    skip('it would publish something. Set the variable publish to true to send it.');
  } else if (expected.inert.indexOf('member_id') !== -1 && !pm.variables.get('member_id')) {
    refuse('There is no member_id. Send the request that reads it from the server first.');
  } else if (expected.renewal !== undefined && hasExpired(expected.renewal.token)) {
    const { token, step } = expected.renewal;
    const missing = emptyForRenewal(expected.renewal).join(' and ');
    if (missing === '') refuse(`The ${token} has expired. Send "${step}" first, then this request again.`);
    // The API may know better than this clock, and its error response says more.
    else
      console.warn(
        `The ${token} has expired and cannot be renewed: ${missing} is empty. Get a new one by sending the token request again.`,
      );
  }
}

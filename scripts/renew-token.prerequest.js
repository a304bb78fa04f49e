/**
 * Renews a token that has expired, or is about to: by its refresh token (RFC 6749 section 6), or by asking again as the
 * application (section 4.4). It is a request of its own because it must not follow redirects: one that a script sends
 * would carry the secrets along.
 *
 * @param {ScriptFacts['beforeRenewal']} expected
 */
function beforeRenewal(expected) {
  function renewOrSkip() {
    const { token } = expected.renewal;
    const left = timeLeft(token);
    const missing = emptyForRenewal(expected.renewal).join(' and ');
    if (!pm.variables.get(token)) return skip(`there is no ${token} to renew.`);
    if (Number.isNaN(left)) return skip(`when the ${token} ends is not known (${token}_expires_at).`);
    if (left >= EARLY) return skip(`the ${token} is not near its end.`);
    const state = left <= 0 ? 'has expired' : 'ends within half a minute';
    if (missing !== '') return skip(`the ${token} ${state} and cannot be renewed: ${missing} is empty.`);
    if (expected.basic) authenticateByHeader();
    // An empty parameter is left out: "scope=" is refused by servers that would grant a default.
    encodeBody((field) => field[1] !== '');
  }

  renewOrSkip();
}

/**
 * Reads the answer of the token endpoint (RFC 6749 sections 5.1 and 5.2). It is judged by its body: servers
 * differ in status and content type.
 *
 * @param {ScriptFacts['afterTokenRequest']} expected
 */
function afterTokenRequest(expected) {
  function refusal(status, text, body) {
    if (isOldToken) return `${status} with the old access token again, so nothing was renewed.`;
    const { error, code, title, error_description, message, detail } = body || {};
    const said = explain(
      errorsAt(expected.places),
      error || code || title,
      error_description || message || detail,
    );
    if (said !== '') return `${status}: ${said}`;
    if (text.trim() === '')
      return `${status} with an empty body. Check client_id, client_secret and the endpoint.`;
    // What comes of a cut answer is most of a token: it must not stand in a report.
    if (body === undefined && /"(access|refresh|id)_token"/.test(text))
      return `${status} with a token in JSON that cannot be read: the answer was cut short or changed on the way. Try again, and look for a proxy in between.`;
    if (body !== undefined && body.access_token !== undefined)
      return `${status} with something that is no token response: ${tokenProblem}.`;
    return `${status} with something that is no token response: "${excerpt(readable(text))}"`;
  }

  function keep() {
    const lifetime = secondsOf(body.expires_in);
    keepFromServer(expected.token, body.access_token);
    pm.environment.set(`${expected.token}_issued_at`, new Date().toISOString());
    if (lifetime !== undefined) {
      const end = Date.now() + lifetime * 1000;
      pm.environment.set(`${expected.token}_expires_at`, new Date(end).toISOString());
    } else {
      // The end of the token before says nothing of this one.
      pm.environment.unset(`${expected.token}_expires_at`);
    }
    if (expected.holder === 'application') return;
    if (isLeftOut(body.refresh_token) || refreshTokenProblem(body) !== '') {
      if (!expected.refresh) pm.environment.unset('refresh_token');
    } else {
      keepFromServer('refresh_token', body.refresh_token);
    }
    // RFC 6749 section 5.1: left out when it is the scope that was asked for.
    if (body.scope === undefined || body.scope === null) {
      if (!expected.refresh) pm.environment.set('granted_scope', pm.variables.get('scope') || '');
    } else if (!keepFromServer('granted_scope', (scopesOf(body.scope) || []).join(' '))) {
      pm.environment.set('granted_scope', '');
    }
  }

  function reportScope() {
    const split = (text) => (text || '').split(/[\s,]+/).filter((scope) => scope !== '');
    const granted = split(pm.variables.get('granted_scope'));
    const missing = split(pm.variables.get('scope')).filter((scope) => granted.indexOf(scope) === -1);
    if (missing.length > 0)
      console.warn(`Asked for but not granted: ${missing.join(' ')}. Granted: ${granted.join(' ')}.`);
  }

  const status = pm.response.code;
  const text = status === undefined ? '' : pm.response.text();
  const body = jsonBody(text);
  const tokenProblem = body === undefined ? 'there is no JSON object' : accessTokenProblem(status, body);
  /** An application may be handed the token that it has until that ends; a renewal must give another one. */
  const isOldToken =
    expected.refresh &&
    expected.holder === 'member' &&
    tokenProblem === '' &&
    body.access_token === pm.variables.get(expected.token);
  const accepted = status !== undefined && tokenProblem === '' && !isOldToken;

  /** A check that fails with a problem where there is one. */
  const check = (name, problem) =>
    pm.test(name, () => {
      if (problem !== '')
        throw new Error(`The token endpoint sent something that cannot be used: ${problem}.`);
    });

  /** A renewal comes early: when it fails, the old token still works for a while, and the run goes on with it. */
  function keepsOldToken() {
    if (accepted || !expected.early || !(timeLeft(expected.token) > 0)) return false;
    const said = status === undefined ? 'no response came' : refusal(status, text, body);
    pm.test('The token still works, although it was not renewed', () => undefined);
    console.warn(`The ${expected.token} ends within half a minute and was not renewed: ${said}`);
    return true;
  }

  function judge() {
    if (keepsOldToken()) return;
    pm.test(
      expected.refresh
        ? 'The token endpoint renews the access token'
        : 'The token endpoint issues an access token',
      () => {
        if (!accepted)
          throw new Error(
            status === undefined
              ? 'No answer came from the token endpoint. Check the address, the network and the proxy.'
              : `The token endpoint answered ${refusal(status, text, body)}`,
          );
      },
    );

    if (accepted) {
      const asked = (
        pm.variables.get(expected.holder === 'application' ? 'application_scope' : 'scope') || ''
      )
        .split(/[\s,]+/)
        .filter((scope) => scope !== '');
      check('The token is of type Bearer', tokenTypeProblem(body, expected.bearerTypes));
      if (!isLeftOut(body.expires_in))
        check('The response says how long the token lives', lifetimeProblem(body));
      if (!isLeftOut(body.refresh_token) && expected.holder === 'member')
        check(
          'The refresh token can be used',
          refreshTokenProblem(body) && `${refreshTokenProblem(body)}. It was not kept`,
        );
      if (scopeProblem(body, asked) !== '') check('Some scope was granted', scopeProblem(body, asked));
      keep();
      // The step that tries the renewed token is left out without it.
      if (expected.refresh && !expected.early) pm.environment.set('token_renewed', 'true');
      else if (!expected.refresh) pm.environment.unset('token_renewed');
      if (expected.holder === 'member' && !expected.refresh) {
        reportScope();
        const openid = (scopesOf(pm.variables.get('granted_scope')) || []).indexOf('openid') !== -1;
        pm.environment.unset('member_subject');
        if (idTokenPresenceProblem(body, openid) !== '')
          check('An id_token comes with the scope openid', idTokenPresenceProblem(body, openid));
        else if (!isLeftOut(body.id_token)) checkIdToken(expected.idToken, body.id_token, body.access_token);
      }
    } else {
      pm.execution.setNextRequest(null);
    }
    if (expected.holder === 'member' && !expected.refresh) pm.environment.unset('code');
  }

  judgeOrRetry(expected.retry, judge);
}

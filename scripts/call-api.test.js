/**
 * Reads the answer of a protected resource (RFC 6750 section 3).
 *
 * @param {ScriptFacts['afterApiCall']} expected
 */
function afterApiCall(expected) {
  const status = pm.response.code;
  const text = status === undefined ? '' : pm.response.text();
  const type = (status !== undefined && pm.response.headers.get('Content-Type')) || '';
  /** Claims may come as a signed JSON Web Token. */
  const body = (expected.memberId === 'sub' ? userinfoClaims(text, type) : jsonBody(text)) || {};

  function refusal() {
    if (status === undefined) return 'nothing. Check the address, the network and the proxy.';
    if (status >= 300 && status < 400) {
      return `${status}, a redirect: an API that sends a client to a login page refuses its token.`;
    }
    const said = explain(
      errorsAt(expected.places),
      body.code || body.error,
      body.message || body.error_description,
      body.serviceErrorCode,
    );
    const challenge = pm.response.headers.get('WWW-Authenticate');
    return `${status}: ${said || challenge || `"${excerpt(readable(text)) || '(empty body)'}"`}`;
  }

  /** What came where an answer of an API should be; empty where it is one. */
  function damage() {
    if (/\bhtml\b/i.test(type)) {
      return 'a web page, which is no answer of an API: look for a proxy or a login page in between';
    }
    if (/^application\/jwt\b/i.test(type) && expected.memberId === 'sub')
      return readJwt(text.trim()) === undefined
        ? 'a JSON Web Token that cannot be read: it is encrypted, or damaged'
        : '';
    if (!/[/+]json\b/i.test(type) || isJson()) return '';
    // 201 and 204 have said all by their status.
    if (text.trim() === '') return status === 200 ? 'an empty body that should be JSON' : '';
    return 'JSON that cannot be read: the answer was cut short or changed on the way. Try again, and look for a proxy in between';
  }

  function isJson() {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  }

  function judge() {
    const damaged = status === expected.status ? damage() : '';
    pm.test(`The API responds with ${expected.status}`, () => {
      if (status !== expected.status) throw new Error(`The API answered ${refusal()}`);
      if (damaged !== '') throw new Error(`The API answered ${status} with ${damaged}.`);
    });

    if (status === expected.status && damaged === '') {
      if (expected.members.length > 0) {
        pm.test(`The response has ${expected.members.join(', ')}`, () => {
          const missing = expected.members.filter((name) => body[name] === undefined);
          if (missing.length > 0)
            throw new Error(
              `The answer has no ${missing.join(', ')}: "${Object.keys(body).join(', ')}" came.`,
            );
        });
      }
      if (expected.idHeader !== '') {
        pm.test(`The header ${expected.idHeader} names what was made`, () => {
          if (!pm.response.headers.get(expected.idHeader))
            throw new Error(`The header ${expected.idHeader} is missing.`);
        });
      }
      if (expected.memberId !== '' && body[expected.memberId] !== undefined) keepMember();
      if (!isLeftOut(body.error) && expected.memberId !== 'sub')
        pm.test('The response has no member "error"', () => {
          throw new Error(
            `The API answered ${status} with ${explain(errorsAt(expected.places), body.error, body.error_description) || 'an "error"'}.`,
          );
        });
    }
  }

  /** Why the person of the response cannot be believed; empty where nothing speaks against it. */
  function memberProblem() {
    const id = body[expected.memberId];
    if (expected.memberId !== 'sub')
      return memberIdOf(id) === undefined ? `${expected.memberId} is ${inWords(id)}, expected an id` : '';
    return userinfoProblem(body, {
      issuer: pm.variables.replaceIn(pm.variables.get('issuer') || ''),
      clientId: pm.variables.get('client_id'),
      // Postman's own login keeps no id_token: what an earlier one said may be about somebody else.
      subject: (expected.token !== '' && pm.variables.get('member_subject')) || '',
    });
  }

  function keepMember() {
    const problem = memberProblem();
    pm.test('The id of the member can be used', () => {
      if (problem !== '') throw new Error(`The response cannot be trusted: ${problem}. The id was not kept.`);
    });
    const id = memberIdOf(body[expected.memberId]);
    if (problem !== '' || id === undefined) return;
    keepFromServer('member_id', id);
    if (expected.memberId === 'sub' && expected.token !== '') keepFromServer('member_subject', id);
    if (/^application\/jwt\b/i.test(type))
      console.info('The signature of the UserInfo response is not verified here: a Postman script cannot.');
  }

  judgeOrRetry(expected.retry, judge);
}

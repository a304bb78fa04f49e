/**
 * Reads what the server says of the token (RFC 7662 section 2.2).
 *
 * @param {ScriptFacts['afterIntrospection']} expected
 */
function afterIntrospection(expected) {
  const status = pm.response.code;
  const text = status === undefined ? '' : pm.response.text();
  const answer = jsonBody(text) || {};

  function judge() {
    pm.test('The server knows the token, and it is active', () => {
      if (answer.active === true) {
        const problem = introspectionProblem(status, answer, {
          clientId: pm.variables.get('client_id'),
          issuer: pm.variables.replaceIn(pm.variables.get('issuer') || ''),
          subject: (expected.holder === 'member' && pm.variables.get('member_subject')) || '',
          now: Date.now() / 1000,
        });
        if (problem === '') return;
        throw new Error(
          `The server says that the token is active, but ${problem}. Check the variables client_id and issuer; if they are right, distrust the response.`,
        );
      }
      if (answer.active === false) {
        throw new Error(
          `The server says that the token is not active${answer.status ? ` but ${answer.status}` : ''}. Get a new one; another application's token looks the same.`,
        );
      }
      if (status === undefined) {
        throw new Error(
          'No answer came from the introspection endpoint. Check the address, the network and the proxy.',
        );
      }
      if (/^\s*\{/.test(text) && jsonBody(text) === undefined) {
        throw new Error(
          `Introspection answered ${status} with JSON that cannot be read: the answer was cut short or changed on the way. Try again, and look for a proxy in between.`,
        );
      }
      const said = explain(errorsAt(expected.places), answer.error, answer.error_description);
      throw new Error(
        `Introspection answered ${status}: ${said || `"${excerpt(readable(text)) || '(empty body)'}"`}`,
      );
    });

    if (answer.active === true) {
      if (expected.authType !== '') {
        pm.test(
          `It is ${expected.holder === 'member' ? 'a member' : 'an application'} token (auth_type ${expected.authType})`,
          () => {
            if (answer.auth_type !== expected.authType)
              throw new Error(`auth_type is "${answer.auth_type}", expected "${expected.authType}".`);
          },
        );
      }
    }
  }

  judgeOrRetry(expected.retry, judge);
}

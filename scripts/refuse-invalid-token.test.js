/**
 * An API that takes any token protects nothing: an invalid one must be refused (RFC 6750 section 3.1).
 *
 * @param {ScriptFacts['afterInvalidToken']} expected
 */
function afterInvalidToken(expected) {
  const status = pm.response.code;
  const text = status === undefined ? '' : pm.response.text();
  const body = jsonBody(text) || {};

  function judge() {
    pm.test(`The API refuses an invalid token with ${expected.status}`, () => {
      if (status === undefined)
        throw new Error('No answer came. Check the address, the network and the proxy.');
      if (status !== expected.status)
        throw new Error(
          `The API answered ${status} to a token that it never issued, expected ${expected.status}.`,
        );
    });

    if (status === expected.status && Object.keys(expected.body).length > 0) {
      pm.test('The error body is the documented one', () => {
        const other = Object.keys(expected.body).filter((name) => body[name] !== expected.body[name]);
        if (other.length > 0) {
          throw new Error(
            other
              .map(
                (name) =>
                  `${name} is ${JSON.stringify(body[name])}, expected ${JSON.stringify(expected.body[name])}`,
              )
              .join('; '),
          );
        }
      });
    }
  }

  judgeOrRetry(expected.retry, judge);
}

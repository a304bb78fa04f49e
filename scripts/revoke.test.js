/**
 * RFC 7009 section 2.2: 200, whatever the token was worth.
 *
 * @param {ScriptFacts['afterRevocation']} expected
 */
function afterRevocation(expected) {
  pm.test('The server revokes the token', () => {
    if (pm.response.code !== 200) {
      // What comes next needs a dead token, and shows nothing with a living one.
      pm.environment.unset('access_token');
      pm.environment.unset('refresh_token');
      throw new Error(
        `The server answered ${pm.response.code === undefined ? 'nothing' : pm.response.code}.`,
      );
    }
  });
}

/**
 * A member who is signed in, and has allowed the same scopes before, is sent back with a code at once.
 *
 * @param {ScriptFacts['afterAnotherCode']} expected
 */
function afterAnotherCode(expected) {
  const location = pm.response.code === undefined ? '' : pm.response.headers.get('Location') || '';
  const target = location === '' ? '' : resolveAddress(pm.request.url.toString(), locationText(location));
  const parts = parseAddress(target);
  const answer = parts === null ? [] : decodeForm(parts.query.slice(1));
  const given = (name) => (answer.filter((pair) => pair[0] === name)[0] || ['', ''])[1];
  const code = given('code');

  pm.test('The server gives another code at once', () => {
    if (pm.response.code === undefined)
      throw new Error('No answer came. Check the address, the network and the proxy.');
    if (!isRedirectUri(target))
      throw new Error(
        [
          `${pm.response.code} came, which leads to ${target === '' ? 'no other address' : withoutQuery(target)},`,
          'not to the redirect_uri: the member is not signed in any more, or is asked again.',
          'Send the folder "Sign in" first.',
        ].join(' '),
      );
    if (given('state') !== pm.environment.get('state'))
      throw new Error('The state in the callback is not the one that was sent; the code was not used.');
    if (!keepFromServer('code', code))
      throw new Error(`The callback carries no code that can be used: "${given('error')}".`);
  });
}

/** Reads the parameters of a redirect that should bring an error back to the redirect_uri. */
// @ts-nocheck

function readRedirectRefusal(target, state) {
  const address = parseAddress(target);
  const answer =
    address === null ? [] : decodeForm(address.query.slice(1)).concat(decodeForm(address.fragment.slice(1)));
  const value = (name) => {
    const pair = answer.filter((entry) => entry[0] === name)[0];
    return pair === undefined ? '' : pair[1];
  };
  pm.test('The refusal goes to the redirect_uri, with the state that was sent', () => {
    if (!isRedirectUri(target))
      throw new Error(
        `The answer leads to ${target === '' ? 'no other address' : withoutQuery(target)}, expected the redirect_uri ${pm.variables.get('redirect_uri')}.`,
      );
    if (value('state') !== state)
      throw new Error('state is not the one that was sent: something on the way drops or changes it.');
  });
  return {
    status: pm.response.code,
    accepted: value('code') !== '' && value('error') === '',
    error: value('error'),
    text: value('error_description'),
    number: undefined,
    readable: '',
  };
}

/** Where the answer at hand redirects to; empty where it does not. */
function redirectTarget() {
  const location = pm.response.code === undefined ? undefined : pm.response.headers.get('Location');
  return location ? resolveAddress(pm.request.url.toString(), location) : '';
}

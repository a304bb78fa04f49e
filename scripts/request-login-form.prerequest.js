/**
 * Builds the authorization request (RFC 6749 section 4.1.1) from the query of this request, encoding each value
 * once, or follows the redirect that answered it when the step is sent again.
 *
 * @param {ScriptFacts['beforeAuthorization']} expected
 */
function beforeAuthorization(expected) {
  const HmacSHA256 = require('crypto-js').HmacSHA256;
  const encodings = require('crypto-js').enc;

  const FIVE_MINUTES = 300000;

  /**
   * Unguessable text of 43 characters. `random_seed` comes from a cryptographic source when legwork runs the
   * collection; today's Postman has one of its own. Newman's old sandbox has neither: its uuid is weaker.
   */
  function unguessable(purpose) {
    let seed = pm.variables.get('random_seed') || '';
    if (typeof crypto !== 'undefined') {
      seed += Array.from(crypto.getRandomValues(new Uint8Array(32))).join('.');
    } else if (seed === '') {
      seed = pm.variables.replaceIn('{{$guid}}{{$guid}}{{$guid}}{{$timestamp}}');
    }
    // The seed moves on with every use, so that no two values are alike.
    if (pm.variables.get('random_seed')) {
      pm.environment.set('random_seed', HmacSHA256('next', seed).toString(encodings.Hex));
    }
    return base64url(HmacSHA256(purpose, seed));
  }

  function base64url(words) {
    return words.toString(encodings.Base64).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  }

  function startAfresh() {
    pm.environment.set('state', unguessable('state'));
    pm.environment.unset('code');
    pm.environment.unset('member_id');
    if (expected.pkce === 'S256') {
      const verifier = unguessable('code_verifier');
      pm.environment.set('code_verifier', verifier);
      pm.variables.set('code_challenge', base64url(require('crypto-js').SHA256(verifier)));
    }
    // An empty parameter is left out: "scope=" is refused by servers that would grant a default.
    const query = filledIn(pm.request.url.query.all())
      .filter((pair) => pair[1] !== '')
      .map((pair) => `${encodeURIComponent(pair[0])}=${encodeURIComponent(pair[1])}`)
      .join('&');
    const endpoint = pm.variables.replaceIn(pm.variables.get('authorization_endpoint') || '');
    pm.request.url.update(`${endpoint}${endpoint.indexOf('?') === -1 ? '?' : '&'}${query}`);
    pm.collectionVariables.set('sign_in', JSON.stringify({ stage: 'start', hops: 0, startedAt: Date.now() }));
  }

  const missing = ['authorization_endpoint', 'client_id', 'redirect_uri'].filter(
    (name) => !pm.variables.get(name),
  );
  const underway = JSON.parse(pm.collectionVariables.get('sign_in') || '{}');

  if (missing.length > 0) {
    refuse(`Set ${missing.join(', ')} in the environment first: without it there is nothing to ask for.`);
  } else if (
    underway.stage === 'follow' &&
    underway.from === pm.info.requestName &&
    Date.now() - underway.startedAt < FIVE_MINUTES
  ) {
    pm.request.url.update(underway.url);
  } else {
    startAfresh();
  }
}

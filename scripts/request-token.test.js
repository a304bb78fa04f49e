// Reads the answer of the token endpoint (RFC 6749 sections 5.1 and 5.2). It is judged by its body: servers
// differ in status and content type.
function refusal(status, text, body) {
  const { error, code, title, error_description, message, detail } = body || {};
  const said = explain(error || code || title, error_description || message || detail);
  if (said !== '') return `${status}: ${said}`;
  if (text.trim() === '')
    return `${status} with an empty body. Check client_id, client_secret and the endpoint.`;
  // What comes of a cut answer is most of a token: it must not stand in a report.
  if (body === undefined && /"(access|refresh|id)_token"/.test(text))
    return `${status} with a token in JSON that cannot be read: the answer was cut short or changed on the way. Try again, and look for a proxy in between.`;
  return `${status} with something that is no token: "${excerpt(readable(text))}"`;
}

/** Reads a JSON Web Token's claims; whether its signature is right is not asked here. */
function claimsOf(token) {
  const part = token.split('.')[1] || '';
  return jsonBody(Buffer.from(part.replace(/-/g, '+').replace(/_/g, '/'), 'base64').toString('utf8')) || {};
}

function checkIdToken(token) {
  const claims = claimsOf(token);
  const now = Date.now() / 1000;
  const issuer = pm.variables.replaceIn(pm.variables.get('issuer') || '');
  const audience = [].concat(claims.aud);
  pm.test('The id_token comes from the issuer and is meant for this client', () => {
    if (claims.iss !== issuer)
      throw new Error(
        `The id_token says iss="${claims.iss}", expected "${issuer}". Correct the variable issuer, or distrust the token.`,
      );
    if (audience.indexOf(pm.variables.get('client_id')) === -1)
      throw new Error(`The id_token is meant for "${audience.join(', ')}", not for this client.`);
    // Five minutes for clocks that differ.
    if (!(claims.exp > now - 300))
      throw new Error('The id_token has expired. Check the clock of this machine.');
  });
}

/** Some servers send a list where RFC 6749 wants a text; undefined where it is neither. */
function scopeOf(body) {
  const scope = Array.isArray(body.scope) ? body.scope.join(' ') : body.scope;
  return isPlainText(scope) ? scope : undefined;
}

function keep(body) {
  const lifetime = Number(body.expires_in);
  keepFromServer(expected.token, body.access_token);
  pm.environment.set(`${expected.token}_issued_at`, new Date().toISOString());
  // A hundred years are enough for everyone, and as much as a date can bear.
  if (lifetime > 0) {
    const end = Date.now() + Math.min(lifetime, 3e9) * 1000;
    pm.environment.set(`${expected.token}_expires_at`, new Date(end).toISOString());
  } else {
    // The end of the token before says nothing of this one.
    pm.environment.unset(`${expected.token}_expires_at`);
  }
  if (expected.holder === 'application') return;
  if (!keepFromServer('refresh_token', body.refresh_token) && !expected.refresh)
    pm.environment.unset('refresh_token');
  // RFC 6749 section 5.1: left out when it is the scope that was asked for.
  if (body.scope === undefined) {
    if (!expected.refresh) pm.environment.set('granted_scope', pm.variables.get('scope') || '');
  } else if (!keepFromServer('granted_scope', scopeOf(body))) {
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
const token = body === undefined ? undefined : body.access_token;
const usable = isPlainText(token);
const accepted = usable && status !== undefined && status < 400;

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
    pm.test('The token is of type Bearer', () => {
      // Required by RFC 6749 section 5.1, yet some servers leave it out.
      if (body.token_type !== undefined && !/^bearer$/i.test(body.token_type)) {
        throw new Error(`token_type is "${body.token_type}": this collection can only use bearer tokens.`);
      }
    });
    if (body.expires_in !== undefined) {
      pm.test('The answer says how long the token lives', () => {
        if (!(Number(body.expires_in) > 0))
          throw new Error(`expires_in is ${JSON.stringify(body.expires_in)}, expected seconds.`);
      });
    }
    if (body.refresh_token !== undefined && expected.holder === 'member') {
      pm.test('The refresh token can be used', () => {
        if (!isPlainText(body.refresh_token)) {
          throw new Error(
            'The refresh token has characters that RFC 6749 does not allow, or would be read as a variable. It was not kept.',
          );
        }
      });
    }
    keep(body);
    if (expected.holder === 'member' && !expected.refresh) {
      reportScope();
      if (typeof body.id_token === 'string') checkIdToken(body.id_token);
    }
  } else {
    pm.execution.setNextRequest(null);
  }
  if (expected.holder === 'member' && !expected.refresh) pm.environment.unset('code');
}

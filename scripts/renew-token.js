/** Milliseconds before its end from which a token is renewed: it shall still be good when the API looks at it. */
const EARLY = 30000;

/**
 * Renews a token that has expired, or is about to, before the request that carries it: by its refresh token (RFC 6749
 * section 6), or by asking again as the application (section 4.4). A token whose end is not known is left alone.
 */
function renewIfStale() {
  const { token } = expected.renewal;
  const end = Date.parse(pm.variables.get(`${token}_expires_at`) || '');
  if (!pm.variables.get(token) || !(end - Date.now() < EARLY)) return;
  const isDead = end <= Date.now();
  const missing = renewalNeeds().filter((name) => !pm.variables.get(name));
  if (missing.length > 0) {
    console.warn(
      `The ${token} ${isDead ? 'has expired' : 'ends within half a minute'} and is not renewed: ${missing.join(' and ')} is empty. Get a new one by sending the token request again.`,
    );
    return;
  }
  pm.sendRequest(renewalRequest(), (error, response) => {
    const answer = (error ? undefined : jsonBody(response.text())) || {};
    if (!error && response.code < 400 && isPlainText(answer.access_token)) {
      keepRenewed(token, answer);
      console.info(`The ${token} ${isDead ? 'had expired' : 'was about to end'}; it was renewed.`);
      return;
    }
    const said = error
      ? 'no answer came from the token endpoint'
      : `the token endpoint answered ${response.code}: ${explain(answer.error, answer.error_description)}`;
    if (isDead) refuse(`The ${token} has expired and could not be renewed: ${said}`);
    else console.warn(`The ${token} ends within half a minute and could not be renewed: ${said}`);
  });
}

/** Variables without which nothing can be renewed. */
function renewalNeeds() {
  return ['token_endpoint', 'client_id']
    .concat(expected.renewal.authentication === 'none' ? [] : ['client_secret'])
    .concat(expected.renewal.grant === 'refresh_token' ? ['refresh_token'] : []);
}

/** The form is encoded here, so that nothing in it is taken for a variable; all that is secret is in the body. */
function renewalRequest() {
  const { grant, authentication, parameters } = expected.renewal;
  const value = (name) => pm.variables.get(name) || '';
  const client = [['client_id', value('client_id')]];
  if (authentication === 'client_secret_post') client.push(['client_secret', value('client_secret')]);
  const fields = [['grant_type', grant]]
    .concat(grant === 'refresh_token' ? [['refresh_token', value('refresh_token')]] : [])
    .concat(grant === 'client_credentials' ? [['scope', value('application_scope')]] : [])
    .concat(authentication === 'client_secret_basic' ? [] : client)
    .concat(parameters)
    .filter((field) => field[1] !== '');
  const header = [
    { key: 'Content-Type', value: 'application/x-www-form-urlencoded' },
    { key: 'Accept', value: 'application/json' },
  ];
  if (authentication === 'client_secret_basic') {
    const pair = encodeForm([[value('client_id'), value('client_secret')]]).replace('=', ':');
    header.push({ key: 'Authorization', value: `Basic ${Buffer.from(pair, 'utf8').toString('base64')}` });
  }
  return {
    url: pm.variables.replaceIn(value('token_endpoint')),
    method: 'POST',
    header,
    body: { mode: 'raw', raw: encodeForm(fields) },
  };
}

/** Some servers send the same refresh token back, some another one; then the old one is of no use any more. */
function keepRenewed(token, answer) {
  const lifetime = Number(answer.expires_in);
  keepFromServer(token, answer.access_token);
  pm.environment.set(`${token}_issued_at`, new Date().toISOString());
  if (lifetime > 0) {
    pm.environment.set(`${token}_expires_at`, new Date(Date.now() + lifetime * 1000).toISOString());
  } else {
    pm.environment.unset(`${token}_expires_at`);
  }
  if (expected.renewal.grant !== 'refresh_token') return;
  keepFromServer('refresh_token', answer.refresh_token);
  keepFromServer('granted_scope', answer.scope);
}

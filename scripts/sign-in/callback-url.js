// ---- The redirect_uri: what leads there, and what only seems to -------------------------------------------------

/** A URL as a browser goes to it, without query and fragment; a text that is no URL stays as it is. */
function callbackForm(text) {
  const url = urls.read(text);
  return url === null ? text.replace(/[?#][\s\S]*$/, '') : url.origin + url.path;
}

/**
 * The same of the redirect_uri. legwork has serialized it with the tables of Unicode where that makes a difference, and
 * says so in `callback_url`; what it says counts for that redirect_uri only.
 */
function wantedCallback() {
  const redirectUri = pm.variables.get('redirect_uri') || '';
  const known = JSON.parse(pm.variables.get('callback_url') || '{}');
  return known.redirect_uri === redirectUri ? known.url : callbackForm(redirectUri);
}

/** Whether the URL is the redirect_uri: scheme, host, port and path (RFC 6749 section 3.1.2). */
function isRedirectUri(address) {
  return wantedCallback() !== '' && callbackForm(address) === wantedCallback();
}

/**
 * Whether a URL, or the fields that a form would send there, carry the code of this sign-in: a code, and the state that
 * was sent. Where that is not the redirect_uri, nobody may be shown it.
 *
 * @param fields pairs of name and value; left out where no form is sent
 */
function carriesCode(address, fields) {
  const sent = pm.environment.get('state');
  const parts = parseAddress(address);
  const query = parts === null ? [] : decodeForm(parts.query.slice(1));
  const fragment = parts === null ? [] : decodeForm(parts.fragment.slice(1));
  const pairs = query.concat(fragment, fields || []);
  const has = (name, isRight) => pairs.some((pair) => pair[0] === name && isRight(pair[1]));
  return Boolean(sent) && has('code', (value) => value !== '') && has('state', (value) => value === sent);
}

/** The diagnosis of a code that goes somewhere else. */
function strayCode(address) {
  const redirectUri = pm.variables.get('redirect_uri') || '';
  const partsOfCallback = (text) => parseAddress(callbackForm(text)) || { scheme: '', host: '', path: '' };
  const came = partsOfCallback(address);
  const wanted = partsOfCallback(wantedCallback());
  const other = ['scheme', 'host', 'path']
    .filter((part) => came[part] !== wanted[part])
    .map(
      (part) => `${part === 'host' ? 'host and port' : part} "${came[part]}" instead of "${wanted[part]}"`,
    );
  const difference = other.length === 0 ? '' : `, with the ${other.join(' and the ')}`;
  return new Error(
    [
      `The server sent the code to ${withoutQuery(address)}, which is not the redirect_uri ${redirectUri}${difference}.`,
      'That URL was not requested, and the code was not used.',
      'Register redirect_uri exactly as it is sent, character by character, or send the value that is registered;',
      '"legwork doctor redirect-uri" compares the two.',
    ].join(' '),
  );
}

/**
 * A URL that a server chose, as the next request may have it. Every URL that is kept for a request comes through here.
 *
 * @param fields of the form that would be sent there
 */
function nextUrl(address, fields) {
  if (carriesCode(address, fields)) throw strayCode(address);
  return inert(address);
}

/** RFC 6749 appendix A.12, and nothing that Postman would read as a variable. */
function isSendableToken(value) {
  return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value) && isInert(value) && !isPlaceholder(value);
}

/** The status is RFC 6749 section 5.1; a token beside an error, or in a redirect, is not one that was granted. */
function accessTokenProblem(status, body) {
  const token = body.access_token;
  if (!isLeftOut(body.error)) return 'it has the member "error" (RFC 6749 section 5.2)';
  if (!isSendableToken(token)) {
    const what =
      typeof token === 'string' && token.trim() !== '' ? 'a text that is no token' : inWords(token);
    return `access_token is ${what}`;
  }
  if (!(status >= 200 && status < 300))
    return `a token came with status ${status}, and it comes with 200 only`;
  return '';
}

/** Required by RFC 6749 section 5.1, yet some servers leave it out. @param {readonly string[]} [alike] other names of bearer tokens */
function tokenTypeProblem(body, alike) {
  const type = body.token_type;
  if (type === undefined || type === null) return '';
  if (typeof type !== 'string') return `token_type is ${inWords(type)}, expected "Bearer"`;
  if (alike && alike.indexOf(type) !== -1) return '';
  return /^bearer$/i.test(type) ? '' : `token_type is ${shown(type)}: only bearer tokens can be used`;
}

/** Whether a value is seconds, as a number or as digits: some servers write a text. */
function isLife(value) {
  const isNumber = typeof value === 'number' || (typeof value === 'string' && /^\d+(\.\d+)?$/.test(value));
  return isNumber && Number(value) > 0;
}

/** Seconds; what lives longer than a century might as well have no end, and there is no date for some of it. */
const LONGEST_LIFE = 100 * 365 * 86400;

/** The seconds that a token lives; undefined where it has no end, or where the value is no time. */
function secondsOf(value) {
  return isLife(value) && Number(value) <= LONGEST_LIFE ? Number(value) : undefined;
}

function lifetimeProblem(body) {
  const life = body.expires_in;
  if (isLeftOut(life) || isLife(life)) return '';
  return `expires_in is ${shown(life)}, expected seconds`;
}

/** Spaces within are allowed by RFC 6749 appendix A.17: a refresh token never stands in a header. */
function refreshTokenProblem(body) {
  const token = body.refresh_token;
  if (isLeftOut(token)) return '';
  const usable =
    typeof token === 'string' &&
    /^[\x20-\x7e]+$/.test(token) &&
    token.trim() !== '' &&
    isInert(token) &&
    !isPlaceholder(token);
  if (usable) return '';
  return typeof token === 'string'
    ? 'the refresh token has characters that RFC 6749 does not allow, or would be read as a variable'
    : `refresh_token is ${inWords(token)}, expected a text`;
}

/** The scopes that a response names; some servers send a list where RFC 6749 wants a text. Undefined: neither. */
function scopesOf(scope) {
  const texts = Array.isArray(scope) ? scope : [scope];
  const readable = texts.every((text) => typeof text === 'string' && /^[\x20-\x7e]*$/.test(text));
  if (!readable || !texts.every(isInert)) return undefined;
  return texts
    .join(' ')
    .split(/[\s,]+/)
    .filter((name) => name !== '');
}

/** @param asked scopes that were asked for; left out in the response, they were granted (RFC 6749 section 5.1) */
function scopeProblem(body, asked) {
  if (body.scope === undefined || body.scope === null) return '';
  const scopes = scopesOf(body.scope);
  if (scopes === undefined) return `scope is ${inWords(body.scope)}, expected names of scopes`;
  return scopes.length === 0 && asked.length > 0
    ? `no scope was granted: "${asked.join(' ')}" was asked for`
    : '';
}

/** @param wanted whether one must come: a code was exchanged that stands for the scope openid */
function idTokenPresenceProblem(body, wanted) {
  const token = body.id_token;
  if (isLeftOut(token)) return wanted ? 'openid was granted, and no id_token came' : '';
  return typeof token === 'string' ? '' : `id_token is ${inWords(token)}, expected a text`;
}

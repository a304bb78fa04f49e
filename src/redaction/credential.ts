/** The end of a name, without case and separators, that says that the value is a credential. */
const TOKEN_LIKE = /(?:token|secret|assertion|jwt|password|passwd|passphrase|verifier|credentials?)s?$/;

/** Such names are of credentials and of harmless things: the value decides. */
const DOUBTFUL = /(?:code|key|session|sessionid|sid)$/;

/** Codes of errors are called after what is wrong: `invalid_token` (RFC 6750), `EXPIRED_ACCESS_TOKEN` (APIs). */
const ERROR_CODE =
  /^(?:(?:invalid|expired|revoked|empty|missing|malformed|unknown|inactive)[\w-]*token|token_?(?:invalid|expired|revoked))$/i;

/** A run of characters that tokens are made of, as long as a credential at least. */
const RUN = /[A-Za-z0-9_~+/=-]{16,}/g;

/** Parts of names that people give: words, numbers of versions, dates, `1st`, algorithms such as `S256`. */
const PLAIN_PART =
  /^(?:[a-z]*|[A-Z]+|[A-Z]?[a-z]+(?:[A-Z][a-z]+)*|\d{1,8}|\d{1,2}(?:st|nd|rd|th)|[A-Za-z]{1,12}\d{1,2}|[A-Z]{1,2}(?:256|384|512))$/;

/** A name without case and separators: `clientId`, `client-id` and `client_id` are one. */
export function bareName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '');
}

/**
 * Whether a member with this name holds a credential: names that end in token, secret, assertion, jwt, password, in
 * whatever case and with whatever separators; code, key and session when the value looks like one.
 */
export function isTokenLike(name: string, value: string): boolean {
  const bare = bareName(name);
  if (ERROR_CODE.test(name) && isSentence(value)) return false;
  return TOKEN_LIKE.test(bare) || (DOUBTFUL.test(bare) && looksLikeCredential(value));
}

/** Words with nothing among them that could be a credential: no token has spaces (RFC 6750 section 2.1). */
function isSentence(value: string): boolean {
  return (
    /^\p{L}+(?: [\p{L}\p{N}(][\w,.:;()\p{L}-]*){2,}$/u.test(value) &&
    withoutCredentials(value, () => '‹') === value
  );
}

/** Whether a name alone says that the value is a credential. */
export function isTokenName(name: string): boolean {
  return TOKEN_LIKE.test(bareName(name));
}

/** At least 16 characters of a token's alphabet with digits among them, and not a name that a person gave. */
export function looksLikeCredential(value: string): boolean {
  return /^[A-Za-z0-9_~+/=.-]{16,}$/.test(value) && value.split('.').some(isRandom);
}

/** Whether a value of a server's message is unlike any word: then it is worth looking for it elsewhere, too. */
export function looksRandom(value: string): boolean {
  if (/\s/.test(value) || value.length < 8 || /^https?:\/\//i.test(value)) return false;
  return (
    /\d/.test(value) &&
    /[A-Za-z]/.test(value) &&
    !value.split(/[_./:-]/).every((part) => PLAIN_PART.test(part))
  );
}

/** A text with everything masked that looks like a credential; masks that stand in it are left alone. */
export function withoutCredentials(text: string, mask: (run: string) => string): string {
  return text
    .split(/(‹[^‹›]*›)/)
    .map((part) =>
      part.startsWith('‹') ? part : part.replace(RUN, (run) => (isRandom(run) ? mask(run) : run)),
    )
    .join('');
}

function isRandom(run: string): boolean {
  if (run.length < 16 || !/\d/.test(run)) return false;
  return !run.split(/[_~+/=-]/).every((part) => PLAIN_PART.test(part));
}

import { isInert } from '../inert.ts';
import { inWords, isLeftOut, isPlaceholder, shown } from './odd-value.ts';

/**
 * What is wrong with the members of a token response; each rule gives an empty text where nothing is. They are those of
 * scripts/token-rules.js, and a table of cases holds the two equal: what passes in Postman passes here, and nothing else.
 */
type Members = Readonly<Record<string, unknown>>;

/** RFC 6749 appendix A.12, and nothing that Postman would read as a variable. */
export function isSendableToken(value: unknown): value is string {
  return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value) && isInert(value) && !isPlaceholder(value);
}

/** The status is RFC 6749 section 5.1; a token beside an error, or in a redirect, is not one that was granted. */
export function accessTokenProblem(status: number, body: Members): string {
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

/**
 * Required by RFC 6749 section 5.1, yet some servers leave it out.
 *
 * @param alike other names under which the provider gives tokens that are sent as bearer tokens
 */
export function tokenTypeProblem(body: Members, alike: readonly string[] = []): string {
  const type = body.token_type;
  if (type === undefined || type === null) return '';
  if (typeof type !== 'string') return `token_type is ${inWords(type)}, expected "Bearer"`;
  if (alike.indexOf(type) !== -1) return '';
  return /^bearer$/i.test(type) ? '' : `token_type is ${shown(type)}: only bearer tokens can be used`;
}

/** Whether a value is seconds, as a number or as digits: some servers write a text. */
function isLife(value: unknown): boolean {
  const isNumber = typeof value === 'number' || (typeof value === 'string' && /^\d+(\.\d+)?$/.test(value));
  return isNumber && Number(value) > 0;
}

/** Seconds; what lives longer than a century might as well have no end, and there is no date for some of it. */
const LONGEST_LIFE = 100 * 365 * 86400;

/** The seconds that a token lives; undefined where it has no end, or where the value is no time. */
export function secondsOf(value: unknown): number | undefined {
  return isLife(value) && Number(value) <= LONGEST_LIFE ? Number(value) : undefined;
}

/** RFC 6749 section 5.1: recommended, and a number of seconds. */
export function lifetimeProblem(body: Members): string {
  const life = body.expires_in;
  if (isLeftOut(life) || isLife(life)) return '';
  return `expires_in is ${shown(life)}, expected seconds`;
}

/** Spaces within are allowed by RFC 6749 appendix A.17: a refresh token never stands in a header. */
export function refreshTokenProblem(body: Members): string {
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
export function scopesOf(scope: unknown): string[] | undefined {
  const texts: unknown[] = Array.isArray(scope) ? scope : [scope];
  const readable = texts.every(
    (text) => typeof text === 'string' && /^[\x20-\x7e]*$/.test(text) && isInert(text),
  );
  if (!readable) return undefined;
  return texts
    .join(' ')
    .split(/[\s,]+/)
    .filter((name) => name !== '');
}

/**
 * RFC 6749 section 3.3: a server may grant less than was asked for, and must say so.
 *
 * @param asked scopes that were asked for; left out in the response, they were granted (section 5.1)
 */
export function scopeProblem(body: Members, asked: readonly string[]): string {
  if (body.scope === undefined || body.scope === null) return '';
  const scopes = scopesOf(body.scope);
  if (scopes === undefined) return `scope is ${inWords(body.scope)}, expected names of scopes`;
  return scopes.length === 0 && asked.length > 0
    ? `no scope was granted: "${asked.join(' ')}" was asked for`
    : '';
}

/**
 * OpenID Connect Core section 3.1.3.3.
 *
 * @param wanted whether one must come: a code was exchanged that stands for the scope openid
 */
export function idTokenPresenceProblem(body: Members, wanted: boolean): string {
  const token = body.id_token;
  if (isLeftOut(token)) return wanted ? 'openid was granted, and no id_token came' : '';
  return typeof token === 'string' ? '' : `id_token is ${inWords(token)}, expected a text`;
}

import { audienceProblem, isSubject, notSubject, readJwt } from './id-token-rules.ts';
import { isLeftOut, shown } from './odd-value.ts';

type Members = Readonly<Record<string, unknown>>;

/**
 * The claims of a response of the UserInfo endpoint: JSON, or a signed JSON Web Token (OpenID Connect Core section
 * 5.3.2); undefined where it is neither.
 */
export function userinfoClaims(text: string, contentType: string): Members | undefined {
  if (/^application\/jwt\b/i.test(contentType)) return readJwt(text.trim())?.claims;
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' ? (value as Members) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Why a response of the UserInfo endpoint does not say who the person is (OpenID Connect Core sections 5.3.2 to 5.3.4);
 * empty where it does. scripts/userinfo-rules.js has the same rules, and a table of cases holds the two equal.
 *
 * @param wanted the subject is that of the id_token, empty where there is none
 */
export function userinfoProblem(
  claims: Members | undefined,
  wanted: { readonly issuer: string; readonly clientId: string; readonly subject: string },
): string {
  if (claims === undefined || Array.isArray(claims)) return 'it is no JSON object';
  if (!isLeftOut(claims.error)) return 'it has the member "error"';
  if (!isSubject(claims.sub)) return `sub is ${notSubject(claims.sub)}`;
  if (wanted.subject !== '' && claims.sub !== wanted.subject)
    return 'sub is not that of the id_token: it speaks of another person';
  // Only signed ones need them; whoever names somebody else means somebody else.
  if (!isLeftOut(claims.iss) && claims.iss !== wanted.issuer)
    return `it says iss=${shown(claims.iss)}, expected "${wanted.issuer}"`;
  return isLeftOut(claims.aud) ? '' : audienceProblem(claims, wanted.clientId);
}

/** The id of a person in a proprietary API, often a number. Undefined if it is not an id. */
export function memberIdOf(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : undefined;
  return isSubject(value) ? value : undefined;
}

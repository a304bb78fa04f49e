import { CLOCK_TOLERANCE } from './id-token-rules.ts';
import { inWords, isLeftOut, shown } from './odd-value.ts';
import { scopesOf } from './token-rules.ts';

type Members = Readonly<Record<string, unknown>>;

/** What introspection must fit. */
export interface ExpectedIntrospection {
  readonly clientId: string;
  readonly issuer: string;
  /** `sub` of the member; empty where nobody knows it. */
  readonly subject: string;
  /** Seconds since 1970. */
  readonly now: number;
}

/** Seconds since 1970, as a number or as digits; undefined where it is neither. */
function instantOf(value: unknown): number | undefined {
  const isNumber = typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value));
  return isNumber ? Number(value) : undefined;
}

function timeProblem(body: Members, now: number): string {
  // expires_at is another name for exp, not in RFC 7662.
  const names = ['exp', 'expires_at', 'iat', 'nbf'].filter((name) => !isLeftOut(body[name]));
  const odd = names.find((name) => instantOf(body[name]) === undefined);
  if (odd !== undefined) return `"${odd}" is ${inWords(body[odd])}, expected seconds since 1970`;
  const at = (name: string) => instantOf(body[name]) ?? 0;
  const expired = names.find((name) => /^exp/.test(name) && at(name) <= now - CLOCK_TOLERANCE);
  if (expired !== undefined) return `by "${expired}" it has expired`;
  const early = names.find((name) => /^(iat|nbf)$/.test(name) && at(name) > now + CLOCK_TOLERANCE);
  return early === undefined ? '' : `by "${early}" it is not valid yet`;
}

/**
 * Why a response that says active: true cannot be believed (RFC 7662 section 2.2); empty where nothing speaks against it.
 * scripts/introspection-rules.js has the same rules, and a table of cases holds the two equal.
 */
export function introspectionProblem(status: number, body: Members, wanted: ExpectedIntrospection): string {
  if (!(status >= 200 && status < 300)) return `the response has status ${status}, expected 200`;
  if (!isLeftOut(body.error)) return 'the response has the member "error"';
  if (typeof body.status === 'string' && /^(expired|revoked|inactive)$/i.test(body.status))
    return `"status" is "${body.status}"`;
  const same = (name: string, value: string) => isLeftOut(body[name]) || body[name] === value;
  if (!same('client_id', wanted.clientId)) return `the token was issued to client ${shown(body.client_id)}`;
  if (!same('iss', wanted.issuer))
    return `the token comes from iss=${shown(body.iss)}, expected "${wanted.issuer}"`;
  if (!isLeftOut(body.sub) && typeof body.sub !== 'string')
    return `"sub" is ${inWords(body.sub)}, expected a text`;
  if (wanted.subject !== '' && !same('sub', wanted.subject))
    return `the token belongs to sub=${shown(body.sub)}, not to the member who signed in`;
  if (!isLeftOut(body.scope) && scopesOf(body.scope) === undefined)
    return `"scope" is ${inWords(body.scope)}, expected names of scopes`;
  return timeProblem(body, wanted.now);
}

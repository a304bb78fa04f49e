import { splitScope } from '../oauth/scope.ts';
import type { IssuedToken } from '../oauth/token-answer.ts';

/** What tells stored tokens apart: the same client may hold one of each kind for each set of scopes. */
export interface TokenKey {
  /** Whose token it is: an application's own, or one that a member granted. */
  readonly holder: 'member' | 'application';
  readonly issuer: string;
  readonly clientId: string;
  /** What was asked for, sorted. */
  readonly scopes: readonly string[];
}

/** A token as it is kept. Times are milliseconds since 1970; undefined where the server did not say. */
export interface StoredToken extends TokenKey {
  /** Id of the provider, for people. */
  readonly provider: string;
  /** Id of the member, as the provider tells this client; undefined for applications. */
  readonly memberId?: string | undefined;
  readonly accessToken: string;
  readonly obtainedAt: number;
  readonly expiresAt?: number | undefined;
  readonly refreshToken?: string | undefined;
  readonly refreshExpiresAt?: number | undefined;
  readonly granted: readonly string[];
}

/** Milliseconds before its end from which a token is renewed. */
const EARLY = 300_000;

/** The scopes of a key in one order, each once. */
export function scopeSet(scopes: readonly string[]): string[] {
  return [...new Set(scopes)].sort();
}

/** Whether two keys name the same token. */
export function isSameKey(one: TokenKey, other: TokenKey): boolean {
  return keyText(one) === keyText(other);
}

function keyText({ holder, issuer, clientId, scopes }: TokenKey): string {
  return JSON.stringify([holder, issuer, clientId, scopeSet(scopes)]);
}

/**
 * Whether a token is good for some time yet: at least five minutes, or a tenth of its life when that is shorter. A
 * token without a known end is taken to be good.
 */
export function isFresh({ expiresAt, obtainedAt }: StoredToken, now: number): boolean {
  if (expiresAt === undefined) return true;
  return now < expiresAt - Math.min(EARLY, (expiresAt - obtainedAt) / 10);
}

/** Whether a token still works, be it for a moment. */
export function isAlive({ expiresAt }: StoredToken, now: number): boolean {
  return expiresAt === undefined || now < expiresAt;
}

/** Whether a token could be renewed without a person. */
export function canRefresh({ refreshToken, refreshExpiresAt }: StoredToken, now: number): boolean {
  return refreshToken !== undefined && (refreshExpiresAt === undefined || now < refreshExpiresAt);
}

/** A first token as it is kept. */
export function storedToken(
  key: TokenKey & { readonly provider: string; readonly memberId?: string | undefined },
  issued: IssuedToken,
  now: number,
): StoredToken {
  const { holder, issuer, clientId, provider, memberId } = key;
  const refreshExpiresAt = end(issued.refreshExpiresIn, now);
  return {
    provider,
    holder,
    issuer,
    clientId,
    scopes: scopeSet(key.scopes),
    memberId,
    accessToken: issued.accessToken,
    obtainedAt: now,
    expiresAt: earlier(end(issued.expiresIn, now), refreshExpiresAt),
    refreshToken: issued.refreshToken,
    refreshExpiresAt,
    // Left out when it is what was asked for: RFC 6749 section 5.1.
    granted: issued.scope === undefined ? scopeSet(key.scopes) : scopeSet(splitScope(issued.scope)),
  };
}

/**
 * A token after its renewal. A refresh token that comes back unchanged lives no longer than before, whatever is
 * said of it (at some providers it keeps its first end); a new one replaces the old one
 * (RFC 6749 section 6), with the life that it comes with. No access token outlives its refresh token.
 */
export function renewedToken(old: StoredToken, issued: IssuedToken, now: number): StoredToken {
  const refreshToken = issued.refreshToken ?? old.refreshToken;
  const said = end(issued.refreshExpiresIn, now);
  const isSame = refreshToken === old.refreshToken;
  const refreshExpiresAt = isSame ? earlier(said, old.refreshExpiresAt) : said;
  const fresh = storedToken(old, { ...issued, refreshToken }, now);
  return {
    ...fresh,
    expiresAt: earlier(end(issued.expiresIn, now), refreshExpiresAt),
    refreshExpiresAt,
    granted: issued.scope === undefined ? old.granted : fresh.granted,
  };
}

function end(seconds: number | undefined, now: number): number | undefined {
  return seconds === undefined ? undefined : now + seconds * 1000;
}

function earlier(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);
}

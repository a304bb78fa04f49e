import type { EmulatedApp, EmulatedMember } from '../config/config.ts';
import { type BoundedMap, createBoundedMap } from './bounded-map.ts';

/** An authorization request that passed its checks and waits for login and consent. */
export interface PendingFlow {
  readonly key: string;
  readonly app: EmulatedApp;
  /** As it was sent, after one decoding. */
  readonly redirectUri: string;
  readonly state: string | undefined;
  /** Alphabetical, each once. */
  readonly scopes: readonly string[];
  /** At LinkedIn, of the endpoint for native clients only. */
  readonly codeChallenge: string | undefined;
  /** What a dialect remembers of the authorization request. */
  readonly dialect?: DialectRequest;
}

/** What a dialect remembers of an authorization request, for the code and the tokens that come of it. */
interface DialectRequest {
  /** Values in the path of the endpoint: a tenant, a realm. */
  readonly pathValues: Readonly<Record<string, string>>;
  readonly query: ReadonlyMap<string, string>;
  readonly challengeMethod: 'S256' | 'plain';
}

/** What one authorization stands for: one application acting for one member with one set of scopes. */
export interface Authorization {
  readonly app: EmulatedApp;
  /** Left out for application tokens. */
  readonly member: EmulatedMember | undefined;
  readonly scopes: readonly string[];
  /** Milliseconds since 1970. */
  readonly authorizedAt: number;
  /** Whether a token of it was revoked, and with it all others that come from the same code. */
  revoked: boolean;
  /** Of members' tokens, once there are any. */
  series: TokenSeries | undefined;
  readonly dialect?: DialectRequest;
}

/**
 * What the tokens have in common that a member gave to an application with the same scopes. It ends when tokens with
 * other scopes are given: all of its own die then, at once and without being looked for.
 */
interface TokenSeries {
  readonly scopes: readonly string[];
  over: boolean;
}

export interface IssuedCode {
  readonly authorization: Authorization;
  readonly redirectUri: string;
  readonly codeChallenge: string | undefined;
  readonly expiresAt: number;
  used: boolean;
}

export interface IssuedToken {
  readonly kind: 'access' | 'refresh';
  readonly authorization: Authorization;
  readonly createdAt: number;
  readonly expiresAt: number;
}

/** A member's remembered consent. */
interface Grant {
  readonly scopes: readonly string[];
  readonly expiresAt: number;
}

/** A right password whose owner must still prove something. */
export interface PendingChallenge {
  readonly member: EmulatedMember;
  readonly flow: PendingFlow;
}

/** Everything that an emulator remembers. All times are milliseconds since 1970. */
export interface State {
  readonly flows: BoundedMap<PendingFlow>;
  readonly sessions: BoundedMap<EmulatedMember>;
  readonly challenges: BoundedMap<PendingChallenge>;
  readonly codes: BoundedMap<IssuedCode>;
  readonly tokens: BoundedMap<IssuedToken>;
  readonly grants: BoundedMap<Grant>;
  /** The last one of each member and application. */
  readonly series: BoundedMap<TokenSeries>;
}

/** An empty memory. */
export function createState(now: () => number): State {
  return {
    flows: createBoundedMap(now),
    sessions: createBoundedMap(now),
    challenges: createBoundedMap(now),
    codes: createBoundedMap(now),
    tokens: createBoundedMap(now),
    grants: createBoundedMap(now),
    series: createBoundedMap(now),
  };
}

/** Whether a token was ended before its time. */
export function isRevoked({ authorization: { revoked, series } }: IssuedToken): boolean {
  return revoked || series?.over === true;
}

/** The key under which the consent of a member to an application is kept. */
export function grantKey(app: EmulatedApp, member: EmulatedMember): string {
  return JSON.stringify([app.clientId, member.username]);
}

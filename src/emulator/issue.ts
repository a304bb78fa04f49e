import { randomToken } from '../oauth/random.ts';
import { lifetimes } from '../providers/linkedin.ts';
import type { EmulatedMember } from './config.ts';
import type { Emulation } from './emulation.ts';
import { randomUuid } from './identity.ts';
import { type Authorization, grantKey, type IssuedToken, type PendingFlow } from './state.ts';

/** Dead codes and tokens are remembered for a month, to be told apart from those that never existed. */
const REMEMBER_DEAD = 30 * 86_400_000;

// Codes of LinkedIn have 211 characters, access tokens were seen with 350; all begin with AQ and a letter.
const CODE_BYTES = 156;
const TOKEN_BYTES = 260;

/**
 * Issues an authorization code, and remembers the member's consent.
 *
 * @returns the code: 211 characters, good for 30 minutes and one use
 */
export function issueCode(emulation: Emulation, flow: PendingFlow, member: EmulatedMember): string {
  const { state, now, randomBytes } = emulation;
  const code = `AQT${randomToken(randomBytes, CODE_BYTES)}`;
  const expiresAt = now() + lifetimes.code * 1000;
  const authorization: Authorization = {
    id: randomUuid(randomBytes),
    app: flow.app,
    member,
    scopes: flow.scopes,
    authorizedAt: now(),
  };
  const { redirectUri, codeChallenge } = flow;
  state.codes.set(
    code,
    { authorization, redirectUri, codeChallenge, expiresAt, used: false },
    expiresAt + REMEMBER_DEAD,
  );
  const grantEnd = now() + lifetimes.memberToken * 1000;
  state.grants.set(
    grantKey(flow.app, member),
    { scopes: flow.scopes, expiresAt: grantEnd },
    grantEnd + REMEMBER_DEAD,
  );
  state.flows.delete(flow.key);
  return code;
}

/**
 * Issues an access or refresh token.
 *
 * @param life seconds
 * @returns the token, 350 characters
 */
export function issueToken(
  { state, now, randomBytes }: Emulation,
  kind: IssuedToken['kind'],
  authorization: Authorization,
  life: number,
): string {
  const token = `AQ${kind === 'access' ? 'V' : 'X'}${randomToken(randomBytes, TOKEN_BYTES)}`;
  const expiresAt = now() + life * 1000;
  state.tokens.set(
    token,
    { kind, authorization, createdAt: now(), expiresAt, revoked: false },
    expiresAt + REMEMBER_DEAD,
  );
  return token;
}

/**
 * Revokes the tokens that a member gave to the application before, if they have other scopes.
 *
 * "If you request a different scope than the previously granted scope, all the previous access tokens are
 * invalidated": https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow
 */
export function revokeOtherScopes({ state }: Emulation, fresh: Authorization): void {
  for (const token of state.tokens.values()) {
    const { app, member, scopes } = token.authorization;
    const sameGrant = app.clientId === fresh.app.clientId && member?.username === fresh.member?.username;
    if (sameGrant && scopes.join() !== fresh.scopes.join()) token.revoked = true;
  }
}

/** Revokes all tokens that come from the same authorization, and the consent behind them. */
export function revokeAuthorization({ state }: Emulation, authorization: Authorization): void {
  for (const token of state.tokens.values()) {
    if (token.authorization.id === authorization.id) token.revoked = true;
  }
  if (authorization.member !== undefined) {
    state.grants.delete(grantKey(authorization.app, authorization.member));
  }
}

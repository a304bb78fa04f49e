import { randomToken } from '../../oauth/random.ts';
import { lifetimes } from '../../providers/linkedin/metadata.ts';
import type { EmulatedMember } from '../config/config.ts';
import type { EmulatorContext } from './emulator-context.ts';
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
export function issueCode(emulator: EmulatorContext, flow: PendingFlow, member: EmulatedMember): string {
  const { state, now, randomBytes } = emulator;
  const code = `AQT${randomToken(randomBytes, CODE_BYTES)}`;
  const expiresAt = now() + lifetimes.code * 1000;
  const authorization: Authorization = {
    app: flow.app,
    member,
    scopes: flow.scopes,
    authorizedAt: now(),
    revoked: false,
    series: undefined,
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
  { state, now, randomBytes }: EmulatorContext,
  kind: IssuedToken['kind'],
  authorization: Authorization,
  life: number,
): string {
  const token = `AQ${kind === 'access' ? 'V' : 'X'}${randomToken(randomBytes, TOKEN_BYTES)}`;
  const expiresAt = now() + life * 1000;
  state.tokens.set(token, { kind, authorization, createdAt: now(), expiresAt }, expiresAt + REMEMBER_DEAD);
  return token;
}

/**
 * Puts an authorization into the series of the tokens that the member gave to the application with the same scopes. A
 * series with other scopes is over.
 *
 * "If you request a different scope than the previously granted scope, all the previous access tokens are
 * invalidated": https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow
 */
export function joinSeries({ state, now }: EmulatorContext, authorization: Authorization): void {
  const { app, member, scopes } = authorization;
  if (member === undefined) return;
  const key = grantKey(app, member);
  const last = state.series.get(key);
  const goesOn = last?.scopes.join() === scopes.join();
  if (last !== undefined && !goesOn) last.over = true;
  const series = last !== undefined && goesOn ? last : { scopes, over: false };
  authorization.series = series;
  state.series.set(key, series, now() + lifetimes.refreshToken * 1000 + REMEMBER_DEAD);
}

/** Revokes all tokens that come from the same authorization, and the consent behind them. */
export function revokeAuthorization({ state }: EmulatorContext, authorization: Authorization): void {
  authorization.revoked = true;
  if (authorization.member !== undefined) {
    state.grants.delete(grantKey(authorization.app, authorization.member));
  }
}

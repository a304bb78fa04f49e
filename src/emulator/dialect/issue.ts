import { randomToken } from '../../oauth/random.ts';
import type { EmulatedMember } from '../config/config.ts';
import type { EmulatorContext } from '../state/emulator-context.ts';
import type { Authorization, IssuedToken, PendingFlow } from '../state/state.ts';
import type { Dialect } from './dialect.ts';

/** Seconds, where no source tells the provider's own: RFC 6749 section 4.1.2 recommends at most ten minutes for codes. */
const USUAL = { code: 600, accessToken: 3600, refreshToken: 30 * 86_400 } as const;

/** Dead codes and tokens are remembered for a day, milliseconds. */
const REMEMBER_DEAD = 86_400_000;

/** How long a code or a token lives, seconds. */
export function lifetimeOf({ facts }: Dialect, kind: keyof typeof USUAL): number {
  return facts.lifetimes?.[kind]?.value ?? USUAL[kind];
}

/** Issues an authorization code for a flow that ends with it. */
export function issueCode(
  { state, now, randomBytes }: EmulatorContext,
  dialect: Dialect,
  flow: PendingFlow,
  member: EmulatedMember,
): string {
  const code = randomToken(randomBytes, 30);
  const { app, scopes, redirectUri, codeChallenge } = flow;
  const expiresAt = now() + lifetimeOf(dialect, 'code') * 1000;
  const authorization: Authorization = {
    app,
    member,
    scopes,
    authorizedAt: now(),
    revoked: false,
    series: undefined,
    ...(flow.dialect !== undefined && { dialect: flow.dialect }),
  };
  state.codes.set(
    code,
    { authorization, redirectUri, codeChallenge, expiresAt, used: false },
    expiresAt + REMEMBER_DEAD,
  );
  state.flows.delete(flow.key);
  return code;
}

/** Issues an access or refresh token that lives as long as the provider's. */
export function issueToken(
  { state, now, randomBytes }: EmulatorContext,
  dialect: Dialect,
  kind: IssuedToken['kind'],
  authorization: Authorization,
): string {
  const token = randomToken(randomBytes, 48);
  const life = lifetimeOf(dialect, kind === 'access' ? 'accessToken' : 'refreshToken');
  const expiresAt = now() + life * 1000;
  state.tokens.set(token, { kind, authorization, createdAt: now(), expiresAt }, expiresAt + REMEMBER_DEAD);
  return token;
}

// @ts-nocheck
import { canRefresh, isAlive, type StoredToken } from '../../login/stored-token.ts';
import { timeText } from '../../login/time-text.ts';
import { EMULATED_ISSUER } from '../login/provider-setup.ts';

/** What is stored, without the tokens themselves. */
export function listText(tokens: readonly StoredToken[], store: string, now: number): string {
  if (tokens.length === 0) return `No tokens in ${store}.\n`;
  return tokens.map((token) => entry(token, now)).join('');
}

function entry(token: StoredToken, now: number): string {
  const whose =
    token.holder === 'application' ? 'application' : `member ${token.memberId ?? '(id not known)'}`;
  return `${token.provider}, ${token.issuer}
  application  ${token.clientId}
  of           ${whose}
  scopes       ${token.scopes.join(' ') || 'none asked for'}
  state        ${state(token, now)}
`;
}

function state(token: StoredToken, now: number): string {
  const { expiresAt, refreshExpiresAt } = token;
  const life =
    expiresAt === undefined
      ? 'no end is known'
      : `${isAlive(token, now) ? 'good until' : 'expired'} ${timeText(expiresAt)}`;
  // An emulator of this program is gone with its login.
  if (token.issuer === EMULATED_ISSUER) return `${life}, for practice`;
  if (!canRefresh(token, now)) return life;
  const until = refreshExpiresAt === undefined ? '' : ` until ${timeText(refreshExpiresAt)}`;
  return `${life}, renewable${until}`;
}

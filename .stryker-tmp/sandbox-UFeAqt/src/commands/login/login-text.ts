// @ts-nocheck
import { masked } from '../../login/mask.ts';
import type { StoredToken } from '../../login/stored-token.ts';
import { timeText } from '../../login/time-text.ts';

/** The end of a login for the terminal; the token itself only when it was asked for. */
export function loginText(
  token: StoredToken,
  { name, showToken }: { readonly name: string | undefined; readonly showToken: boolean },
): string {
  const shown = (secret: string) => (showToken ? secret : masked(secret));
  const rows: [string, string | undefined][] = [
    ['Member id', token.memberId ?? 'not known: no scope tells it'],
    ['Name', name],
    ['Application', token.clientId],
    ['Allowed', token.granted.join(', ')],
    ['Good until', token.expiresAt === undefined ? 'not said' : timeText(token.expiresAt)],
    ['Access token', shown(token.accessToken)],
    ['Refresh token', token.refreshToken === undefined ? 'none came' : shown(token.refreshToken)],
  ];
  return rows
    .filter(([, value]) => value !== undefined)
    .map(([term, value]) => `${term.padEnd(14)}${value}\n`)
    .join('');
}

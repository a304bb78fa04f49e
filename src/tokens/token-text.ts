import { type Inert, inert } from '../inert.ts';
import type { Io } from '../io.ts';
import type { StoredToken } from '../login/stored-token.ts';
import { joined, json, type Printable, say } from '../printable/printable.ts';
import type { Profile } from '../providers/profile.ts';
import { shellWord } from '../shell-word.ts';

/** Ways to print a token. */
export type TokenFormat = 'bare' | 'header' | 'env' | 'json' | 'postman';

/**
 * A token for a script, a shell, a program, or Postman.
 *
 * @throws Failure VALUE_NOT_INERT
 */
export async function tokenText(
  token: StoredToken,
  format: TokenFormat,
  profile: Profile,
  { now }: Pick<Io, 'now'>,
): Promise<Printable> {
  switch (format) {
    case 'bare':
      return say`${token.accessToken}\n`;
    case 'header':
      return say`Authorization: Bearer ${fromStore(token.accessToken, 'access_token')}\n`;
    case 'env':
      return joined(
        Object.entries(variables(token)).map(
          ([name, value]) => say`${profile.environmentPrefix}_${name.toUpperCase()}=${shellWord(value)}\n`,
        ),
      );
    case 'json':
      return json(tokenResponse(token, now()));
    case 'postman': {
      const { environmentWith } = await import('../collection/environment.ts');
      const values = {
        ...variables(token),
        // The Authorization tab would replace a variable in it.
        client_id: fromStore(token.clientId, 'client_id'),
        // Postman's own login does not say what was granted; here it is known.
        ...(token.holder === 'member' && { known_scope: fromStore(token.granted.join(' '), 'known_scope') }),
        // It lets the collections renew the token by themselves; the secret is added by hand.
        ...(token.refreshToken !== undefined && {
          refresh_token: fromStore(token.refreshToken, 'refresh_token'),
        }),
      };
      const environment = environmentWith(profile, `${profile.name} token`, values);
      return json(environment);
    }
  }
}

/** By the names that the collections use. */
function variables(token: StoredToken): Record<string, Inert> {
  const name = token.holder === 'member' ? 'access_token' : 'application_token';
  return {
    [name]: fromStore(token.accessToken, name),
    ...(token.expiresAt !== undefined && {
      [`${name}_expires_at`]: fromStore(new Date(token.expiresAt).toISOString(), 'end of the token'),
    }),
    ...(token.holder === 'member' && {
      granted_scope: fromStore(token.granted.join(' '), 'granted_scope'),
    }),
    ...(token.memberId !== undefined && { member_id: fromStore(token.memberId, 'member_id') }),
  };
}

/** A server chose it, and whoever reads it next may be Postman. */
function fromStore(text: string, name: string): Inert {
  return inert(
    text,
    `The ${name} in the token store`,
    'Do not trust the server that it came from; "legwork token forget" removes the token, "legwork login" gets another one.',
  );
}

/** The members of a token answer (RFC 6749 section 5.1), and whose token it is. */
function tokenResponse(token: StoredToken, now: number): object {
  const { expiresAt } = token;
  return {
    access_token: token.accessToken,
    token_type: 'Bearer',
    expires_in: expiresAt === undefined ? undefined : Math.max(0, Math.floor((expiresAt - now) / 1000)),
    expires_at: expiresAt === undefined ? undefined : new Date(expiresAt).toISOString(),
    scope: token.granted.join(' '),
    client_id: token.clientId,
    member_id: token.memberId,
  };
}

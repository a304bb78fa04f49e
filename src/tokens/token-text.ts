import type { Io } from '../io.ts';
import type { StoredToken } from '../login/stored-token.ts';
import { joined, json, type Printable, say } from '../printable/printable.ts';
import type { Profile } from '../providers/profile.ts';
import { shellWord } from '../shell-word.ts';

/** Ways to print a token. */
export type TokenFormat = 'bare' | 'header' | 'env' | 'json' | 'postman';

/** A token for a script, a shell, a program, or Postman. */
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
      return say`Authorization: Bearer ${token.accessToken}\n`;
    case 'env':
      return joined(
        Object.entries(variables(token)).map(
          ([name, value]) => say`${profile.environmentPrefix}_${name.toUpperCase()}=${shellWord(value)}\n`,
        ),
      );
    case 'json':
      return json(tokenResponse(token, now()));
    case 'postman': {
      const { postmanEnvironment } = await import('../collection/environment.ts');
      const values = {
        ...variables(token),
        client_id: token.clientId,
        // Postman's own login does not say what was granted; here it is known.
        ...(token.holder === 'member' && { known_scope: token.granted.join(' ') }),
      };
      const environment = postmanEnvironment(profile, `${profile.name} token`, {
        ...values,
        // It lets the collections renew the token by themselves; the secret is added by hand.
        ...(token.refreshToken !== undefined && { refresh_token: token.refreshToken }),
      });
      return json(environment);
    }
  }
}

/** By the names that the collections use. */
function variables(token: StoredToken): Record<string, string> {
  const name = token.holder === 'member' ? 'access_token' : 'application_token';
  return {
    [name]: token.accessToken,
    ...(token.expiresAt !== undefined && { [`${name}_expires_at`]: new Date(token.expiresAt).toISOString() }),
    ...(token.holder === 'member' && { granted_scope: token.granted.join(' ') }),
    ...(token.memberId !== undefined && { member_id: token.memberId }),
  };
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

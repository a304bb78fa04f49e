import { Failure, failure } from '../failure.ts';
import { isInert } from '../inert.ts';
import type { Io } from '../io.ts';
import type { IssuedToken } from '../oauth/token-answer.ts';
import type { Profile } from '../providers/profile.ts';
import type { Attempt } from './attempt.ts';
import { type Person, verifyIdToken } from './id-token.ts';
import { askMemberId } from './member-id.ts';
import type { LoginOutcome } from './outcome.ts';
import { type StoredToken, storedToken, type TokenKey } from './stored-token.ts';
import { exchangeCode } from './token-endpoint.ts';
import { changeTokens, type StoreIo, withToken } from './token-store.ts';

/** Where the token of a login is kept. */
export interface Keeping {
  readonly key: TokenKey;
  /** Absolute. */
  readonly store: string;
}

/**
 * Exchanges the code of a login, verifies who it is about, and keeps the token. The token is thrown away when its
 * id_token does not hold, or when userinfo speaks of somebody else.
 *
 * @returns the end of the login; it rejects only on defects
 */
export async function completeLogin(
  attempt: Attempt,
  code: string,
  { key, store }: Keeping,
  io: Io & StoreIo,
): Promise<LoginOutcome> {
  const { profile, client, redirectUri, codeVerifier, scopes } = attempt;
  try {
    const issued = await exchangeCode(profile, client, { code, redirectUri, codeVerifier, scopes }, io);
    const person = await whoIs(attempt, issued, io);
    const token = storedToken({ ...key, provider: profile.id, memberId: person?.sub }, issued, io.now());
    const asked = { ...token, subject: person?.sub ?? '' };
    const id = await askMemberId(profile, asked, io);
    const kept = inertToken({ ...token, memberId: person?.sub ?? id }, profile);
    await changeTokens(store, (tokens) => withToken(tokens, kept), io);
    return { kind: 'success', token: kept, name: person?.name };
  } catch (error) {
    if (error instanceof Failure) return { kind: 'failed', failure: error };
    throw error;
  }
}

/** What is kept becomes variables of Postman, which replaces {{names}} inside of values, too. */
function inertToken(token: StoredToken, { name }: Profile): StoredToken {
  const values = { 'member id': token.memberId ?? '', scope: token.granted.join(' ') };
  for (const [what, text] of Object.entries(values)) {
    if (isInert(text)) continue;
    throw failure('LOGIN_REFUSED', {
      reason: `${name} gave a ${what} that has two opening braces in a row, or ends with one: Postman would put a variable there, such as the password.`,
      remedy: 'The token was thrown away. Do not trust this server.',
    });
  }
  return token;
}

async function whoIs(
  { profile, client, nonce }: Attempt,
  { idToken, accessToken }: IssuedToken,
  io: Io,
): Promise<Person | undefined> {
  if (idToken === undefined) return undefined;
  return verifyIdToken(idToken, profile, { clientId: client.id, nonce, accessToken }, io);
}

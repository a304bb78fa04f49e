// @ts-nocheck
import { Failure } from '../failure.ts';
import type { Io } from '../io.ts';
import type { IssuedToken } from '../oauth/token-answer.ts';
import type { Attempt } from './attempt.ts';
import { verifyIdToken } from './id-token.ts';
import { memberIdOf } from './member-id.ts';
import type { LoginOutcome } from './outcome.ts';
import { storedToken, type TokenKey } from './stored-token.ts';
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
 * id_token does not hold.
 *
 * @returns the end of the login; it rejects only on defects
 */
export async function completeLogin(
  attempt: Attempt,
  code: string,
  { key, store }: Keeping,
  io: Io & StoreIo,
): Promise<LoginOutcome> {
  const { profile, client, redirectUri, codeVerifier } = attempt;
  try {
    const issued = await exchangeCode(profile, client, { code, redirectUri, codeVerifier }, io);
    const person = await whoIs(attempt, issued, io);
    const token = storedToken({ ...key, provider: profile.id, memberId: person.id }, issued, io.now());
    const id = person.id ?? (await memberIdOf(profile, token.accessToken, token.granted, io));
    const kept = { ...token, memberId: id };
    await changeTokens(store, (tokens) => withToken(tokens, kept), io);
    return { kind: 'success', token: kept, name: person.name };
  } catch (error) {
    if (error instanceof Failure) return { kind: 'failed', failure: error };
    throw error;
  }
}

async function whoIs(
  { profile, client, nonce }: Attempt,
  { idToken }: IssuedToken,
  io: Io,
): Promise<{ id: string | undefined; name: string | undefined }> {
  if (idToken === undefined) return { id: undefined, name: undefined };
  const claims = await verifyIdToken(idToken, profile, { clientId: client.id, nonce }, io);
  return { id: claims.sub, name: typeof claims.name === 'string' ? claims.name : undefined };
}

import { Failure, failure } from '../failure.ts';
import type { Io } from '../io.ts';
import type { ClientProof } from '../oauth/token-request.ts';
import { say } from '../printable/printable.ts';
import type { Profile } from '../providers/profile.ts';
import { withLock } from './file-lock.ts';
import {
  canRefresh,
  isAlive,
  isFresh,
  isSameKey,
  renewedToken,
  type StoredToken,
  storedToken,
} from './stored-token.ts';
import { applicationToken, Refused, refreshToken } from './token-endpoint.ts';
import {
  readTokens,
  type StoreIo,
  tokensUnderLock,
  withoutToken,
  withToken,
  writeTokens,
} from './token-store.ts';

/** What a token is wanted for, and what can be done when there is none. */
export interface TokenRequest {
  readonly profile: Profile;
  readonly key: Pick<StoredToken, 'provider' | 'holder' | 'issuer' | 'clientId' | 'scopes'>;
  /** Says how the client proves who it is; it throws a Failure when a setting is missing. Asked only to renew. */
  readonly proof: () => ClientProof;
  /** The store, absolute. */
  readonly store: string;
  /** The command by which a person gets a new token. */
  readonly loginCommand: string;
}

type RenewIo = StoreIo & Pick<Io, 'fetch' | 'err'>;

/**
 * A token that is good for some time: the stored one, or a new one for it when it is near its end. Of many callers
 * at the same time, in this process or others, one renews it and the others get what it got.
 *
 * @throws Failure LOGIN_NEEDED when only a person can get a new one; TOKEN_REFUSED when the server cannot be asked
 *   and the old token is dead; those of the store
 */
export async function validToken(request: TokenRequest, io: RenewIo): Promise<StoredToken> {
  const fresh = async () => {
    const token = await stored(request, io);
    return token !== undefined && isFresh(token, io.now()) ? token : undefined;
  };
  return (await fresh()) ?? withLock(request.store, () => renew(request, io), io, fresh);
}

async function stored({ store, key }: TokenRequest, io: RenewIo): Promise<StoredToken | undefined> {
  return (await readTokens(store, io)).find((token) => isSameKey(token, key));
}

/** Under the lock: somebody may have renewed it while it was waited for. */
async function renew(request: TokenRequest, io: RenewIo): Promise<StoredToken> {
  const tokens = await tokensUnderLock(request.store, io);
  const old = tokens.find((token) => isSameKey(token, request.key));
  if (old !== undefined && isFresh(old, io.now())) return old;
  try {
    const fresh = await getNew(request, old, io);
    await writeTokens(request.store, withToken(tokens, fresh));
    return fresh;
  } catch (error) {
    // An application needs nobody to log in; what refuses it is a matter of settings.
    const isDead = request.key.holder === 'member' && wasRefusedForGood(error);
    // A dead refresh token is forgotten, so that it is not sent again and again.
    if (isDead && old?.refreshToken !== undefined) {
      const { refreshToken: _, refreshExpiresAt: __, ...rest } = old;
      await writeTokens(request.store, [...withoutToken(tokens, old), rest]);
    }
    if (old !== undefined && isAlive(old, io.now()) && error instanceof Failure) {
      io.err(say`The token ends soon and was not renewed. ${error.message}\n${error.hint}\n`);
      return old;
    }
    if (!isDead) throw error;
    throw failure(
      'LOGIN_NEEDED',
      { reason: `${(error as Failure).message}`, command: request.loginCommand },
      { cause: error },
    );
  }
}

async function getNew(
  { profile, key, proof, loginCommand }: TokenRequest,
  old: StoredToken | undefined,
  io: RenewIo,
): Promise<StoredToken> {
  if (key.holder === 'application') {
    const issued = await applicationToken(profile, proof(), key.scopes.join(' '), io);
    return storedToken(key, issued, io.now());
  }
  if (old === undefined) {
    throw failure('LOGIN_NEEDED', { reason: 'There is no stored token for this.', command: loginCommand });
  }
  if (old.refreshToken === undefined || !canRefresh(old, io.now())) {
    const reason =
      old.refreshToken === undefined
        ? `The token ${ends(old, io)}, and there is no refresh token to renew it.`
        : 'The token and its refresh token have both expired.';
    throw failure('LOGIN_NEEDED', { reason, command: loginCommand });
  }
  const issued = await refreshToken(profile, proof(), old.refreshToken, old, io);
  return renewedToken(old, issued, io.now());
}

function ends(token: StoredToken, { now }: RenewIo): string {
  return isAlive(token, now()) ? 'ends soon' : 'has expired';
}

/** Codes by which a refresh token is refused for good; anything else may pass, or is a matter of settings. */
const FINAL = ['invalid_grant', 'access_denied', 'unauthorized_client', 'refresh_token_client_mismatch'];

function wasRefusedForGood(error: unknown): boolean {
  if (!(error instanceof Failure)) return false;
  if (error.code === 'LOGIN_NEEDED') return true;
  return error.cause instanceof Refused && FINAL.includes(error.cause.error);
}

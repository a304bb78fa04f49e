import { resolve } from 'node:path';
import type { ExitCode } from '../exit-code.ts';
import { failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { isSameKey, type StoredToken } from '../login/stored-token.ts';
import { introspectToken, revokeToken } from '../login/token-endpoint.ts';
import { changeTokens, defaultStore, readTokens, withoutToken } from '../login/token-store.ts';
import { validToken } from '../login/valid-token.ts';
import { json, say } from '../printable/printable.ts';
import type { Profile } from '../providers/profile.ts';
import { type Chosen, chooseToken } from './choose-token.ts';
import { listText } from './list-text.ts';
import type { TokenArguments } from './options.ts';
import { shownIntrospection } from './shown-introspection.ts';
import { tokenText } from './token-text.ts';

/**
 * `legwork token`.
 *
 * @throws Failure LOGIN_NEEDED when only a person can get a token; those of the store and of the provider
 */
export async function runToken(args: TokenArguments, io: Io): Promise<ExitCode> {
  const store = args.store === undefined ? await defaultStore(io) : resolve(io.cwd, args.store);
  if (args.action === 'list') {
    io.out(say`${listText(await readTokens(store, io), store, io.now())}`);
    return 0;
  }
  const chosen = await chooseToken(args, store, io);
  try {
    return await act(args, chosen, store, io);
  } finally {
    await chosen.setup.close();
  }
}

async function act(args: TokenArguments, chosen: Chosen, store: string, io: Io): Promise<ExitCode> {
  const { setup, key, loginCommand } = chosen;
  const { profile } = setup;
  switch (args.action) {
    case 'print':
    case 'list': {
      const request = { profile, key, proof: chosen.proof, store, loginCommand };
      const token = await validToken(request, io);
      io.out(await tokenText(token, args.format, profile, io));
      return 0;
    }
    case 'introspect': {
      const token = await there(chosen, store, io);
      const proof = chosen.proof();
      const asked = { token: token.accessToken, subject: subjectOf(profile, token.memberId) };
      const answer = await introspectToken(profile, proof, asked, io);
      const secrets = {
        access_token: token.accessToken,
        refresh_token: token.refreshToken,
        client_secret: proof.secret,
      };
      io.out(json(shownIntrospection(answer, secrets)));
      return answer.active === true ? 0 : 4;
    }
    case 'revoke': {
      const token = await there(chosen, store, io);
      const proof = chosen.proof();
      // The refresh token first: if the second request fails, nothing is left that could be renewed.
      if (token.refreshToken !== undefined) await revokeToken(profile, proof, token.refreshToken, io);
      await revokeToken(profile, proof, token.accessToken, io);
      await changeTokens(store, (tokens) => withoutToken(tokens, key), io);
      io.err(say`${profile.name} revoked the token, and legwork removed it from this computer.\n`);
      return 0;
    }
    case 'forget':
      await there(chosen, store, io);
      await changeTokens(store, (tokens) => withoutToken(tokens, key), io);
      io.err(
        say`legwork removed the token from this computer. It stays valid until it expires; to end it, use "legwork token revoke".\n`,
      );
      return 0;
  }
}

/** The id that is kept is the `sub` of OpenID Connect, unless only an API of the provider's own says who it is. */
function subjectOf({ memberResources }: Profile, memberId: string | undefined): string {
  const hasOtherIds = memberResources.some((resource) => (resource.memberId ?? 'sub') !== 'sub');
  return hasOtherIds ? '' : (memberId ?? '');
}

async function there({ key, loginCommand }: Chosen, store: string, io: Io): Promise<StoredToken> {
  const found = (await readTokens(store, io)).find((token) => isSameKey(token, key));
  if (found !== undefined) return found;
  throw failure('LOGIN_NEEDED', { reason: 'There is no stored token for this.', command: loginCommand });
}

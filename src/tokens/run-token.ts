import { resolve } from 'node:path';
import type { ExitCode } from '../exit-code.ts';
import { failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { subjectOf } from '../login/member-id.ts';
import { isSameKey, type StoredToken, scopeSet } from '../login/stored-token.ts';
import { introspectToken, revokeToken } from '../login/token-endpoint.ts';
import { changeTokens, defaultStore, readTokens, withoutToken } from '../login/token-store.ts';
import { validToken } from '../login/valid-token.ts';
import { splitScope } from '../oauth/scope.ts';
import { json, say } from '../printable/printable.ts';
import { type Chosen, chooseToken } from './choose-token.ts';
import { listText } from './list-text.ts';
import type { TokenArguments } from './options.ts';
import { EMULATED_ISSUER } from './provider-setup.ts';
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
    const wanted = (await readTokens(store, io)).filter((token) => isListed(token, args));
    io.out(say`${listText(wanted, store, io.now())}`);
    return 0;
  }
  const chosen = await chooseToken(args, store, io);
  try {
    return await act(args, chosen, store, io);
  } finally {
    await chosen.setup.close();
  }
}

/** What the options name; what they do not name is listed whatever it is. */
function isListed(token: StoredToken, { flow, target, scope }: TokenArguments): boolean {
  if (flow !== undefined && (flow === 'member') !== (token.holder === 'member')) return false;
  if (target !== undefined && (target === 'emulator') !== (token.issuer === EMULATED_ISSUER)) return false;
  return scope === undefined || scopeSet(splitScope(scope)).join(' ') === token.scopes.join(' ');
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

async function there({ key, loginCommand }: Chosen, store: string, io: Io): Promise<StoredToken> {
  const found = (await readTokens(store, io)).find((token) => isSameKey(token, key));
  if (found !== undefined) return found;
  throw failure('LOGIN_NEEDED', { reason: 'There is no stored token for this.', command: loginCommand });
}

// @ts-nocheck
import { resolve } from 'node:path';
import { failure } from '../../failure.ts';
import type { Io } from '../../io.ts';
import { isSameKey, type StoredToken } from '../../login/stored-token.ts';
import { introspectToken, revokeToken } from '../../login/token-endpoint.ts';
import { changeTokens, defaultStore, readTokens, withoutToken } from '../../login/token-store.ts';
import { validToken } from '../../login/valid-token.ts';
import type { ExitCode } from '../command.ts';
import { type Chosen, chooseToken } from './choose-token.ts';
import { listText } from './list-text.ts';
import { type TokenFormat, tokenText } from './token-text.ts';

/** What the command line says. */
export interface TokenArguments {
  readonly action: 'print' | 'list' | 'introspect' | 'revoke' | 'forget';
  readonly flow: 'member' | 'client-credentials';
  readonly format: TokenFormat;
  readonly target: 'emulator' | 'live' | undefined;
  readonly provider: string;
  readonly scope: string | undefined;
  readonly store: string | undefined;
  readonly envFile: string | undefined;
}

/**
 * `legwork token`.
 *
 * @throws Failure LOGIN_NEEDED when only a person can get a token; those of the store and of the provider
 */
export async function runToken(args: TokenArguments, io: Io): Promise<ExitCode> {
  const store = args.store === undefined ? await defaultStore(io) : resolve(io.cwd, args.store);
  if (args.action === 'list') {
    io.out(listText(await readTokens(store, io), store, io.now()));
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
      const { accessToken } = await there(chosen, store, io);
      const answer = await introspectToken(profile, chosen.proof(), accessToken, io);
      io.out(`${JSON.stringify(answer, null, 2)}\n`);
      return answer.active === true ? 0 : 4;
    }
    case 'revoke': {
      const token = await there(chosen, store, io);
      const proof = chosen.proof();
      // The refresh token first: if the second request fails, nothing is left that could be renewed.
      if (token.refreshToken !== undefined) await revokeToken(profile, proof, token.refreshToken, io);
      await revokeToken(profile, proof, token.accessToken, io);
      await changeTokens(store, (tokens) => withoutToken(tokens, key), io);
      io.err(`${profile.name} was told to end the token, and it is forgotten here.\n`);
      return 0;
    }
    case 'forget':
      await there(chosen, store, io);
      await changeTokens(store, (tokens) => withoutToken(tokens, key), io);
      io.err('The token is forgotten here. It works until its end for whoever else has it: see "revoke".\n');
      return 0;
  }
}

async function there({ key, loginCommand }: Chosen, store: string, io: Io): Promise<StoredToken> {
  const found = (await readTokens(store, io)).find((token) => isSameKey(token, key));
  if (found !== undefined) return found;
  throw failure('LOGIN_NEEDED', { reason: 'There is no stored token for this.', command: loginCommand });
}

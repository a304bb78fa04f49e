import { chmod, constants, copyFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Failure, failure } from '../failure.ts';
import { fileReason } from '../file-reason.ts';
import type { Io } from '../io.ts';
import { say } from '../printable/printable.ts';
import { type LockIo, withLock } from './file-lock.ts';
import { LARGEST_PRIVATE, readPrivateFile, writePrivateFile } from './private-file.ts';
import { isStoredToken, storeContent, storeText } from './store-text.ts';
import { isSameKey, type StoredToken, type TokenKey } from './stored-token.ts';

export type StoreIo = LockIo & Pick<Io, 'err'>;

/** Where tokens are kept when no file is named: `tokens.json` in the user's data folder. */
export async function defaultStore({ dataFolder }: Pick<Io, 'dataFolder'>): Promise<string> {
  return join(await dataFolder(), 'tokens.json');
}

/**
 * Reads all tokens of a store; none when there is no such file. A damaged store is set aside, and what can still be
 * used of it stays.
 *
 * @param file absolute
 * @throws Failure PRIVATE_FILE_REFUSED when the file is not private, or is not a token store; FILE_UNREADABLE;
 *   for a damaged one LOCK_BUSY
 */
export async function readTokens(file: string, io: StoreIo): Promise<readonly StoredToken[]> {
  await reportOpenFolder(dirname(file), io);
  const content = await readStore(file, io);
  if (content.damage === undefined) return content.tokens;
  try {
    return await withLock(file, () => tokensUnderLock(file, io), io);
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'FILE_UNWRITABLE') throw error;
    io.err(say`The token store ${file} is damaged: ${content.damage}. What can be used of it is used.\n`);
    return content.tokens;
  }
}

/**
 * The same for whoever has the lock of the store.
 *
 * @throws Failure as {@link readTokens}
 */
export async function tokensUnderLock(file: string, io: StoreIo): Promise<readonly StoredToken[]> {
  const { tokens, damage } = await readStore(file, io);
  if (damage === undefined) return tokens;
  const aside = await setAside(file, io.now());
  await writeTokens(file, tokens);
  const kept = `${tokens.length} ${tokens.length === 1 ? 'token' : 'tokens'}`;
  io.err(
    say`The token store ${file} was damaged: ${damage}. It was set aside as ${aside}. What could be used of it is kept: ${kept}.\n`,
  );
  return tokens;
}

/**
 * Changes a store: reads it, lets it be changed, and writes it, while nobody else does. What is not a token store is
 * not overwritten.
 *
 * @param change makes the new list from the present one
 * @throws Failure as {@link readTokens} and {@link writeTokens}; LOCK_BUSY
 */
export async function changeTokens(
  file: string,
  change: (tokens: readonly StoredToken[]) => readonly StoredToken[],
  io: StoreIo,
): Promise<void> {
  await reportOpenFolder(dirname(file), io);
  await withLock(file, async () => writeTokens(file, change(await tokensUnderLock(file, io))), io);
}

/**
 * Writes all tokens of a store. To be called under its lock.
 *
 * @throws Failure TOKEN_UNSTORABLE, before anything is written, when the reader would not take what is written;
 *   FILE_UNWRITABLE
 */
export async function writeTokens(file: string, tokens: readonly StoredToken[]): Promise<void> {
  const text = storeText(tokens);
  const bad = tokens.find((token) => !isStoredToken(token));
  if (bad !== undefined) throw unstorable(bad, 'it has a member that is no text or no time');
  const content = storeContent(text);
  const [last] = tokens.slice(-1);
  if (content.kind === 'other' || content.damage !== undefined || Buffer.byteLength(text) > LARGEST_PRIVATE) {
    throw unstorable(last, `the store would have ${Buffer.byteLength(text)} bytes`);
  }
  await writePrivateFile(file, text);
}

/** The list with a token in it, in place of the one with the same key. */
export function withToken(tokens: readonly StoredToken[], token: StoredToken): readonly StoredToken[] {
  return [...withoutToken(tokens, token), token];
}

/** The list without the token of a key. */
export function withoutToken(tokens: readonly StoredToken[], key: TokenKey): readonly StoredToken[] {
  return tokens.filter((token) => !isSameKey(token, key));
}

function unstorable(token: StoredToken | undefined, reason: string) {
  return failure('TOKEN_UNSTORABLE', { provider: String(token?.provider), reason });
}

async function readStore(
  file: string,
  io: Pick<Io, 'processes'>,
): Promise<{ readonly tokens: readonly StoredToken[]; readonly damage?: string }> {
  const text = await readPrivateFile(file, io);
  if (text === undefined) return { tokens: [] };
  const content = storeContent(text);
  if (content.kind === 'store') return content;
  throw failure('PRIVATE_FILE_REFUSED', {
    file,
    reason: content.reason,
    remedy: 'Move it away or name another file with --store, and log in again.',
  });
}

/** Leaves a copy of a damaged store beside it, for its owner alone: whoever wants to may look for more in it. */
async function setAside(file: string, now: number): Promise<string> {
  const time = new Date(now).toISOString().replace(/\D+/g, '-');
  for (let number = 1; ; number += 1) {
    const aside = `${file}.damaged-${time}${number}`;
    try {
      await copyFile(file, aside, constants.COPYFILE_EXCL);
      await chmod(aside, 0o600);
      return aside;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue;
      throw failure('FILE_UNWRITABLE', { file: aside, reason: fileReason(error) }, { cause: error });
    }
  }
}

const reported = new WeakMap<Io['err'], Set<string>>();

/** Whoever may write to the folder can put a store of their own there. The folder is not ours to change: it is said. */
async function reportOpenFolder(folder: string, { err, processes }: StoreIo): Promise<void> {
  if (processes.userId === undefined) return;
  const stats = await stat(folder).catch(() => undefined);
  if (stats === undefined || (stats.mode & 0o022) === 0) return;
  const already = reported.get(err) ?? new Set();
  reported.set(err, already);
  if (already.has(folder)) return;
  already.add(folder);
  const mode = (stats.mode & 0o777).toString(8);
  err(
    say`Others may write to ${folder} (mode ${mode}), where tokens are kept, and could replace them. To prevent that, type: chmod go-w ${folder}\n`,
  );
}

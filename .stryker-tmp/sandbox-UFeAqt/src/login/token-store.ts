// @ts-nocheck
import { join } from 'node:path';
import { failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { jsonMistake } from '../providers/json-text.ts';
import { type LockIo, withLock } from './file-lock.ts';
import { readPrivateFile, writePrivateFile } from './private-file.ts';
import { isSameKey, type StoredToken, type TokenKey } from './stored-token.ts';

const FORMAT = 'legwork tokens';
const VERSION = 1;

export type StoreIo = LockIo & Pick<Io, 'dataFolder'>;

/** Where tokens are kept when no file is named: `tokens.json` in the user's data folder. */
export async function defaultStore({ dataFolder }: Pick<Io, 'dataFolder'>): Promise<string> {
  return join(await dataFolder(), 'tokens.json');
}

/**
 * Reads all tokens of a store; none when there is no such file.
 *
 * @param file absolute
 * @throws Failure PRIVATE_FILE_REFUSED when the file is not private, or is not a token store; FILE_UNREADABLE
 */
export async function readTokens(file: string, io: Pick<Io, 'processes'>): Promise<readonly StoredToken[]> {
  const text = await readPrivateFile(file, io);
  return text === undefined ? [] : tokensIn(text, file);
}

/**
 * Changes a store: reads it, lets it be changed, and writes it, while nobody else does. What cannot be read is not
 * written over.
 *
 * @param change makes the new list from the present one
 * @throws Failure as {@link readTokens}; FILE_UNWRITABLE; LOCK_BUSY
 */
export async function changeTokens(
  file: string,
  change: (tokens: readonly StoredToken[]) => readonly StoredToken[],
  io: LockIo,
): Promise<void> {
  await withLock(file, async () => writeTokens(file, change(await readTokens(file, io))), io);
}

/** Writes all tokens of a store. To be called under its lock. */
export async function writeTokens(file: string, tokens: readonly StoredToken[]): Promise<void> {
  const content = { format: FORMAT, version: VERSION, tokens };
  await writePrivateFile(file, `${JSON.stringify(content, null, 2)}\n`);
}

/** The list with a token in it, in place of the one with the same key. */
export function withToken(tokens: readonly StoredToken[], token: StoredToken): readonly StoredToken[] {
  return [...withoutToken(tokens, token), token];
}

/** The list without the token of a key. */
export function withoutToken(tokens: readonly StoredToken[], key: TokenKey): readonly StoredToken[] {
  return tokens.filter((token) => !isSameKey(token, key));
}

function tokensIn(text: string, file: string): readonly StoredToken[] {
  const refuse = (reason: string) =>
    failure('PRIVATE_FILE_REFUSED', {
      file,
      reason,
      remedy: 'Move it away or name another file with --store, and log in again.',
    });
  const mistake = jsonMistake(text);
  if (mistake !== undefined) throw refuse(`it is damaged (not valid JSON: ${mistake})`);
  const content: { format?: unknown; version?: unknown; tokens?: unknown } | null = JSON.parse(text);
  if (content?.format !== FORMAT) throw refuse('it is not a token store');
  if (content.version !== VERSION) {
    throw refuse(`it was written by another legwork (version ${Number(content.version)} of the format)`);
  }
  const { tokens } = content;
  if (!Array.isArray(tokens) || !tokens.every(isStoredToken)) throw refuse('it is damaged');
  return tokens;
}

function isStoredToken(value: unknown): value is StoredToken {
  if (typeof value !== 'object' || value === null) return false;
  const token = value as Record<string, unknown>;
  const isText = (name: string) => typeof token[name] === 'string';
  const isMaybe = (name: string, type: string) => token[name] === undefined || typeof token[name] === type;
  const isTexts = (name: string) => {
    const list = token[name];
    return Array.isArray(list) && list.every((entry) => typeof entry === 'string');
  };
  return (
    (token.holder === 'member' || token.holder === 'application') &&
    ['provider', 'issuer', 'clientId', 'accessToken'].every(isText) &&
    isTexts('scopes') &&
    isTexts('granted') &&
    typeof token.obtainedAt === 'number' &&
    ['expiresAt', 'refreshExpiresAt'].every((name) => isMaybe(name, 'number')) &&
    ['memberId', 'refreshToken'].every((name) => isMaybe(name, 'string'))
  );
}

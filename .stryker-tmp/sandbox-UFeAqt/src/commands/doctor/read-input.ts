// @ts-nocheck
import { resolve } from 'node:path';
import { failure } from '../../failure.ts';
import type { Io } from '../../io.ts';
import { encodingOf, MOST_BYTES, readBytes, readText, textOf } from '../../read-text.ts';

/**
 * Reads a file, or standard input for `-` and for nothing. A person at a terminal is told that the program waits.
 *
 * @param limit bytes; what comes after them is left unread
 * @throws Failure FILE_UNREADABLE, USAGE where there is no standard input
 */
export async function readInput(file: string | undefined, limit: number, io: Io): Promise<string> {
  const bytes =
    file === undefined || file === '-'
      ? await readStandardInput(limit, io)
      : await readBytes(resolve(io.cwd, file), file, limit, io);
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

/**
 * Reads all of a file, or of standard input for `-`.
 *
 * @throws Failure FILE_UNREADABLE, also when it is too long; USAGE where there is no standard input
 */
export async function readWholeInput(file: string, io: Io): Promise<string> {
  if (file !== '-') return readText(resolve(io.cwd, file), file, io);
  return textOf(await readStandardInput(MOST_BYTES + 1, io), 'standard input');
}

async function readStandardInput(limit: number, { stdin, err }: Io): Promise<Uint8Array> {
  if (stdin === undefined) {
    throw failure('USAGE', { problem: 'There is no standard input; name a file.', command: 'doctor' });
  }
  if (stdin.isTerminal) err('Paste the text here, then press Enter and Ctrl-D.\n');
  return stdin.read(limit);
}

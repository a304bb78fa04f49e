import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { failure } from '../../failure.ts';
import type { Io } from '../../io.ts';

/**
 * Reads a file, or standard input for `-` and for nothing. A person at a terminal is told that the program waits.
 *
 * @param limit bytes; what comes after them is left unread
 * @throws Failure FILE_UNREADABLE, USAGE where there is no standard input
 */
export async function readInput(file: string | undefined, limit: number, io: Io): Promise<string> {
  const bytes =
    file === undefined || file === '-' ? await readStandardInput(limit, io) : await readFile(file, limit, io);
  // Windows programs write UTF-16 when output is sent to a file.
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(bytes);
}

async function readStandardInput(limit: number, { stdin, err }: Io): Promise<Uint8Array> {
  if (stdin === undefined) {
    throw failure('USAGE', { problem: 'There is no standard input; name a file.', command: 'doctor' });
  }
  if (stdin.isTerminal) err('Paste the text here, then press Enter and Ctrl-D.\n');
  return stdin.read(limit);
}

async function readFile(file: string, limit: number, io: Io): Promise<Uint8Array> {
  try {
    const handle = await open(resolve(io.cwd, file));
    try {
      const buffer = new Uint8Array(limit);
      let length = 0;
      for (;;) {
        const { bytesRead } = await handle.read(buffer, length, limit - length);
        length += bytesRead;
        if (bytesRead === 0 || length === limit) return buffer.subarray(0, length);
      }
    } finally {
      await handle.close();
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw failure('FILE_UNREADABLE', { file, reason: REASONS[code ?? ''] ?? message }, { cause: error });
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
};

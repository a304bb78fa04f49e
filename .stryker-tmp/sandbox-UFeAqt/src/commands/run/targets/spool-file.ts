// @ts-nocheck
import { type FileHandle, open } from 'node:fs/promises';
import { failure } from '../../../failure.ts';
import type { Span } from '../../../runner/spool/spool.ts';

/** A spool that is being written. */
export interface SpoolFile {
  /**
   * Writes a whole line.
   *
   * @returns where it lies
   * @throws Failure FILE_UNWRITABLE
   */
  readonly append: (line: string) => Promise<Span>;
  readonly close: () => Promise<void>;
}

/**
 * Begins a spool; what lay there of an earlier run is gone.
 *
 * @param shown how messages name the file
 * @throws Failure FILE_UNWRITABLE
 */
export async function createSpoolFile(path: string, shown: string): Promise<SpoolFile> {
  const handle = await orFail(shown, () => open(path, 'w'));
  let offset = 0;
  let last: Promise<unknown> = Promise.resolve();
  return {
    append(line) {
      const bytes = Buffer.from(line);
      const span = { file: 0, offset, length: bytes.length - 1 };
      offset += bytes.length;
      const written = last.then(() => orFail(shown, () => writeWhole(handle, bytes)));
      last = written.catch(() => {});
      return written.then(() => span);
    },
    async close() {
      await last;
      await handle.close();
    },
  };
}

async function writeWhole(handle: FileHandle, bytes: Buffer): Promise<void> {
  await handle.appendFile(bytes);
}

async function orFail<Result>(file: string, act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw failure('FILE_UNWRITABLE', { file, reason: code ?? message }, { cause: error });
  }
}

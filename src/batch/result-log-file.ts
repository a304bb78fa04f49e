import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failure } from '../failure.ts';
import { fileReason } from '../file-reason.ts';
import type { FlowResult } from '../runner/result.ts';
import { readFlow } from './result-log/read-result-log.ts';
import { RESULT_LOG_FILE, type Span } from './result-log/result-log.ts';

/** A result log that is being written. */
export interface ResultLogFile {
  /**
   * Writes a whole line.
   *
   * @returns where it lies
   * @throws Failure FILE_UNWRITABLE
   */
  readonly append: (line: string) => Promise<Span>;
  /** A flow that was appended. */
  readonly read: (at: Span) => Promise<FlowResult>;
  readonly close: () => Promise<void>;
}

/**
 * Begins a result log that nobody wants to keep. It lies in the folder for temporary files, without a name where the system
 * allows that: then nothing is left of it, however the program ends.
 *
 * @throws Failure FILE_UNWRITABLE
 */
export async function createTemporaryResultLog(): Promise<ResultLogFile> {
  const folder = await orFail(tmpdir(), () => mkdtemp(join(tmpdir(), 'legwork-')));
  const path = join(folder, RESULT_LOG_FILE);
  const log = await createResultLogFile(path, path);
  const remove = () => rm(folder, { recursive: true, force: true });
  // Windows does not remove files that are open.
  await remove().catch(() => {});
  return {
    ...log,
    async close() {
      await log.close();
      await remove();
    },
  };
}

/**
 * Begins a result log; what lay there of an earlier run is gone.
 *
 * @param shown how messages name the file
 * @throws Failure FILE_UNWRITABLE
 */
export async function createResultLogFile(path: string, shown: string): Promise<ResultLogFile> {
  const handle = await orFail(shown, () => open(path, 'w+'));
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
    read: (at) => readFlow(handle, at),
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
    throw failure('FILE_UNWRITABLE', { file, reason: fileReason(error) }, { cause: error });
  }
}

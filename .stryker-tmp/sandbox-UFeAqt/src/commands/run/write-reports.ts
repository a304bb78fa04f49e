// @ts-nocheck
import { rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Failure, failure } from '../../failure.ts';
import { fileReason } from '../../file-reason.ts';
import type { Io } from '../../io.ts';
import { makeFolder } from '../../make-folder.ts';
import type { Report } from '../../reports/all.ts';
import type { RunResult } from '../../runner/result.ts';

/**
 * Writes every report into a folder, which is made if it is not there. A reader never sees half a report. One that
 * cannot be written keeps no other from being written.
 *
 * @returns the files that were written, and a failure (FILE_UNWRITABLE) for every one that was not
 */
export async function writeReports(
  reports: readonly Report[],
  result: RunResult,
  folder: string,
  io: Pick<Io, 'cwd' | 'randomBytes'>,
): Promise<{ written: string[]; failures: Failure[] }> {
  const written: string[] = [];
  const failures: Failure[] = [];
  for (const report of reports) {
    const file = join(folder, report.file);
    try {
      const content = report.render(result);
      await replaceFile(resolve(io.cwd, file), content, io);
      written.push(file);
    } catch (error) {
      failures.push(failure('FILE_UNWRITABLE', { file, reason: fileReason(error) }, { cause: error }));
    }
  }
  return { written, failures };
}

/**
 * Writes a file so that nobody ever reads half of it; its folder is made if it is not there.
 *
 * @param content whole, or piece by piece
 * @throws what the file system or the content throws; then nothing lies at the path, not even what an earlier run had left
 */
export async function replaceFile(
  path: string,
  content: string | AsyncIterable<string>,
  io: Pick<Io, 'randomBytes'>,
): Promise<void> {
  const draft = `${path}.${Buffer.from(io.randomBytes(6)).toString('hex')}.tmp`;
  await makeFolder(resolve(path, '..'));
  try {
    await writeFile(draft, content);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    // What lies there is of an earlier run and would be taken for this one's.
    await rm(path, { force: true }).catch(() => {});
    throw error;
  }
}

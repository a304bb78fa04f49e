import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Failure, failure } from '../failure.ts';
import { fileReason } from '../file-reason.ts';
import type { Io } from '../io.ts';
import { replaceFile } from '../replace-file.ts';
import type { Report } from '../reports/all.ts';
import type { RunResult } from '../runner/result.ts';

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
  io: Pick<Io, 'cwd'>,
): Promise<{ written: string[]; failures: Failure[] }> {
  const written: string[] = [];
  const failures: Failure[] = [];
  for (const report of reports) {
    const file = join(folder, report.file);
    try {
      const content = report.render(result);
      await writeReport(resolve(io.cwd, file), content);
      written.push(file);
    } catch (error) {
      failures.push(failure('FILE_UNWRITABLE', { file, reason: fileReason(error) }, { cause: error }));
    }
  }
  return { written, failures };
}

/**
 * Writes a report so that nobody ever reads half of it.
 *
 * @param content whole, or piece by piece
 * @throws what the file system or the content throws; then nothing lies at the path, not even what an earlier run had left
 */
export async function writeReport(path: string, content: string | AsyncIterable<string>): Promise<void> {
  try {
    await replaceFile(path, content);
  } catch (error) {
    // What lies there is of an earlier run and would be taken for this one's.
    await rm(path, { force: true }).catch(() => {});
    throw error;
  }
}

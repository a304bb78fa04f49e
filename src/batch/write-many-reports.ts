import { join, resolve } from 'node:path';
import { Failure, failure } from '../failure.ts';
import { fileReason } from '../file-reason.ts';
import type { Io } from '../io.ts';
import { writeReport } from '../run/write-reports.ts';
import type { ManyReport } from './reports/all.ts';
import type { ManyResult } from './result-log/many-result.ts';

/** Characters that are written at a time. */
const PIECE = 64 * 1024;

/**
 * Writes every report of many targets into a folder, which is made if it is not there, piece by piece: no report is
 * ever in memory as a whole. A reader never sees half a report; one that cannot be written keeps no other from being
 * written.
 *
 * @returns the files that were written, and a failure for every one that was not
 */
export async function writeManyReports(
  reports: readonly ManyReport[],
  many: ManyResult,
  folder: string,
  io: Pick<Io, 'cwd'>,
): Promise<{ written: string[]; failures: Failure[] }> {
  const written: string[] = [];
  const failures: Failure[] = [];
  for (const report of reports) {
    const file = join(folder, report.file);
    try {
      await writeReport(resolve(io.cwd, file), inPieces(report.render(many)));
      written.push(file);
    } catch (error) {
      const known = error instanceof Failure;
      failures.push(
        known ? error : failure('FILE_UNWRITABLE', { file, reason: fileReason(error) }, { cause: error }),
      );
    }
  }
  return { written, failures };
}

async function* inPieces(content: AsyncIterable<string>): AsyncGenerator<string> {
  let piece = '';
  for await (const text of content) {
    piece += text;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

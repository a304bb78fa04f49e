import { extname, join, resolve } from 'node:path';
import { type Failure, failure } from '../failure.ts';
import type { Io } from '../io.ts';
import type { NewmanReporter } from '../runner/newman-reporters.ts';
import type { RunResult } from '../runner/result.ts';
import { writeReport } from './write-reports.ts';

/**
 * Lets reporters of Newman report a run, one after the other: one that throws costs no other its report.
 *
 * Files go where Newman would write them, into `newman/` with the time in their names, or into a folder that was named.
 *
 * @param folder the folder that was named, if any
 * @returns the files that were written, and a failure (REPORTER_FAILED) for every reporter that threw
 */
export async function writeNewmanReports(
  reporters: readonly NewmanReporter[],
  result: RunResult,
  folder: string | undefined,
  io: Pick<Io, 'cwd' | 'randomBytes' | 'now'>,
): Promise<{ written: string[]; failures: Failure[] }> {
  const written: string[] = [];
  const failures: Failure[] = [];
  if (reporters.length === 0) return { written, failures };
  const { reportWithNewman } = await import('../runner/newman-reporters.ts');
  for (const reporter of reporters) {
    try {
      for (const { name, content } of await reportWithNewman(reporter, result)) {
        const file = folder === undefined ? join('newman', dated(name, io.now())) : join(folder, name);
        await writeReport(resolve(io.cwd, file), content);
        written.push(file);
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      failures.push(failure('REPORTER_FAILED', { name: reporter.name, reason }, { cause: error }));
    }
  }
  return { written, failures };
}

/** `newman-run-report-2026-08-04-10-20-30-456-0.json`, as Newman writes it. */
function dated(name: string, now: number): string {
  const ending = extname(name);
  const time = new Date(now).toISOString().replace(/\D+/g, '-');
  return `${name.slice(0, name.length - ending.length)}-${time}0${ending}`;
}

// @ts-nocheck
import { appendFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Failure, failure } from '../../failure.ts';
import { fileReason } from '../../file-reason.ts';
import type { Io } from '../../io.ts';
import { githubAnnotations } from '../../reports/github.ts';
import { markdownReport } from '../../reports/markdown.ts';
import type { RunResult } from '../../runner/result.ts';

/** GitHub takes a summary of 1 MiB for a step, and shows nothing of a longer one. */
const LONGEST = 1_000_000;

/**
 * Prints annotations, and adds the summary to the file that GITHUB_STEP_SUMMARY names.
 *
 * @returns a failure FILE_UNWRITABLE when that file cannot be written
 */
export async function reportOnGithub(result: RunResult, io: Io): Promise<Failure[]> {
  io.out(githubAnnotations(result));
  return addStepSummary(markdownReport(result), io);
}

/**
 * Adds Markdown to the file that GITHUB_STEP_SUMMARY names, where there is one.
 *
 * @returns a failure FILE_UNWRITABLE when that file cannot be written
 */
export async function addStepSummary(whole: string, io: Pick<Io, 'cwd' | 'env'>): Promise<Failure[]> {
  const file = io.env.GITHUB_STEP_SUMMARY;
  if (file === undefined || file === '') return [];
  const summary =
    Buffer.byteLength(whole) <= LONGEST ? whole : 'The summary is too long for GitHub; see summary.md.\n';
  try {
    await appendFile(resolve(io.cwd, file), `${summary}\n`);
    return [];
  } catch (error) {
    return [failure('FILE_UNWRITABLE', { file, reason: fileReason(error) }, { cause: error })];
  }
}

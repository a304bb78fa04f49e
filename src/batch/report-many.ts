import { type Failure, failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { didYouMean } from '../nearest.ts';
import { say } from '../printable/printable.ts';
import type { Output } from '../run/options.ts';
import { addStepSummary } from '../run/report-on-github.ts';
import { defaultManyReports, type ManyReport, type ManyReportName, manyReports } from './reports/all.ts';
import { manyAnnotations } from './reports/github.ts';
import { manyMarkdown } from './reports/markdown.ts';
import { manySummaryLines } from './reports/terminal.ts';
import type { ManyResult } from './result-log/many-result.ts';
import { writeManyReports } from './write-many-reports.ts';

/** What reports on many targets. */
export interface ManyReporters {
  readonly own: readonly ManyReport[];
  /** Annotations and the step summary of GitHub Actions. */
  readonly github: boolean;
}

/**
 * The reporters that were asked for; the default reports of many targets when none was.
 *
 * @param asked values of --reporter; `none` is no reporter at all
 * @param command whose option it is
 * @throws Failure REPORTER_NOT_FOR_MANY for a name that is no reporter of many targets; USAGE for none at all
 */
export function manyReportersFor(
  asked: readonly string[] | undefined,
  io: Pick<Io, 'env'>,
  command = 'run',
): ManyReporters {
  const detected = io.env.GITHUB_ACTIONS === 'true';
  const names = (asked ?? []).flatMap((name) => name.split(',')).filter((name) => name !== '');
  if (asked !== undefined && asked.length > 0 && names.length === 0) {
    throw failure('USAGE', { problem: `--reporter names no reporter: "${asked.join(' ')}".`, command });
  }
  if (names.length === 0) return { own: defaultManyReports, github: detected };
  if (names.includes('none')) return { own: [], github: false };
  const own = [...new Set(names)].filter((name) => name !== 'github').map(named);
  return { own, github: detected || names.includes('github') };
}

function named(name: string): ManyReport {
  if (Object.hasOwn(manyReports, name)) return manyReports[name as ManyReportName];
  const known = [...Object.keys(manyReports), 'github', 'none'];
  throw failure('REPORTER_NOT_FOR_MANY', {
    name,
    suggestion: didYouMean(name, known),
    names: known.join(', '),
  });
}

/**
 * Reports on many targets in every way that was asked for; one that fails costs no other.
 *
 * @param about `kept` is the result log, where it stays for the person
 * @returns what could not be written
 */
export async function reportMany(
  many: ManyResult,
  reporters: ManyReporters,
  about: { readonly folder: string; readonly output: Output; readonly kept?: string },
  io: Io,
): Promise<Failure[]> {
  if (about.output !== 'quiet' || many.outcome !== 'passed') {
    io.out(manySummaryLines(many, io.color));
  }
  const { written, failures } = await writeManyReports(reporters.own, many, about.folder, io);
  if (reporters.github) failures.push(...(await reportManyOnGithub(many, io)));
  const files = [...written, ...(about.kept === undefined ? [] : [about.kept])];
  if (files.length > 0 && about.output !== 'quiet') io.err(say`Reports: ${files.join(', ')}\n`);
  for (const { message, hint } of failures) io.err(say`legwork: ${message}\n${hint}\n`);
  return failures;
}

async function reportManyOnGithub(many: ManyResult, io: Io): Promise<Failure[]> {
  io.out(manyAnnotations(many));
  let summary = '';
  for await (const piece of manyMarkdown(many)) summary += piece;
  return addStepSummary(summary, io);
}

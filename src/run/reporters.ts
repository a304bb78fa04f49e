import { failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { didYouMean } from '../nearest.ts';
import { defaultReports, type Report, type ReportName, reports } from '../reports/all.ts';
import type { NewmanReporter } from '../runner/newman-reporters.ts';

/** What reports on a run. */
export interface Reporters {
  readonly own: readonly Report[];
  readonly newman: readonly NewmanReporter[];
  /** Annotations and the step summary of GitHub Actions. */
  readonly github: boolean;
}

/** What stands for Newman's own reporters whose names are those of legwork's. */
const RENAMED: Readonly<Record<string, string>> = { 'newman-json': 'json', 'newman-junit': 'junit' };

/**
 * The reporters that were asked for; legwork's default reports when none was.
 *
 * @param asked values of --reporter; `none` is no reporter at all
 * @throws Failure REPORTER_UNKNOWN for a name that is neither legwork's nor that of an installed reporter of Newman;
 *   USAGE where nothing but commas was given
 */
export async function reportersFor(
  asked: readonly string[] | undefined,
  io: Pick<Io, 'cwd' | 'env'>,
): Promise<Reporters> {
  const detected = io.env.GITHUB_ACTIONS === 'true';
  const names = (asked ?? []).flatMap((name) => name.split(',')).filter((name) => name !== '');
  if (asked !== undefined && asked.length > 0 && names.length === 0) {
    throw failure('USAGE', {
      problem: `--reporter names no reporter: "${asked.join(' ')}".`,
      command: 'run',
    });
  }
  if (names.length === 0) return { own: defaultReports, newman: [], github: detected };
  if (names.includes('none')) return { own: [], newman: [], github: false };
  const unique = [...new Set(names)].filter((name) => name !== 'github');
  return {
    own: unique.filter(isOwn).map((name) => reports[name]),
    newman: await newmanReporters(
      unique.filter((name) => !isOwn(name)),
      io.cwd,
    ),
    github: detected || names.includes('github'),
  };
}

async function newmanReporters(names: readonly string[], cwd: string): Promise<NewmanReporter[]> {
  if (names.length === 0) return [];
  const { findNewmanReporter } = await import('../runner/newman-reporters.ts');
  return names.map((name) => {
    const found = findNewmanReporter(RENAMED[name] ?? name, cwd);
    if (found !== undefined) return found;
    const known = [...Object.keys(reports), 'github', 'none', ...Object.keys(RENAMED), 'cli', 'progress'];
    throw failure('REPORTER_UNKNOWN', { name, suggestion: didYouMean(name, known), names: known.join(', ') });
  });
}

function isOwn(name: string): name is ReportName {
  return Object.hasOwn(reports, name);
}

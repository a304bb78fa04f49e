import { failure } from '../../failure.ts';
import type { Io } from '../../io.ts';
import { didYouMean } from '../../nearest.ts';
import { type ManyReport, type ManyReportName, manyReports } from '../../reports/many/all.ts';

/** What reports on a run of many targets. */
export interface ManyReporters {
  readonly own: readonly ManyReport[];
  /** Annotations and the step summary of GitHub Actions. */
  readonly github: boolean;
}

/**
 * The reporters that were asked for; all when none was.
 *
 * @param asked values of --reporter; `none` is no reporter at all
 * @throws Failure REPORTER_NOT_FOR_MANY
 */
export function manyReportersFor(asked: readonly string[] | undefined, io: Pick<Io, 'env'>): ManyReporters {
  const detected = io.env.GITHUB_ACTIONS === 'true';
  const names = (asked ?? []).flatMap((name) => name.split(',')).filter((name) => name !== '');
  if (names.length === 0) return { own: Object.values(manyReports), github: detected };
  if (names.includes('none')) return { own: [], github: false };
  const own = [...new Set(names)].filter((name) => name !== 'github');
  const other = own.find((name) => !isOwn(name));
  if (other !== undefined) {
    const known = [...Object.keys(manyReports), 'github', 'none'];
    const suggestion = didYouMean(other, known);
    throw failure('REPORTER_NOT_FOR_MANY', {
      name: other,
      names: `${known.join(', ')}${suggestion === '' ? '' : ` (${suggestion.toLowerCase().replace('?', '')})`}`,
    });
  }
  return {
    own: own.filter(isOwn).map((name) => manyReports[name]),
    github: detected || names.includes('github'),
  };
}

function isOwn(name: string): name is ManyReportName {
  return Object.hasOwn(manyReports, name);
}

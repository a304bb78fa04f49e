import type { RunResult } from '../runner/result.ts';
import { harReport } from './har.ts';
import { htmlReport } from './html.ts';
import { jsonReport } from './json.ts';
import { junitReport } from './junit.ts';
import { markdownReport } from './markdown.ts';

/** A rendering of a run that is kept in a file. */
export interface Report {
  /** Name of the file in the folder of reports. */
  readonly file: string;
  readonly render: (result: RunResult) => string;
  /** It is written when no reporter is named, too. A new report leaves it out: nobody gets a file unasked. */
  readonly byDefault?: true;
}

/** Every report of legwork's own, by the name that --reporter takes. A new one is one file and one line. */
export const reports = {
  html: { file: 'report.html', render: htmlReport, byDefault: true },
  junit: { file: 'junit.xml', render: junitReport, byDefault: true },
  json: { file: 'report.json', render: jsonReport, byDefault: true },
  har: { file: 'report.har', render: harReport, byDefault: true },
  markdown: { file: 'summary.md', render: markdownReport, byDefault: true },
} as const satisfies Readonly<Record<string, Report>>;

/** The reports that are written when no reporter is named. */
export const defaultReports = Object.values<Report>(reports).filter(({ byDefault }) => byDefault);

export type ReportName = keyof typeof reports;

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
}

/** Every report of legwork's own, by the name that --reporter takes. A new one is one file and one line. */
export const reports = {
  html: { file: 'report.html', render: htmlReport },
  junit: { file: 'junit.xml', render: junitReport },
  json: { file: 'report.json', render: jsonReport },
  har: { file: 'report.har', render: harReport },
  markdown: { file: 'summary.md', render: markdownReport },
} as const satisfies Readonly<Record<string, Report>>;

export type ReportName = keyof typeof reports;

import type { ManyResult } from '../result-log/many-result.ts';
import { manyHtml } from './html.ts';
import { manyJson } from './json.ts';
import { manyJunit } from './junit.ts';
import { manyMarkdown } from './markdown.ts';

/** A rendering of a run of many targets, piece by piece. */
export interface ManyReport {
  /** Name of the file in the folder of reports. */
  readonly file: string;
  readonly render: (many: ManyResult) => AsyncIterable<string>;
  /** It is written when no reporter is named, too. A new report leaves it out: nobody gets a file unasked. */
  readonly byDefault?: true;
}

/** Reports of many targets by the name that --reporter takes. */
export const manyReports = {
  html: { file: 'report.html', render: manyHtml, byDefault: true },
  junit: { file: 'junit.xml', render: manyJunit, byDefault: true },
  json: { file: 'report.json', render: manyJson, byDefault: true },
  markdown: { file: 'summary.md', render: manyMarkdown, byDefault: true },
} as const satisfies Readonly<Record<string, ManyReport>>;

/** The reports of many targets that are written when no reporter is named. */
export const defaultManyReports = Object.values<ManyReport>(manyReports).filter(({ byDefault }) => byDefault);

export type ManyReportName = keyof typeof manyReports;

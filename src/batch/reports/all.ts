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
}

/** Reports of many targets by the name that --reporter takes. */
export const manyReports = {
  html: { file: 'report.html', render: manyHtml },
  junit: { file: 'junit.xml', render: manyJunit },
  json: { file: 'report.json', render: manyJson },
  markdown: { file: 'summary.md', render: manyMarkdown },
} as const satisfies Readonly<Record<string, ManyReport>>;

export type ManyReportName = keyof typeof manyReports;

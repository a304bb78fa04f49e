import type { RunResult } from '../runner/result.ts';
import { htmlReport } from './html.ts';
import { jsonReport } from './json.ts';
import { junitReport } from './junit.ts';

/** A rendering of a run that is kept in a file. */
export interface Report {
  /** Name of the file in the folder of reports. */
  readonly file: string;
  readonly render: (result: RunResult) => string;
}

/** Every report that is written after a run. A new one is one file and one line. */
export const reports: readonly Report[] = [
  { file: 'report.html', render: htmlReport },
  { file: 'junit.xml', render: junitReport },
  { file: 'report.json', render: jsonReport },
];

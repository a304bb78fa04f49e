import type { Failure } from '../../failure.ts';
import type { Io } from '../../io.ts';
import { manyAnnotations } from '../../reports/many/github.ts';
import { manyMarkdown } from '../../reports/many/markdown.ts';
import { manySummaryLines } from '../../reports/many/terminal.ts';
import { withoutWorkflowCommands } from '../../reports/workflow-commands.ts';
import type { ManyResult } from '../../runner/spool/many-result.ts';
import type { ManyReporters } from './many-reporters.ts';
import { addStepSummary } from './report-on-github.ts';
import { writeManyReports } from './write-many-reports.ts';

/**
 * Reports on many targets in every way that was asked for: prints the summary, writes the reports, and tells GitHub.
 * One that fails costs no other.
 *
 * @param folder for the reports
 * @param quiet prints nothing when all is well
 */
export async function reportMany(
  many: ManyResult,
  { own, github }: ManyReporters,
  { folder, quiet }: { readonly folder: string; readonly quiet: boolean },
  io: Io,
): Promise<Failure[]> {
  if (!quiet || many.outcome !== 'passed') io.out(withoutWorkflowCommands(manySummaryLines(many, io.color)));
  const { written, failures } = await writeManyReports(own, many, folder, io);
  if (github) {
    io.out(manyAnnotations(many));
    let summary = '';
    for await (const piece of manyMarkdown(many)) summary += piece;
    failures.push(...(await addStepSummary(summary, io)));
  }
  if (written.length > 0 && !quiet) io.err(`Reports: ${written.join(', ')}\n`);
  for (const { message, hint } of failures) io.err(`legwork: ${message}\n${hint}\n`);
  return failures;
}

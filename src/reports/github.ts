import type { RunResult, Step } from '../runner/result.ts';
import { diagnosisLines, findingsOf, flowTitle, stepName, verdict } from './findings.ts';
import { retriesOf } from './retries.ts';

/** GitHub shows ten annotations of a kind for a step, and drops the others without a word. */
export const MOST = 10;

/**
 * What failed as annotations of a GitHub Actions run: one workflow command a line.
 *
 * Texts come from servers; a line end in one would be a command of the server's own, so they are escaped as
 * https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts does.
 */
export function githubAnnotations(result: RunResult): string {
  const findings = findingsOf(result.flows).map(({ flow, step, assertion }) => ({
    level: 'error',
    title: [flowTitle(flow), ...(step === undefined ? [] : [stepName(step)])].join(' › '),
    text: [assertion.name, assertion.message, notRetried(step), ...diagnosisLines(step, assertion)]
      .filter(Boolean)
      .join('\n'),
  }));
  const unrun = result.flows
    .filter((flow) => flow.outcome === 'not-run')
    .map((flow) => ({ level: 'warning', title: flowTitle(flow), text: `Not run: ${flow.reason ?? ''}` }));
  const retries = retriesOf(result.flows)
    .filter(({ step }) => step.outcome === 'passed')
    .map(({ flow, step, words }) => ({
      level: 'notice',
      title: `${flowTitle(flow)} › ${step.name}`,
      text: `It ${words}`,
    }));
  const shown = findings.slice(0, findings.length > MOST ? MOST - 1 : MOST);
  const rest = findings.length - shown.length;
  const more = rest === 0 ? [] : [{ level: 'error', title: verdict(result), text: `${rest} more failed` }];
  return [...shown, ...more, ...unrun.slice(0, MOST), ...retries.slice(0, MOST)].map(annotation).join('');
}

/** One annotation as the line that makes it. */
export function annotation({
  level,
  title,
  text,
}: {
  readonly level: string;
  readonly title: string;
  readonly text: string;
}): string {
  return `::${level} title=${property(title)}::${data(text)}\n`;
}

function notRetried(step: Step | undefined): string | undefined {
  return step?.endOfRetries === undefined ? undefined : `Not retried: ${step.endOfRetries}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

import { CiCommand } from '../printable/ci-commands.ts';
import type { RunResult, Step } from '../runner/result.ts';
import { diagnosisLines, findingsOf, flowTitle, stepName, verdict } from './findings.ts';
import { redirectUriCommand } from './redirect-uris.ts';
import { retriesOf } from './retries.ts';

/** GitHub shows ten annotations of a kind for a step, and drops the others without a word. */
export const MOST = 10;

/**
 * What failed as annotations of a GitHub Actions run: one workflow command a line.
 */
export function githubAnnotations(result: RunResult): CiCommand {
  const findings = findingsOf(result.flows).map(({ flow, step, assertion }) => ({
    level: 'error',
    title: [flowTitle(flow), ...(step === undefined ? [] : [stepName(step)])].join(' › '),
    text: [
      ...diagnosisLines(step, assertion, redirectUriCommand(flow, { target: result.target })),
      assertion.name,
      assertion.message,
      notRetried(step),
    ]
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
  return CiCommand.all(
    [...shown, ...more, ...unrun.slice(0, MOST), ...retries.slice(0, MOST)].map(annotation),
  );
}

/** One annotation. */
export function annotation({
  level,
  title,
  text,
}: {
  readonly level: string;
  readonly title: string;
  readonly text: string;
}): CiCommand {
  return CiCommand.github(level, { title }, text);
}

function notRetried(step: Step | undefined): string | undefined {
  return step?.endOfRetries === undefined ? undefined : `Not retried: ${step.endOfRetries}`;
}

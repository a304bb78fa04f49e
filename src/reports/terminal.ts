import picocolors from 'picocolors';
import type { Assertion, ConsoleLine, FlowResult, RunResult, Step } from '../runner/result.ts';
import { exchangeLines } from './exchange-lines.ts';
import {
  answerOf,
  checkCounts,
  diagnosisLines,
  duration,
  type Finding,
  findingsOf,
  flowTitle,
  inWords,
  pathOf,
  stepCounts,
  stepName,
  verdict,
} from './findings.ts';
import { retriesOf } from './retries.ts';

type Colors = ReturnType<typeof picocolors.createColors>;

const MARKS = {
  passed: '✓',
  failed: '✗',
  retried: '↻',
  skipped: '-',
  'not-reached': '-',
  'not-run': '-',
} as const;

/** The whole run as text for people: every step with what it showed, then what failed and why. */
export function terminalReport(result: RunResult, color = false): string {
  return [
    ...result.flows.flatMap((flow, index) => [
      ...(index === 0 ? [] : ['\n']),
      flowHeading(flow, color),
      ...flow.steps.map((step) => stepLines(step, color)),
      flowEnding(flow, color),
    ]),
    summaryLines(result, color),
  ].join('');
}

/** Title of a flow, to be printed before its first step; with the name that --flow takes where it is another one. */
export function flowHeading(flow: { readonly title: string; readonly flow: string }, color = false): string {
  const colors = picocolors.createColors(color);
  const title = flowTitle(flow);
  const same = title.toLowerCase().replaceAll(' ', '-') === flow.flow;
  return `${colors.bold(title)}${same ? '' : colors.dim(` (${flow.flow})`)}\n`;
}

/** The command to type next. */
export function nextLine(command: string, color = false): string {
  const colors = picocolors.createColors(color);
  return `\n${colors.dim('Next')}      ${colors.bold(command)}\n`;
}

/** One step: method, path, status, and every assertion; more of it when it failed, and all of it when wanted. */
export function stepLines(step: Step, color = false, verbose = false): string {
  const colors = picocolors.createColors(color);
  const answer = answerOf(step);
  const status = answer === undefined ? '' : `  ${answer.status}`;
  const time = answer === undefined ? '' : colors.dim(`  ${duration(answer.durationMs)}`);
  const request = colors.dim(`${step.method} ${pathOf(step.url)}`);
  const lines = [`  ${mark(step.outcome, colors)} ${stepName(step)}  ${request}${status}${time}`];
  if (step.outcome === 'skipped') lines.push(`      ${colors.yellow(`skipped: ${step.skipReason}`)}`);
  if (step.outcome === 'retried') lines.push(`      ${colors.yellow(`retried: ${step.retryReason}`)}`);
  if (step.endOfRetries !== undefined)
    lines.push(`      ${colors.yellow(`not retried: ${step.endOfRetries}`)}`);
  if (step.outcome === 'not-reached') lines.push(`      ${colors.yellow('not reached')}`);
  if (step.outcome === 'failed' && !verbose) lines.push(colors.dim(`      ${step.method} ${step.url}`));
  const target = answer?.redirect;
  if (target !== undefined) {
    const where = target.to === 'callback' ? 'callback ' : '';
    lines.push(
      colors.dim(`      → ${where}${target.to === 'callback' ? target.address : pathOf(target.address)}`),
    );
  }
  if (verbose)
    lines.push(...step.exchanges.flatMap(exchangeLines).map((line) => colors.dim(indented(line, 6))));
  lines.push(...step.assertions.flatMap((assertion) => assertionLines(assertion, colors)));
  const said = step.console.filter(
    (line) =>
      // It was said above.
      verbose || (saysMore(line, step) && !line.text.startsWith('Not retried: ')),
  );
  lines.push(...said.map((line) => indented(`${line.level}: ${line.text}`, 6)).map(colors.dim));
  return joined(lines);
}

function saysMore({ level }: ConsoleLine, { outcome }: Step): boolean {
  return outcome === 'failed' || level === 'warn' || level === 'error';
}

/** What there is to say of a flow after its steps; nothing when all is well. */
export function flowEnding(flow: FlowResult, color = false): string {
  const colors = picocolors.createColors(color);
  const lines = flow.checks.flatMap((check) => assertionLines(check, colors, 2));
  if (flow.reason !== undefined)
    lines.push(`  ${mark('not-run', colors)} ${colors.yellow(notRunLine(flow))}`);
  return lines.length === 0 ? '' : joined(lines);
}

/** Counts, then what was not run, then what failed and why, then the verdict. */
export function summaryLines(result: RunResult, color = false): string {
  const colors = picocolors.createColors(color);
  const { flows } = result;
  const lines = [
    '',
    `${colors.dim('Requests')}  ${inWords(stepCounts(flows))}`,
    `${colors.dim('Checks')}    ${inWords(checkCounts(flows))}`,
    `${colors.dim('Time')}      ${duration(result.durationMs)}, ${result.provider}, ${result.target}`,
  ];
  const unrun = flows.filter((flow) => flow.outcome === 'not-run');
  if (unrun.length > 0) lines.push('', 'Not run:', ...unrun.map((flow) => `  ${flow.flow}: ${flow.reason}`));
  const retries = retriesOf(flows).map(({ flow, step, words }) => `  ${flow.flow} › ${step.name}: ${words}`);
  if (retries.length > 0) lines.push('', 'Retries:', ...retries.map(colors.yellow));
  const findings = findingsOf(flows);
  if (findings.length > 0)
    lines.push('', 'Failed:', ...findings.map((finding) => findingLines(finding, colors)));
  const paint = { passed: colors.green, failed: colors.red, incomplete: colors.yellow }[result.outcome];
  const interrupted = result.interrupted ? ', interrupted before its end' : '';
  return joined([...lines, '', colors.bold(paint(`${verdict(result)}${interrupted}`))]);
}

function findingLines({ flow, step, assertion }: Finding, colors: Colors): string {
  const place = [flow.flow, ...(step === undefined ? [] : [stepName(step)]), assertion.name].join(' › ');
  const why = assertion.message === undefined ? '' : `\n${indented(assertion.message, 4)}`;
  const diagnosis = diagnosisLines(step, assertion);
  const doctor = diagnosis.length === 0 ? '' : `\n${colors.bold(indented(diagnosis.join('\n'), 4))}`;
  return `  ${colors.red(place)}${why}${doctor}`;
}

function assertionLines(assertion: Assertion, colors: Colors, column = 6): string[] {
  const line = `${' '.repeat(column)}${mark(assertion.outcome, colors)} ${assertion.name}`;
  if (assertion.outcome !== 'failed') return [assertion.outcome === 'passed' ? colors.dim(line) : line];
  return [
    line,
    ...(assertion.message === undefined ? [] : [colors.red(indented(assertion.message, column + 2))]),
  ];
}

function notRunLine(flow: FlowResult): string {
  return flow.interrupted ? `${flow.reason}` : `not run: ${flow.reason}`;
}

function mark(outcome: keyof typeof MARKS, colors: Colors): string {
  const paint = { passed: colors.green, failed: colors.red }[outcome as string] ?? colors.yellow;
  return paint(MARKS[outcome]);
}

/** Every line moved to the right. */
export function indented(text: string, columns: number): string {
  return text.replace(/^/gm, ' '.repeat(columns));
}

function joined(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}

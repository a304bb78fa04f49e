import { createPaint, type Paint } from '../printable/paint.ts';
import { indented, joined, type Printable, type Sayable, say } from '../printable/printable.ts';
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

const MARKS = {
  passed: '✓',
  failed: '✗',
  retried: '↻',
  skipped: '-',
  'not-reached': '-',
  'not-run': '-',
} as const;

/** The whole run as text for people: every step with what it showed, then what failed and why. */
export function terminalReport(result: RunResult, color = false): Printable {
  return joined([
    ...result.flows.flatMap((flow, index) => [
      ...(index === 0 ? [] : ['\n']),
      flowHeading(flow, color),
      ...flow.steps.map((step) => stepLines(step, color)),
      flowEnding(flow, color),
    ]),
    summaryLines(result, color),
  ]);
}

/** Title of a flow, to be printed before its first step; with the name that --flow takes where it is another one. */
export function flowHeading(
  flow: { readonly title: string; readonly flow: string },
  color = false,
): Printable {
  const paint = createPaint(color);
  const title = flowTitle(flow);
  const same = title.toLowerCase().replaceAll(' ', '-') === flow.flow;
  return say`${paint.bold(title)}${same ? '' : paint.dim(` (${flow.flow})`)}\n`;
}

/** The command to type next. */
export function nextLine(command: string, color = false): Printable {
  const paint = createPaint(color);
  return say`\n${paint.dim('Next')}      ${paint.bold(command)}\n`;
}

/** One step: method, path, status, and every assertion; more of it when it failed, and all of it when wanted. */
export function stepLines(step: Step, color = false, verbose = false): Printable {
  const paint = createPaint(color);
  const answer = answerOf(step);
  const status = answer === undefined ? '' : `  ${answer.status}`;
  const time = answer === undefined ? '' : paint.dim(`  ${duration(answer.durationMs)}`);
  const request = paint.dim(`${step.method} ${pathOf(step.url)}`);
  const lines: Sayable[] = [
    say`  ${mark(step.outcome, paint)} ${stepName(step)}  ${request}${status}${time}`,
  ];
  if (step.outcome === 'skipped') lines.push(say`      ${paint.yellow(`skipped: ${step.skipReason}`)}`);
  if (step.outcome === 'retried') lines.push(say`      ${paint.yellow(`retried: ${step.retryReason}`)}`);
  if (step.endOfRetries !== undefined)
    lines.push(say`      ${paint.yellow(`not retried: ${step.endOfRetries}`)}`);
  if (step.outcome === 'not-reached') lines.push(say`      ${paint.yellow('not reached')}`);
  if (step.outcome === 'failed' && !verbose) lines.push(paint.dim(`      ${step.method} ${step.url}`));
  const target = answer?.redirect;
  if (target !== undefined) {
    const where = target.to === 'callback' ? 'callback ' : '';
    lines.push(
      paint.dim(`      → ${where}${target.to === 'callback' ? target.address : pathOf(target.address)}`),
    );
  }
  if (verbose)
    lines.push(...step.exchanges.flatMap(exchangeLines).map((line) => paint.dim(indented(line, 6))));
  if (step.explanation !== undefined && step.outcome === 'failed')
    lines.push(paint.bold(say`      Diagnosis: ${step.explanation.title}.`));
  lines.push(...step.assertions.flatMap((assertion) => assertionLines(assertion, paint)));
  const said = step.console.filter(
    (line) =>
      // It was said above.
      verbose || (saysMore(line, step) && !line.text.startsWith('Not retried: ')),
  );
  lines.push(...said.map((line) => indented(`${line.level}: ${line.text}`, 6)).map(paint.dim));
  return ended(lines);
}

function saysMore({ level }: ConsoleLine, { outcome }: Step): boolean {
  return outcome === 'failed' || level === 'warn' || level === 'error';
}

/** What there is to say of a flow after its steps; nothing when all is well. */
export function flowEnding(flow: FlowResult, color = false): Printable {
  const paint = createPaint(color);
  const lines: Sayable[] = flow.checks.flatMap((check) => assertionLines(check, paint, 2));
  if (flow.reason !== undefined)
    lines.push(say`  ${mark('not-run', paint)} ${paint.yellow(notRunLine(flow))}`);
  return lines.length === 0 ? say`` : ended(lines);
}

/** Counts, then what was not run, then what failed and why, then the verdict. */
export function summaryLines(result: RunResult, color = false): Printable {
  const paint = createPaint(color);
  const { flows } = result;
  const lines: Sayable[] = [
    '',
    say`${paint.dim('Requests')}  ${inWords(stepCounts(flows))}`,
    say`${paint.dim('Checks')}    ${inWords(checkCounts(flows))}`,
    say`${paint.dim('Time')}      ${duration(result.durationMs)}, ${result.provider}, ${result.target}`,
  ];
  const unrun = flows.filter((flow) => flow.outcome === 'not-run');
  if (unrun.length > 0) lines.push('', 'Not run:', ...unrun.map((flow) => `  ${flow.flow}: ${flow.reason}`));
  const retries = retriesOf(flows).map(({ flow, step, words }) => `  ${flow.flow} › ${step.name}: ${words}`);
  if (retries.length > 0) lines.push('', 'Retries:', ...retries.map((line) => paint.yellow(line)));
  const findings = findingsOf(flows);
  if (findings.length > 0)
    lines.push('', 'Failed:', ...findings.map((finding) => findingLines(finding, paint)));
  const verdictStyle = { passed: paint.green, failed: paint.red, incomplete: paint.yellow }[result.outcome];
  const interrupted = result.interrupted ? ', interrupted before its end' : '';
  return ended([...lines, '', paint.bold(verdictStyle(`${verdict(result)}${interrupted}`))]);
}

function findingLines({ flow, step, assertion }: Finding, paint: Paint): Printable {
  const place = [flow.flow, ...(step === undefined ? [] : [stepName(step)])];
  const why = (column: number) =>
    assertion.message === undefined ? '' : say`\n${indented(assertion.message, column)}`;
  const diagnosis = diagnosisLines(step, assertion);
  if (diagnosis.length === 0) return say`  ${paint.red([...place, assertion.name].join(' › '))}${why(4)}`;
  const doctor = paint.bold(indented(diagnosis.join('\n'), 4));
  return say`  ${paint.red(place.join(' › '))}\n${doctor}\n    ${paint.red(assertion.name)}${why(6)}`;
}

function assertionLines(assertion: Assertion, paint: Paint, column = 6): Printable[] {
  const line = say`${' '.repeat(column)}${mark(assertion.outcome, paint)} ${assertion.name}`;
  if (assertion.outcome !== 'failed') return [assertion.outcome === 'passed' ? paint.dim(line) : line];
  return [
    line,
    ...(assertion.message === undefined ? [] : [paint.red(indented(assertion.message, column + 2))]),
  ];
}

function notRunLine(flow: FlowResult): string {
  return flow.interrupted ? `${flow.reason}` : `not run: ${flow.reason}`;
}

function mark(outcome: keyof typeof MARKS, paint: Paint): Printable {
  const style = { passed: paint.green, failed: paint.red }[outcome as string] ?? paint.yellow;
  return style(MARKS[outcome]);
}

function ended(lines: readonly Sayable[]): Printable {
  return say`${joined(lines, '\n')}\n`;
}

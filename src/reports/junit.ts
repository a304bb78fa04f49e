import { escapeMarkup } from '../html/escape-markup.ts';
import type { Assertion, FlowResult, RunResult, Step } from '../runner/result.ts';
import { answerOf, diagnosisLines, stepName } from './findings.ts';
import { escapeAttribute } from './markup.ts';
import { redirectUriCommand } from './redirect-uris.ts';

interface TestCase {
  readonly name: string;
  readonly seconds: number;
  readonly outcome: 'passed' | 'failure' | 'error' | 'skipped';
  readonly message?: string;
  /** What the doctor says, in lines: it comes first. */
  readonly diagnosis?: readonly string[];
  /** Further lines below a failure. */
  readonly details?: string;
}

/**
 * The run as JUnit XML: a suite per flow, a case per check. Newman's own writer joins checks of the same name, and a
 * failure of the first visit is lost when the second one passes; here every case has a name of its own.
 *
 * The shape is that of https://github.com/jenkinsci/xunit-plugin (junit-10.xsd), which GitLab, Jenkins and
 * GitHub's readers agree on.
 */
export function junitReport(result: RunResult): string {
  const suites = result.flows.map((flow) => ({ flow, cases: uniquelyNamed(casesOf(flow, result)) }));
  const totals = totalsOf(suites.flatMap((suite) => suite.cases));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({
      name: `legwork ${result.provider} ${result.target}`,
      tests: totals.tests,
      failures: totals.failures,
      errors: totals.errors,
      time: seconds(result.durationMs),
    })}>`,
    ...suites.map(({ flow, cases }) => suiteElement(result, flow, cases)),
    '</testsuites>',
    '',
  ].join('\n');
}

function suiteElement(result: RunResult, flow: FlowResult, cases: readonly TestCase[]): string {
  const { tests, failures, errors, skipped } = totalsOf(cases);
  const className = `${result.provider}.${flow.flow}`;
  return [
    `  <testsuite${attributes({
      name: flow.title,
      tests,
      failures,
      errors,
      skipped,
      time: seconds(flow.durationMs),
      // The pattern of the schema has neither fractions nor zones.
      timestamp: result.startedAt.slice(0, 19),
    })}>`,
    ...cases.map((testCase) => caseElement(className, testCase)),
    '  </testsuite>',
  ].join('\n');
}

function caseElement(
  classname: string,
  { name, seconds: time, outcome, message = '', details, diagnosis = [] }: TestCase,
): string {
  const start = `    <testcase${attributes({ name, classname, time: time.toFixed(3) })}`;
  if (outcome === 'passed') return `${start}/>`;
  if (outcome === 'skipped') return `${start}>\n      <skipped${attributes({ message })}/>\n    </testcase>`;
  const type = outcome === 'failure' ? 'AssertionError' : 'Error';
  const text = escapeMarkup([...diagnosis, message, details].filter(Boolean).join('\n'));
  const first = [diagnosis[0], message].filter(Boolean).join('\n');
  return `${start}>\n      <${outcome}${attributes({ message: first, type })}>${text}</${outcome}>\n    </testcase>`;
}

function casesOf(flow: FlowResult, result: RunResult): TestCase[] {
  const next = redirectUriCommand(flow, { target: result.target });
  const cases = [
    ...flow.checks.map((check) => caseOf(check, check.name, 0)),
    ...flow.steps.flatMap((step) => casesOfStep(step, next)),
  ];
  if (flow.reason === undefined) return cases;
  return [...cases, { name: 'The flow is run', seconds: 0, outcome: 'skipped', message: flow.reason }];
}

function casesOfStep(step: Step, next: string | undefined): TestCase[] {
  const time = (answerOf(step)?.durationMs ?? 0) / 1000;
  if (step.outcome === 'retried') {
    // Neither a success nor a failure: what counts is the attempt that comes next.
    const message = `Retried: ${step.retryReason ?? ''}`;
    return [{ name: stepName(step), seconds: time, outcome: 'skipped', message }];
  }
  if (step.assertions.length === 0) {
    const message = step.outcome === 'skipped' ? step.skipReason : 'The run ended before this request.';
    return [
      {
        name: stepName(step),
        seconds: time,
        ...(step.outcome === 'passed'
          ? { outcome: 'passed' }
          : { outcome: 'skipped', message: message ?? '' }),
      },
    ];
  }
  const details = [
    `${step.method} ${step.url}`,
    ...answerLine(step),
    ...(step.endOfRetries === undefined ? [] : [`not retried: ${step.endOfRetries}`]),
    ...step.console.map((line) => `${line.level}: ${line.text}`),
  ];
  return step.assertions.map((assertion, index) =>
    // The request's time is told once, so that the times of the cases add up.
    caseOf(
      assertion,
      `${stepName(step)}: ${assertion.name}`,
      index === 0 ? time : 0,
      details.join('\n'),
      diagnosisLines(step, assertion, next),
    ),
  );
}

function caseOf(
  assertion: Assertion,
  name: string,
  time: number,
  details?: string,
  diagnosis: readonly string[] = [],
): TestCase {
  const { message = '' } = assertion;
  switch (assertion.outcome) {
    case 'passed':
      return { name, seconds: time, outcome: 'passed' };
    case 'skipped':
      return { name, seconds: time, outcome: 'skipped', message: 'The test was skipped by its script.' };
    case 'failed':
      return {
        name,
        seconds: time,
        outcome: assertion.broken ? 'error' : 'failure',
        message,
        diagnosis,
        ...(details === undefined ? {} : { details }),
      };
  }
}

function answerLine(step: Step): string[] {
  const answer = answerOf(step);
  return answer === undefined ? [] : [`${answer.status} ${answer.reason}`.trim()];
}

function uniquelyNamed(cases: readonly TestCase[]): TestCase[] {
  const taken = new Set<string>();
  return cases.map((testCase) => {
    let { name } = testCase;
    for (let number = 2; taken.has(name); number += 1) name = `${testCase.name} [${number}]`;
    taken.add(name);
    return { ...testCase, name };
  });
}

function totalsOf(cases: readonly TestCase[]) {
  const count = (outcome: TestCase['outcome']) =>
    cases.filter((testCase) => testCase.outcome === outcome).length;
  return {
    tests: cases.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
  };
}

/** A time as the schema wants it. */
export function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}

/** Attributes of an element, with a space before each. */
export function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeAttribute(String(value))}"`)
    .join('');
}

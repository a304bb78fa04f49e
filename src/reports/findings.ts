import type { Answer, Assertion, FlowResult, RunResult, Step } from '../runner/result.ts';

/** One failed check and where it stands; no step means that the flow as a whole failed it. */
export interface Finding {
  readonly flow: FlowResult;
  readonly step?: Step;
  readonly assertion: Assertion;
}

type Outcome = Assertion['outcome'] | Step['outcome'];

/** How often each outcome occurred. */
export type Counts = Readonly<Record<Outcome, number>>;

/** Everything that failed, in the order of the run. */
export function findingsOf(flows: readonly FlowResult[]): Finding[] {
  return flows.flatMap((flow) => [
    ...flow.checks.filter(hasFailed).map((assertion) => ({ flow, assertion })),
    ...flow.steps.flatMap((step) =>
      step.assertions.filter(hasFailed).map((assertion) => ({ flow, step, assertion })),
    ),
  ]);
}

/** How the checks of the run came out. */
export function checkCounts(flows: readonly FlowResult[]): Counts {
  const all = flows.flatMap((flow) => [...flow.checks, ...flow.steps.flatMap((step) => step.assertions)]);
  return countsOf(all.map((assertion) => assertion.outcome));
}

/** How its requests came out. */
export function stepCounts(flows: readonly FlowResult[]): Counts {
  return countsOf(flows.flatMap((flow) => flow.steps.map((step) => step.outcome)));
}

/** `Submit the form`; from the second visit on `Submit the form (visit 2)`, and `(attempt 2)` after a retry. */
export function stepName({ name, visit, attempt }: Step): string {
  const words = [
    ...(visit === 1 || visit === attempt ? [] : [`visit ${visit}`]),
    ...(attempt === undefined ? [] : [`attempt ${attempt}`]),
  ];
  return words.length === 0 ? name : `${name} (${words.join(', ')})`;
}

/** The path of an address without its query; the address itself where it is none. */
export function pathOf(url: string): string {
  return /^[a-z]+:\/\/[^/?#]*(\/[^?#]*)?/i.exec(url)?.[1] ?? url.replace(/[?#].*$/, '');
}

/** `12 passed, 1 failed`; what did not occur is left out. */
export function inWords(counts: Counts): string {
  const words = Object.entries(counts).flatMap(([outcome, count]) =>
    count === 0 ? [] : [`${count} ${outcome.replace('-', ' ')}`],
  );
  return words.length === 0 ? 'none' : words.join(', ');
}

/** `85 ms`, `1.3 s`. */
export function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

/** What the run says as a whole, for people. */
export function verdict(result: Pick<RunResult, 'outcome'>): string {
  switch (result.outcome) {
    case 'passed':
      return 'Passed';
    case 'failed':
      return 'Failed';
    case 'incomplete':
      return 'Incomplete';
  }
}

/**
 * What the doctor says of the answer, as far as the message has not said it already: for the failed checks of a step.
 *
 * @param next the command to type next, where there is one
 * @returns lines; none where it has nothing to say
 */
export function diagnosisLines(step: Step | undefined, assertion: Assertion, next?: string): string[] {
  const explanation = step?.explanation;
  if (explanation === undefined) return [];
  const { title, cause, remedy, page } = explanation;
  const known = assertion.message?.includes(cause) ?? false;
  return [
    `Diagnosis: ${title}.`,
    ...(known ? [] : [cause, `What to do: ${remedy}`]),
    ...(next === undefined ? [] : [`Next: ${next}`]),
    `More: ${page}`,
  ];
}

function hasFailed(assertion: Assertion): boolean {
  return assertion.outcome === 'failed';
}

function countsOf(outcomes: readonly Outcome[]): Counts {
  const counts = { passed: 0, failed: 0, retried: 0, skipped: 0, 'not-reached': 0 };
  for (const outcome of outcomes) counts[outcome] += 1;
  return counts;
}

/** What the step's own request was answered with. */
export function answerOf(step: Step): Answer | undefined {
  return step.exchanges.find((exchange) => exchange.by === 'step')?.answer;
}

/** The title of a flow as a heading: `Client credentials`. */
export function flowTitle({ title }: { readonly title: string }): string {
  return title.slice(0, 1).toUpperCase() + title.slice(1);
}

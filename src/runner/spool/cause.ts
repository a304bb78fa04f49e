import type { Assertion, FlowResult, Step } from '../result.ts';

/** Why a flow did not pass, in a form that flows of other targets share. */
export interface CauseText {
  /** The same for what is the same, whichever target it befell. */
  readonly key: string;
  readonly kind: 'failed' | 'not-run';
  readonly title: string;
  readonly text: string;
  /** What to do, and the page that says more, where the failure is a known case. */
  readonly remedy?: string;
  readonly page?: string;
}

/** Longest text that is kept of a cause; the flow itself has all of it. */
const LONGEST = 2000;

/** Why a flow did not pass: the first known case, else the first thing that failed; undefined when it passed. */
export function causeOf(flow: FlowResult): CauseText | undefined {
  switch (flow.outcome) {
    case 'passed':
      return undefined;
    case 'not-run': {
      const title = cut(flow.reason ?? 'not run');
      return { key: `not-run ${common(title)}`, kind: 'not-run', title, text: '' };
    }
    case 'failed':
      return explained(flow) ?? complained(flow);
  }
}

function explained(flow: FlowResult): CauseText | undefined {
  const explanation = flow.steps.find((step) => step.outcome === 'failed' && step.explanation)?.explanation;
  if (explanation === undefined) return undefined;
  const { id, title, cause, remedy, page } = explanation;
  return { key: `known ${id}`, kind: 'failed', title, text: cut(cause), remedy: cut(remedy), page };
}

function complained(flow: FlowResult): CauseText {
  const { step, assertion } = firstFailure(flow) ?? {};
  const name = assertion?.name ?? flow.reason ?? 'The flow failed';
  const title = step === undefined ? name : `${step.name}: ${name}`;
  const text = cut(assertion?.message ?? '');
  return { key: `check ${common(title)} ${common(text)}`, kind: 'failed', title, text };
}

function firstFailure(flow: FlowResult): { step?: Step; assertion: Assertion } | undefined {
  const check = flow.checks.find(hasFailed);
  if (check !== undefined) return { assertion: check };
  for (const step of flow.steps) {
    const assertion = step.assertions.find(hasFailed);
    if (assertion !== undefined) return { step, assertion };
  }
  return undefined;
}

function hasFailed({ outcome }: Assertion): boolean {
  return outcome === 'failed';
}

/** Without what differs from target to target: addresses, values in quotation marks, masks, numbers. */
function common(text: string): string {
  return text
    .slice(0, LONGEST)
    .replace(/\b[a-z][a-z0-9+.-]*:\/\/[^\s"'<>]+/gi, '<address>')
    .replace(/"[^"\n]*"|“[^”\n]*”|'[^'\n]*'/g, '<value>')
    .replace(/‹[^‹›]{1,80}›/g, '<mask>')
    .replace(/\d+/g, '#');
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

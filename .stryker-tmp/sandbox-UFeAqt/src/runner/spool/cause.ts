// @ts-nocheck
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
      return { key: `not-run ${common(title, flow)}`, kind: 'not-run', title, text: '' };
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
  return { key: `check ${common(title, flow)} ${common(text, flow)}`, kind: 'failed', title, text };
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

/**
 * Without what differs from target to target: its own name, client and addresses, masks, times and counts. Statuses and
 * error codes stay: a 401 is not a 500, and `invalid_client` is not `access_denied`.
 */
function common(text: string, flow: FlowResult): string {
  const own = ownValues(flow).reduce(
    (rest, value) => rest.replaceAll(value, '<own>'),
    text.slice(0, LONGEST),
  );
  return own
    .replace(/\b[a-z][a-z0-9+.-]*:\/\/[^\s"'<>]+/gi, '<address>')
    .replace(/[^\s"'<>@]+@[^\s"'<>@]+/g, '<account>')
    .replace(/‹[^‹›]{1,80}›/g, '<mask>')
    .replace(/\b(?=[\w-]*\d)[\w-]{16,}/g, '<value>')
    .replace(/\b\d+(?:\.\d+)?(?= ?(?:ms|s|milliseconds?|seconds?|minutes?|bytes?|characters?)\b)/g, '#')
    .replace(/\d+/g, (number) => (/^[1-5]\d\d$/.test(number) ? number : '#'));
}

/** Texts that tell this target from others, the longest first; very short ones stand in every message. */
function ownValues({ targetName, legs }: FlowResult): string[] {
  const facts = legs.flatMap((leg) => [
    ...(leg.kind === 'authorization' ? [leg.clientId] : []),
    ...(leg.redirectUri === undefined ? [] : [leg.redirectUri]),
  ]);
  const values = [targetName ?? '', ...facts].filter((value) => value.length >= 3);
  return values.sort((one, other) => other.length - one.length);
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

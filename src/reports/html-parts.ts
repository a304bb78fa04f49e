import { type HtmlValue, html, type SafeHtml } from '../html/html.ts';
import type { Assertion, FlowResult, RunResult, Step } from '../runner/result.ts';

export const OUTCOMES = {
  passed: 'Passed',
  failed: 'Failed',
  retried: 'Retried',
  skipped: 'Skipped',
  'not-reached': 'Not reached',
  'not-run': 'Not run',
} as const;

/** An outcome as a coloured word. */
export function badge(outcome: keyof typeof OUTCOMES): SafeHtml {
  return html`<span class="badge ${outcome}">${OUTCOMES[outcome]}</span>`;
}

/** A name and its value in a list of facts. */
export function fact(name: string, value: HtmlValue): SafeHtml {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

/** Why an assertion failed. */
export function message(assertion: Assertion): HtmlValue {
  return assertion.message !== undefined && html`<pre>${assertion.message}</pre>`;
}

/** Ids are numbers, because names may hold anything. */
export function flowId(flow: FlowResult, result: Pick<RunResult, 'flows'>): string {
  return `flow-${result.flows.indexOf(flow) + 1}`;
}

/** The id of a step by its place. */
export function stepId(flow: string, index: number): string {
  return `${flow}-step-${index + 1}`;
}

/** The id of a step. */
export function idOfStep(step: Step, flow: FlowResult, result: Pick<RunResult, 'flows'>): string {
  return stepId(flowId(flow, result), flow.steps.indexOf(step));
}

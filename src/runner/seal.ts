import type { Plain } from './plain.ts';
import type { Redactor } from './redactor.ts';
import type { Assertion, FlowResult, Step } from './result.ts';

/** Makes a step fit to be shown: every text of it goes through the redactor. */
export function sealStep(step: Plain<Step>, redactor: Redactor): Step {
  const { skipReason, answer, ...rest } = step;
  return {
    ...rest,
    name: redactor.text(step.name),
    method: redactor.text(step.method),
    url: redactor.text(step.url),
    ...(skipReason === undefined ? {} : { skipReason: redactor.text(skipReason) }),
    ...(answer === undefined ? {} : { answer: { ...answer, reason: redactor.text(answer.reason) } }),
    assertions: step.assertions.map((assertion) => sealAssertion(assertion, redactor)),
    console: step.console.map((line) => ({ level: line.level, text: redactor.text(line.text) })),
  };
}

/** Makes the result of a flow fit to be shown. */
export function sealFlow(flow: Plain<FlowResult>, redactor: Redactor): FlowResult {
  const { reason, ...rest } = flow;
  return {
    ...rest,
    flow: redactor.text(flow.flow),
    title: redactor.text(flow.title),
    ...(reason === undefined ? {} : { reason: redactor.text(reason) }),
    checks: flow.checks.map((check) => sealAssertion(check, redactor)),
    steps: flow.steps.map((step) => sealStep(step, redactor)),
  };
}

function sealAssertion(assertion: Plain<Assertion>, redactor: Redactor): Assertion {
  return {
    name: redactor.text(assertion.name),
    outcome: assertion.outcome,
    ...(assertion.message === undefined ? {} : { message: redactor.text(assertion.message) }),
    ...(assertion.broken === undefined ? {} : { broken: assertion.broken }),
  };
}

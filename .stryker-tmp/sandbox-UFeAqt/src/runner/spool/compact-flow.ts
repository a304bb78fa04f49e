// @ts-nocheck
import type { FlowResult, Step } from '../result.ts';

/**
 * A flow without what nobody looks up when it passed: exchanges and console lines. Names, outcomes and checks of its
 * steps stay, and so does what OAuth was asked for and given. A flow that did not pass stays as it is.
 */
export function compactFlow(flow: FlowResult): FlowResult {
  if (flow.outcome !== 'passed') return flow;
  const { registeredRedirectUris: _, ...rest } = flow;
  return { ...rest, steps: flow.steps.map(compactStep) };
}

function compactStep(step: Step): Step {
  return { ...step, exchanges: [], console: [] };
}

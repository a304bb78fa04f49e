// @ts-nocheck
import type { Answer } from './answer.ts';
import { ordinaryCallback } from './callback.ts';
import type { EmulatedMember } from './config.ts';
import { issueCode } from './issue.ts';
import { scenarioOf } from './scenarios/all.ts';
import type { PendingFlow } from './state.ts';
import type { Visit } from './visit.ts';

/** Ends a flow with a code: RFC 6749 section 4.1.2. */
export function giveCode(visit: Visit, flow: PendingFlow, member: EmulatedMember): Answer {
  const parameters = new URLSearchParams({ code: issueCode(visit.emulation, flow, member) });
  if (flow.state !== undefined) parameters.set('state', flow.state);
  const { callback = ordinaryCallback } = scenarioOf(flow.app);
  return callback(visit, flow, parameters);
}

import type { EmulatedMember } from '../config/config.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { EmulatorResponse } from '../http/response.ts';
import { scenarioOf } from '../scenarios/all.ts';
import { issueCode } from '../state/issue.ts';
import type { PendingFlow } from '../state/state.ts';
import { ordinaryCallback } from './callback.ts';

/** Ends a flow with a code: RFC 6749 section 4.1.2. */
export function respondWithCode(
  context: RequestContext,
  flow: PendingFlow,
  member: EmulatedMember,
): EmulatorResponse {
  const parameters = new URLSearchParams({ code: issueCode(context.emulator, flow, member) });
  if (flow.state !== undefined) parameters.set('state', flow.state);
  const { callback = ordinaryCallback } = scenarioOf(flow.app);
  return callback(context, flow, parameters);
}

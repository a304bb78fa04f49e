import { empty } from '../http/make-response.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { EmulatorResponse } from '../http/response.ts';
import { faultText } from './catalogue.ts';
import { damaged } from './damage.ts';
import { insteadOf } from './instead.ts';
import type { FaultRule } from './parse-fault.ts';

/**
 * Answers a request that faults meet.
 *
 * @param endpoint what answers when no fault takes its place
 */
export async function respondWithFaults(
  punctual: RequestContext,
  strikes: readonly FaultRule[],
  endpoint: (context: RequestContext) => Promise<EmulatorResponse>,
): Promise<EmulatorResponse> {
  if (strikes.length === 0) return endpoint(punctual);
  const context = atOtherTime(punctual, strikes);
  const of = (when: string) => strikes.filter(({ kind }) => faultText(kind).when === when);
  // A request that is reset at once has not been looked at, so nothing may have come of it.
  const unseen = strikes.some(({ kind }) => kind === 'reset');
  let response = unseen ? empty(200) : (firstInstead(context, of('instead')) ?? (await endpoint(context)));
  for (const fault of of('damage')) response = damaged(response, fault);
  return { ...response, delivery: of('delivery') };
}

/** The same request, met by a clock that goes wrong. */
function atOtherTime(context: RequestContext, strikes: readonly FaultRule[]): RequestContext {
  const seconds = strikes.reduce((sum, { kind, value = 0 }) => {
    if (kind === 'clock-ahead') return sum + value;
    return kind === 'clock-behind' ? sum - value : sum;
  }, 0);
  if (seconds === 0) return context;
  const { emulator } = context;
  return { ...context, emulator: { ...emulator, now: () => emulator.now() + seconds * 1000 } };
}

function firstInstead(context: RequestContext, faults: readonly FaultRule[]): EmulatorResponse | undefined {
  for (const fault of faults) {
    const response = insteadOf(context, fault);
    if (response !== undefined) return response;
  }
  return undefined;
}

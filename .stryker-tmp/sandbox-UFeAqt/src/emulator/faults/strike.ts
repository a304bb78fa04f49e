// @ts-nocheck
import type { Answer } from '../answer.ts';
import { empty } from '../answers.ts';
import type { Visit } from '../visit.ts';
import { faultText } from './catalogue.ts';
import { damaged } from './damage.ts';
import { insteadOf } from './instead.ts';
import type { FaultRule } from './parse-fault.ts';

/**
 * Answers a request that faults meet.
 *
 * @param endpoint what answers when no fault takes its place
 */
export async function answerWithFaults(
  punctual: Visit,
  strikes: readonly FaultRule[],
  endpoint: (visit: Visit) => Promise<Answer>,
): Promise<Answer> {
  if (strikes.length === 0) return endpoint(punctual);
  const visit = atOtherTime(punctual, strikes);
  const of = (when: string) => strikes.filter(({ kind }) => faultText(kind).when === when);
  // A request that is reset at once has not been looked at, so nothing may have come of it.
  const unseen = strikes.some(({ kind }) => kind === 'reset');
  let answer = unseen ? empty(200) : (firstInstead(visit, of('instead')) ?? (await endpoint(visit)));
  for (const fault of of('damage')) answer = damaged(answer, fault);
  return { ...answer, delivery: of('delivery') };
}

/** The same request, met by a clock that goes wrong. */
function atOtherTime(visit: Visit, strikes: readonly FaultRule[]): Visit {
  const seconds = strikes.reduce((sum, { kind, value = 0 }) => {
    if (kind === 'clock-ahead') return sum + value;
    return kind === 'clock-behind' ? sum - value : sum;
  }, 0);
  if (seconds === 0) return visit;
  const { emulation } = visit;
  return { ...visit, emulation: { ...emulation, now: () => emulation.now() + seconds * 1000 } };
}

function firstInstead(visit: Visit, faults: readonly FaultRule[]): Answer | undefined {
  for (const fault of faults) {
    const answer = insteadOf(visit, fault);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

// @ts-nocheck
import { diagnoseAnswer } from '../../answer/diagnose.ts';
import { unescaped } from '../../answer/read-answer.ts';
import type { Problem } from '../../diagnosis.ts';
import { parameterOf, type UrlObservation } from '../observation.ts';

/** The refusal that a callback carries. */
export function errorRedirect(observation: UrlObservation): readonly Problem[] {
  const error = parameterOf(observation, 'error');
  if (error === undefined || error === '') return [];
  const words = unescaped(parameterOf(observation, 'error_description') ?? '').slice(0, 20_000);
  const answer = {
    form: 'parameters',
    error,
    words,
    isSuccess: false,
    isCut: false,
    places: ['authorization redirect'],
  } as const;
  return diagnoseAnswer({ kind: 'answer', profile: observation.profile, answer }).problems;
}

import { diagnoseAnswer } from '../../answer/diagnose.ts';
import { errorInParameters } from '../../answer/read-answer.ts';
import type { Diagnosis, Problem } from '../../diagnosis.ts';
import type { UrlObservation } from '../observation.ts';

/** The refusal that a callback carries. */
export function errorRedirect(observation: UrlObservation): readonly Problem[] {
  return errorDiagnosis(observation)?.problems ?? [];
}

/** What the error of a callback, or of a provider's own error URL, means; undefined where there is none. */
export function errorDiagnosis(observation: UrlObservation): Diagnosis | undefined {
  const { profile, atlas, recognized, endpoint, parameters } = observation;
  const { error, words } = errorInParameters(parameters.map(({ name, value }) => [name, value] as const));
  if (error === undefined) return undefined;
  const answer = {
    form: 'parameters',
    error,
    words,
    everything: `${endpoint}?error=${error} ${error} ${words}`,
    isSuccess: false,
    isCut: false,
    // Where nobody tells whose error it is, its code may be that of any endpoint.
    places: ['authorization redirect', 'authorization page'],
  } as const;
  return diagnoseAnswer({
    kind: 'answer',
    profile,
    answer,
    recognized,
    ...(atlas !== undefined && { atlas }),
  });
}

// @ts-nocheck
import { type Problem, problem } from '../../diagnosis.ts';
import { parameterOf, type UrlObservation } from '../observation.ts';

/** state is missing, or can be guessed. */
export function state(observation: UrlObservation): Problem[] {
  if (observation.use !== 'authorization' && observation.use !== 'callback') return [];
  const value = parameterOf(observation, 'state');
  if (value === undefined) return [problem('state-missing')];
  const isWeak =
    value.length < 8 ||
    new Set(value).size < 5 ||
    /^(?:foobar|random|state|secret|test)[\w-]{0,12}$/i.test(value);
  return isWeak && value !== '' && !value.includes('{{')
    ? [
        problem('weak-state', {
          evidence: [`state  ${value.length} characters, ${new Set(value).size} different ones`],
        }),
      ]
    : [];
}

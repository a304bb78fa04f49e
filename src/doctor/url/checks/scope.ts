import type { Problem } from '../../diagnosis.ts';
import { scopeProblems } from '../../scope-problems.ts';
import { factsOf, parameterOf, type UrlObservation } from '../observation.ts';

/** What is wrong with the scopes that are asked for. */
export function scope(observation: UrlObservation): Problem[] {
  const value = parameterOf(observation, 'scope');
  return observation.use !== 'authorization' || value === undefined
    ? []
    : scopeProblems(value, observation.profile).filter(
        // Some providers separate them by commas, and say so.
        ({ code }) => code !== 'comma-scope' || factsOf(observation)?.client.scopeDelimiter?.value !== ',',
      );
}

// @ts-nocheck
import type { Problem } from '../../diagnosis.ts';
import { scopeProblems } from '../../scope-problems.ts';
import { parameterOf, type UrlObservation } from '../observation.ts';

/** What is wrong with the scopes that are asked for. */
export function scope(observation: UrlObservation): Problem[] {
  const value = parameterOf(observation, 'scope');
  return observation.use !== 'authorization' || value === undefined
    ? []
    : scopeProblems(value, observation.profile);
}

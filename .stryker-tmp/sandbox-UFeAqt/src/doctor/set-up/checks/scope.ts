// @ts-nocheck
import type { Problem } from '../../diagnosis.ts';
import { scopeProblems } from '../../scope-problems.ts';
import { type SetUpObservation, settingOf } from '../observation.ts';

/** Whether the scopes exist, and which product grants them. */
export function scope(observation: SetUpObservation): Problem[] {
  const value = settingOf(observation, 'scope')?.value;
  return value === undefined ? [] : scopeProblems(value, observation.profile);
}

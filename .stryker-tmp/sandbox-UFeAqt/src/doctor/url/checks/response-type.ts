// @ts-nocheck
import { type Problem, problem } from '../../diagnosis.ts';
import { parameterOf, type UrlObservation } from '../observation.ts';

/** The implicit flow, asked for or answered. */
export function responseType(observation: UrlObservation): Problem[] {
  const asked = parameterOf(observation, 'response_type');
  if (asked !== undefined && asked !== '' && asked !== 'code')
    return [problem('implicit-flow', { evidence: [`response_type=${asked.slice(0, 60)}`] })];
  const hasToken = observation.parameters.some(
    ({ name, isInFragment }) => isInFragment && name === 'access_token',
  );
  return hasToken ? [problem('implicit-flow', { evidence: ['access_token behind "#"'] })] : [];
}

// @ts-nocheck
import { type Problem, problem } from '../../diagnosis.ts';
import { isAuthorization } from '../kinds.ts';
import type { CollectionObservation } from '../observation.ts';
import { isSetByScript, resolved, variablesIn } from '../resolve.ts';

/** state is missing, constant, or never compared. */
export function state(observation: CollectionObservation): Problem[] {
  return observation.requests.filter(isAuthorization).flatMap((request) => {
    const value = request.query.find(({ key }) => key === 'state')?.value;
    const evidence = [`request  ${request.place}`, ...(value === undefined ? [] : [`state    ${value}`])];
    if (value === undefined || value === '') return [problem('state-missing', { evidence })];
    const isDrawn =
      variablesIn(value).some((name) => isSetByScript(name, observation)) ||
      resolved(value, observation).includes('{{$');
    const isConstant = !isDrawn && !resolved(value, observation).includes('{{');
    return [
      ...(isConstant ? [problem('state-constant', { evidence })] : []),
      ...(isCompared(observation) && !value.includes('{{$')
        ? []
        : [problem('state-not-compared', { evidence })]),
    ];
  });
}

function isCompared({ requests }: CollectionObservation): boolean {
  return requests.some(({ test }) => /\bstate\b/i.test(test));
}

// @ts-nocheck
import { type Problem, problem } from '../../diagnosis.ts';
import { isTokenRequest } from '../kinds.ts';
import type { CollectionObservation } from '../observation.ts';

/** The token request by GET, or with everything in the address. */
export function tokenRequest(observation: CollectionObservation): Problem[] {
  return observation.requests
    .filter((request) => isTokenRequest(request, observation))
    .flatMap((request) => {
      const evidence = [`request  ${request.place}`, `address  ${request.method} ${request.address}`];
      return [
        ...(request.method === 'POST' ? [] : [problem('token-request-by-get', { evidence })]),
        ...(request.body === 'none'
          ? [
              problem('token-request-without-body', {
                evidence: [...evidence, `query    ${request.query.map(({ key }) => key).join(', ')}`],
              }),
            ]
          : []),
      ];
    });
}

// @ts-nocheck
import { isSecureUrl } from '../../../oauth/secure-url.ts';
import { type Problem, problem } from '../../diagnosis.ts';
import { isAuthorization, isTokenRequest } from '../kinds.ts';
import type { CollectionObservation } from '../observation.ts';
import { resolved } from '../resolve.ts';

/** Endpoints that are gone, and OAuth over plain http. */
export function endpoints(observation: CollectionObservation): Problem[] {
  return observation.requests.flatMap((request) => {
    const address = resolved(request.address, observation);
    const evidence = [`request  ${request.place}`, `address  ${address}`];
    const isOAuth = isAuthorization(request) || isTokenRequest(request, observation);
    const implicit = request.query.find(
      ({ key, value }) => key === 'response_type' && value !== 'code' && !value.includes('{{'),
    );
    return [
      ...(/linkedin\.com\/(?:uas\/oauth|v1\/)/i.test(address) ? [problem('old-endpoint', { evidence })] : []),
      ...(isOAuth && /^http:/i.test(address) && URL.canParse(address) && !isSecureUrl(address)
        ? [problem('plain-endpoint', { evidence })]
        : []),
      ...(implicit === undefined
        ? []
        : [
            problem('implicit-flow', {
              evidence: [`request  ${request.place}`, `response_type=${implicit.value}`],
            }),
          ]),
    ];
  });
}

// @ts-nocheck
import { type Problem, problem } from '../../diagnosis.ts';
import { isTokenRequest } from '../kinds.ts';
import type { CollectionObservation } from '../observation.ts';

const SECRETS = [
  'client_secret',
  'access_token',
  'oauth2_access_token',
  'refresh_token',
  'code_verifier',
  'password',
  'session_password',
  'client_assertion',
];

/** Secrets in addresses. */
export function secretInQuery(observation: CollectionObservation): Problem[] {
  return observation.requests.flatMap((request) => {
    const secrets = [...SECRETS, ...(isTokenRequest(request, observation) ? ['code'] : [])];
    const found = request.query.filter(({ key }) => secrets.includes(key.toLowerCase()));
    if (found.length === 0) return [];
    return [
      problem('secret-in-query', {
        evidence: [`request  ${request.place}`, `query    ${found.map(({ key }) => key).join(', ')}`],
      }),
    ];
  });
}

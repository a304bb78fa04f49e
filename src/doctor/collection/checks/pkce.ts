import { type Problem, problem } from '../../diagnosis.ts';
import { isAuthorization } from '../kinds.ts';
import type { CollectionObservation, CollectionRequest } from '../observation.ts';
import { serverRules } from '../server-rules.ts';
import { grantName } from './authorization-tab.ts';

/**
 * PKCE is missing, or uses the method plain (RFC 9700 section 2.1.1, RFC 7636 section 4.2). Where the atlas knows a
 * provider and not that it takes PKCE, nothing is said.
 */
export function pkce(observation: CollectionObservation): Problem[] {
  const inRequests = observation.requests
    .filter(isAuthorization)
    .filter(({ query }) => responseTypes(query).includes('code'))
    .flatMap((request) => ofRequest(request, observation));
  const inTabs = observation.authorizations
    .filter(({ type }) => type === 'oauth2')
    .flatMap(({ place, settings }) => {
      const evidence = [`place    ${place}, tab Authorization`];
      const grant = grantName(settings);
      if (grant === 'authorization_code_with_pkce')
        return settings.challengeAlgorithm === 'plain' ? [problem('pkce-plain', { evidence })] : [];
      return grant === 'authorization_code' && takesPkce(settings.authUrl ?? '', observation)
        ? [problem('pkce-missing', { evidence: [...evidence, 'grant    Authorization Code'] })]
        : [];
    });
  return [...inRequests, ...inTabs];
}

function ofRequest(
  { place, query, address }: CollectionRequest,
  observation: CollectionObservation,
): Problem[] {
  const challenge = query.find(({ key }) => key === 'code_challenge');
  const method = query.find(({ key }) => key === 'code_challenge_method')?.value ?? '';
  if (challenge === undefined || challenge.value === '')
    return takesPkce(address, observation)
      ? [problem('pkce-missing', { evidence: [`request  ${place}`, 'missing  code_challenge'] })]
      : [];
  // Without a method it is plain (RFC 7636 section 4.3).
  return method === '' || method.toLowerCase() === 'plain'
    ? [problem('pkce-plain', { evidence: [`request  ${place}`, `code_challenge_method=${method}`] })]
    : [];
}

/** Whether PKCE can be expected of a server: one of the atlas takes it, one that is unknown follows the RFCs. */
function takesPkce(url: string, observation: CollectionObservation): boolean {
  const rules = serverRules(url, observation);
  return rules === undefined || rules.pkce === 'required' || rules.pkce === 'allowed';
}

/** `code%20id_token` and `code+id_token` are two. Where none is named it is the code flow. */
export function responseTypes(query: CollectionRequest['query']): string[] {
  const value = query.find(({ key }) => key === 'response_type')?.value ?? 'code';
  return value
    .replaceAll('%20', ' ')
    .replaceAll('+', ' ')
    .toLowerCase()
    .split(/\s+/)
    .filter((type) => type !== '');
}

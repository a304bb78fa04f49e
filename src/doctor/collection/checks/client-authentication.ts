import { type Problem, problem } from '../../diagnosis.ts';
import { isTokenRequest } from '../kinds.ts';
import type { CollectionObservation, CollectionRequest } from '../observation.ts';
import { serverRules } from '../server-rules.ts';

/** How the client says who it is at the token endpoint (RFC 6749 section 2.3). */
export function clientAuthentication(observation: CollectionObservation): Problem[] {
  const { requests, authorizations } = observation;
  const inTabs = authorizations
    .filter(({ type, settings }) => type === 'oauth2' && settings.client_authentication !== 'body')
    .filter(({ settings }) => needsSecret(settings))
    .filter(({ settings }) => {
      const endpoint = settings.accessTokenUrl || settings.authUrl || '';
      return endpoint !== '' && serverRules(endpoint, observation)?.rejectsBasic === true;
    })
    .map(({ place }) =>
      problem('client-authentication-missing', { evidence: [`place    ${place}, tab Authorization`] }),
    );
  const inRequests = requests
    .filter((request) => isTokenRequest(request, observation))
    .flatMap((request) => ofRequest(request, observation));
  return [...inTabs, ...inRequests];
}

function needsSecret({ grant_type: grant = '' }: Readonly<Record<string, string>>): boolean {
  return grant !== 'implicit';
}

function ofRequest(request: CollectionRequest, observation: CollectionObservation): Problem[] {
  const { place, fields, query, headers, authorization } = request;
  const sent = [...query, ...fields].filter(({ value }) => value !== '').map(({ key }) => key);
  const isBasic =
    authorization?.type === 'basic' ||
    headers.some(({ key, value }) => /^authorization$/i.test(key) && /^\s*Basic\s/i.test(value));
  const ways = [
    ...(isBasic ? ['Authorization: Basic'] : []),
    ...sent.filter((key) => key === 'client_secret' || key === 'client_assertion'),
  ];
  return [
    ...(isBasic && serverRules(request.address, observation)?.rejectsBasic === true
      ? [
          problem('client-authentication-missing', {
            evidence: [
              `place    ${place}, ${authorization?.type === 'basic' ? 'tab' : 'header'} Authorization`,
            ],
          }),
        ]
      : []),
    ...(new Set(ways).size > 1
      ? [
          problem('two-client-authentications', {
            evidence: [`request  ${place}`, `ways     ${ways.join(', ')}`],
          }),
        ]
      : []),
  ];
}

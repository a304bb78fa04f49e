// @ts-nocheck
import { type Problem, problem } from '../../diagnosis.ts';
import { isTokenRequest } from '../kinds.ts';
import type { CollectionObservation } from '../observation.ts';

/** The set-up of Postman's own login, and of HTTP Basic on the token request. */
export function authorizationTab(observation: CollectionObservation): Problem[] {
  const { authorizations, profile, requests } = observation;
  const wantsBody = profile.clientAuthentication === 'client_secret_post';
  const tokenPlaces = requests
    .filter((request) => isTokenRequest(request, observation))
    .map(({ place }) => place);
  return authorizations.flatMap(({ place, type, settings }) => {
    const evidence = [`place    ${place}, tab Authorization`];
    const isBasic = type === 'basic' && tokenPlaces.includes(place);
    if (type !== 'oauth2')
      return isBasic && wantsBody ? [problem('client-authentication-missing', { evidence })] : [];
    const grant = settings.grant_type ?? 'authorization_code';
    const asksForToken = settings.accessTokenUrl !== undefined || settings.authUrl !== undefined;
    return [
      ...(wantsBody && asksForToken && settings.client_authentication !== 'body'
        ? [problem('client-authentication-missing', { evidence })]
        : []),
      ...(grant === 'implicit'
        ? [problem('implicit-flow', { evidence: [...evidence, 'grant    Implicit'] })]
        : []),
      ...(grant.includes('pkce') && profile.pkce === 'none'
        ? [
            problem('pkce-on-ordinary-endpoint', {
              evidence: [...evidence, 'grant    Authorization Code (With PKCE)'],
            }),
          ]
        : []),
    ];
  });
}

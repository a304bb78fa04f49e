import { type Problem, problem } from '../../diagnosis.ts';
import type { CollectionAuthorization, CollectionObservation } from '../observation.ts';
import { isPlaceholder } from '../placeholder.ts';
import { serverRules } from '../server-rules.ts';

/** The set-up of Postman's own login. */
export function authorizationTab(observation: CollectionObservation): Problem[] {
  const tabs = observation.authorizations.filter(({ type }) => type === 'oauth2');
  return [...tabs.flatMap((tab) => grantOf(tab, observation)), ...withoutToken(observation)];
}

function grantOf(
  { place, settings }: CollectionAuthorization,
  observation: CollectionObservation,
): Problem[] {
  const evidence = [`place    ${place}, tab Authorization`];
  const grant = grantName(settings);
  const rules = serverRules(settings.authUrl || settings.accessTokenUrl || '', observation);
  switch (grant) {
    case 'implicit':
      return [problem('implicit-flow', { evidence: [...evidence, 'grant    Implicit'] })];
    case 'password_credentials':
      return [problem('password-grant', { evidence: [...evidence, 'grant    Password Credentials'] })];
    case 'authorization_code':
    case 'authorization_code_with_pkce':
      return [
        ...(grant === 'authorization_code_with_pkce' && rules?.pkce === 'rejected'
          ? [
              problem('pkce-on-ordinary-endpoint', {
                evidence: [...evidence, 'grant    Authorization Code (With PKCE)'],
              }),
            ]
          : []),
        ...(isPlaceholder(settings.state ?? '') && !(settings.state ?? '').includes('{{')
          ? [problem('state-missing', { evidence })]
          : []),
      ];
    default:
      return [];
  }
}

/** The grant of a tab; it is the code flow where only the endpoints are there. */
export function grantName(settings: Readonly<Record<string, string>>): string {
  const named = settings.grant_type ?? settings.grantType ?? '';
  if (named !== '') return named;
  return (settings.authUrl ?? '') === '' ? '' : 'authorization_code';
}

/** Newman and the Postman CLI send only the token that is in the file (`authorizer/oauth2.js` of Postman's runtime). */
function withoutToken(observation: CollectionObservation): Problem[] {
  const unsigned = observation.requests.filter(
    ({ authorization }) =>
      authorization?.type === 'oauth2' && (authorization.settings.accessToken ?? '').trim() === '',
  );
  const signed = unsigned.filter(({ headers }) => !headers.some(({ key }) => /^authorization$/i.test(key)));
  const [first] = signed;
  if (first?.authorization === undefined) return [];
  const places = [...new Set(signed.map(({ authorization }) => authorization?.place ?? ''))];
  const more = signed.length - 20;
  return [
    problem('oauth-tab-without-token', {
      evidence: [
        ...places.slice(0, 5).map((place) => `place    ${place}, tab Authorization`),
        ...signed.slice(0, 20).map(({ place }) => `request  ${place}`),
        ...(more > 0 ? [`and ${more} more requests`] : []),
      ],
    }),
  ];
}

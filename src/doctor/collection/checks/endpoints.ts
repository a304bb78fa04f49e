import { isSecureUrl } from '../../../oauth/secure-url.ts';
import { type Problem, problem } from '../../diagnosis.ts';
import { retiredEndpoint } from '../../retired-endpoint.ts';
import { isAuthorization, isTokenRequest } from '../kinds.ts';
import type { CollectionObservation, CollectionRequest } from '../observation.ts';
import { resolved } from '../resolve.ts';
import { serverRules } from '../server-rules.ts';
import { responseTypes } from './pkce.ts';

/** Endpoints that are gone, OAuth and tokens over plain http, and the implicit flow. */
export function endpoints(observation: CollectionObservation): Problem[] {
  const inRequests = observation.requests.flatMap((request) => [
    ...ofUrl(
      `request  ${request.place}`,
      request.address,
      sendsCredential(request, observation),
      observation,
    ),
    ...implicit(request),
  ]);
  const inTabs = observation.authorizations
    .filter(({ type }) => type === 'oauth2')
    .flatMap(({ place, settings }) =>
      [settings.authUrl, settings.accessTokenUrl, settings.refreshTokenUrl]
        .filter((url) => url !== undefined && url !== '')
        .flatMap((url = '') => ofUrl(`place    ${place}, tab Authorization`, url, true, observation)),
    );
  return [...inRequests, ...inTabs];
}

function ofUrl(place: string, url: string, isOAuth: boolean, observation: CollectionObservation): Problem[] {
  const address = resolved(url, observation);
  const evidence = [place, `URL      ${address}`];
  const rules = serverRules(url, observation);
  const retired = retiredEndpoint(address, rules?.retired);
  return [
    ...(retired === undefined
      ? []
      : [
          problem('old-endpoint', {
            title: `${rules?.name ?? 'The provider'} ${retired.standing === 'gone' ? 'no longer has this endpoint' : 'has a newer endpoint'}`,
            explanation: `${retired.url} belongs to an older version (source: ${retired.source.at}).`,
            evidence: [...evidence, `instead  ${retired.instead}`],
            remedy: `Use ${retired.instead}.`,
          }),
        ]),
    ...(isOAuth && isPlainHttp(address) ? [problem('plain-endpoint', { evidence })] : []),
  ];
}

/** http on another host than this computer. A host that is a variable or a name without a dot is not known. */
function isPlainHttp(address: string): boolean {
  if (!/^http:\/\/[^{}/?#]*[.:][^{}/?#]*(?:[/?#]|$)/i.test(address)) return false;
  const origin = /^http:\/\/[^/?#]*/i.exec(address)?.[0] ?? '';
  return URL.canParse(origin) && !isSecureUrl(origin) && !isPrivateHost(new URL(origin).hostname);
}

/** Hosts of one's own network: a container, a virtual machine, a test. */
function isPrivateHost(host: string): boolean {
  return (
    /^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01])|0\.0)\./.test(host) ||
    host === 'host.docker.internal' ||
    /\.(?:local|test|lan|internal)$/.test(host)
  );
}

function sendsCredential(request: CollectionRequest, observation: CollectionObservation): boolean {
  return isAuthorization(request) || isTokenRequest(request, observation);
}

/** A token straight from the authorization endpoint; `code id_token` is the hybrid flow, and another matter. */
function implicit({ place, query }: CollectionRequest): Problem[] {
  const field = query.find(({ key }) => key === 'response_type');
  if (field === undefined || field.value.includes('{{')) return [];
  const types = responseTypes(query);
  if (!types.includes('token') || types.includes('code')) return [];
  return [problem('implicit-flow', { evidence: [`request  ${place}`, `response_type=${field.value}`] })];
}

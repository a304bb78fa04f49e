import { isSecureUrl } from '../../../oauth/secure-url.ts';
import { type Problem, problem } from '../../diagnosis.ts';
import { retiredEndpoint } from '../../retired-endpoint.ts';
import { factsOf, type UrlObservation } from '../observation.ts';

/** The address itself: old, plain http, or the token endpoint opened like a page. */
export function endpoint(observation: UrlObservation): Problem[] {
  const { endpoint: address, use, method, profile, parameters } = observation;
  const retired = retiredEndpoint(address, factsOf(observation)?.retiredEndpoints);
  const isPlain = use !== 'callback' && /^http:/i.test(address) && !isSecureUrl(address);
  const isGet = use === 'token' && method !== 'POST' && parameters.length > 0;
  const evidence = [`address  ${address}`];
  return [
    ...(retired === undefined
      ? []
      : [problem('old-endpoint', { evidence, remedy: `Use ${retired.instead}.` })]),
    ...(isPlain ? [problem('plain-endpoint', { evidence })] : []),
    ...(isGet
      ? [problem('token-endpoint-in-browser', { evidence, ...remedyFor(profile.metadata?.token_endpoint) })]
      : []),
    ...(use === 'token' && method === 'POST' && parameters.length > 0
      ? [problem('token-request-without-body', { evidence })]
      : []),
  ];
}

function remedyFor(address: string | undefined): { remedy?: string } {
  if (address === undefined) return {};
  return {
    remedy: `Send a POST to ${address} with Content-Type application/x-www-form-urlencoded and all values in the body.`,
  };
}

import { isSecureUrl } from '../../../oauth/secure-url.ts';
import { type Problem, problem } from '../../diagnosis.ts';
import type { UrlObservation } from '../observation.ts';

/** The address itself: old, plain http, or the token endpoint opened like a page. */
export function endpoint({ endpoint: address, use, method, profile, parameters }: UrlObservation): Problem[] {
  const isOld = /linkedin\.com\/(?:uas\/oauth|v1\/)/i.test(address);
  const isPlain = use !== 'callback' && /^http:/i.test(address) && !isSecureUrl(address);
  const isGet = use === 'token' && method !== 'POST' && parameters.length > 0;
  const evidence = [`address  ${address}`];
  return [
    ...(isOld ? [problem('old-endpoint', { evidence })] : []),
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

import { type Problem, problem } from '../../diagnosis.ts';
import { isTokenRequest } from '../kinds.ts';
import type { CollectionObservation, CollectionRequest } from '../observation.ts';
import { resolved } from '../resolve.ts';
import { serverRules } from '../server-rules.ts';

/** How the token is asked for: the method, the place of the values, the kind of body, the grant. */
export function tokenRequest(observation: CollectionObservation): Problem[] {
  return observation.requests
    .filter((request) => isTokenRequest(request, observation))
    .flatMap((request) => [
      ...methodAndBody(request),
      ...kindOfBody(request, observation),
      ...grant(request, observation),
    ]);
}

function methodAndBody(request: CollectionRequest): Problem[] {
  const evidence = [`request  ${request.place}`, `URL      ${request.method} ${request.address}`];
  const query = request.query.map(({ key }) => key).join(', ');
  return [
    ...(request.method === 'POST' ? [] : [problem('token-request-by-get', { evidence })]),
    ...(request.body === 'none' && request.query.some(({ key }) => key === 'grant_type' || key === 'code')
      ? [problem('token-request-without-body', { evidence: [...evidence, `query    ${query}`] })]
      : []),
  ];
}

const KINDS: Readonly<Partial<Record<CollectionRequest['body'], string>>> = {
  multipart: 'form-data (multipart)',
  json: 'JSON',
  'raw form': 'raw text without the content type of a form',
};

/** RFC 6749 section 4.1.3 and appendix B: application/x-www-form-urlencoded, unless the provider takes JSON. */
function kindOfBody(request: CollectionRequest, observation: CollectionObservation): Problem[] {
  const { body, headers, place } = request;
  const kind = KINDS[body];
  if (kind === undefined) return [];
  const type = headers.find(({ key }) => key.toLowerCase() === 'content-type')?.value ?? '';
  if (body === 'raw form' && (/form-urlencoded/i.test(type) || type.includes('{{'))) return [];
  const rules = serverRules(request.address, observation);
  if (body === 'json' && (rules?.requestBody ?? 'form') !== 'form') return [];
  return [problem('token-request-not-a-form', { evidence: [`request  ${place}`, `body     ${kind}`] })];
}

function grant(request: CollectionRequest, observation: CollectionObservation): Problem[] {
  const { place, address, query, fields, method, body } = request;
  const sent = [...query, ...fields];
  const named = sent.find(({ key }) => key === 'grant_type');
  const value = resolved(named?.value ?? '', observation).trim();
  if (value === 'password')
    return [problem('password-grant', { evidence: [`request  ${place}`, 'grant_type=password'] })];
  if (value !== '' || method !== 'POST' || body === 'raw') return [];
  const rules = serverRules(address, observation);
  const isKnownToNeedIt = rules === undefined || rules.isOpenId;
  return isKnownToNeedIt && sent.some(({ key }) => /^(?:client_(?:id|secret)|code|refresh_token)$/.test(key))
    ? [
        problem('grant-type-missing', {
          evidence: [`request  ${place}`, `sent     ${sent.map(({ key }) => key).join(', ')}`],
        }),
      ]
    : [];
}

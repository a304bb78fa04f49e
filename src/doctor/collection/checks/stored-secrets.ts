import { type Problem, problem } from '../../diagnosis.ts';
import { masked } from '../../mask.ts';
import { isTokenRequest } from '../kinds.ts';
import type { CollectionObservation } from '../observation.ts';
import { isPlaceholder } from '../placeholder.ts';
import { storedSecretsOf } from '../secrets.ts';

/** Secrets that are written into the file. */
export function storedSecrets(observation: CollectionObservation): Problem[] {
  const found = storedSecretsOf(observation);
  if (found.length === 0) return [];
  const more = found.length - 10;
  return [
    problem('stored-secret', {
      evidence: [
        ...found.slice(0, 10).map(({ place, name, value }) => `${name} = ${masked(value)} in ${place}`),
        ...(more > 0 ? [`and ${more} more`] : []),
      ],
    }),
  ];
}

/** An authorization code that somebody left in a token request (RFC 6749 section 4.1.2: it works once). */
export function storedCodes(observation: CollectionObservation): Problem[] {
  return observation.requests
    .filter((request) => isTokenRequest(request, observation))
    .flatMap(({ place, query, fields }) =>
      [...query, ...fields]
        .filter(({ key, value }) => key === 'code' && value.length >= 8 && !isPlaceholder(value))
        .map(({ value }) =>
          problem('stored-code', { evidence: [`request  ${place}`, `code     ${masked(value)}`] }),
        ),
    );
}

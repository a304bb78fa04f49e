// @ts-nocheck
import { type Problem, problem } from '../../diagnosis.ts';
import { masked } from '../../mask.ts';
import type { CollectionObservation } from '../observation.ts';

const NAME =
  /^(?:client_?secret|(?:session_)?password|(?:access|refresh|id|bearer)_?token|oauth2_access_token|code_verifier)$/i;
const SHAPE = /^(?:Bearer\s+)?(?:WPL_AP1\.[\w+/=.]{8,}|AQ[A-Z][\w-]{60,}|eyJ[\w-]{10,}\.[\w-]{4,}\.[\w-]*)$/;

/** Secrets that are written into the file. */
export function storedSecrets({ variables, requests, authorizations }: CollectionObservation): Problem[] {
  const all = [
    ...variables.map((field) => ({ place: 'variables of the collection', ...field })),
    ...requests.flatMap(({ place, query, fields }) =>
      [...query, ...fields].map((field) => ({ place, ...field })),
    ),
    ...authorizations.flatMap(({ place, settings }) =>
      Object.entries(settings).map(([key, value]) => ({ place: `${place}, tab Authorization`, key, value })),
    ),
  ];
  const found = all.filter(({ key, value }) => isSecret(key, value));
  if (found.length === 0) return [];
  return [
    problem('stored-secret', {
      evidence: found.slice(0, 10).map(({ place, key, value }) => `${key} = ${masked(value)} in ${place}`),
    }),
  ];
}

function isSecret(key: string, value: string): boolean {
  if (value.trim() === '' || value.includes('{{')) return false;
  return NAME.test(key) || SHAPE.test(value.trim());
}

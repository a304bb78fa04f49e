import { visible } from '../../redirect-uri/characters.ts';
import { isPostmanAddress, postmanCallbacks } from '../../redirect-uri/postman-callbacks.ts';
import { withMaskedValues } from '../../redirect-uri/response-parameters.ts';
import { type Problem, problem } from '../diagnosis.ts';
import type { RedirectUriObservation, RedirectUriPair } from './observation.ts';

/** Postman's own callback is asked for and not registered, or is misspelt. */
export function postmanCallback(
  { requested, registered }: RedirectUriObservation,
  { verdict }: Pick<RedirectUriPair, 'verdict'>,
): Problem[] {
  if (verdict.verdict === 'accepted') return [];
  const isKnown = postmanCallbacks.some(({ uri }) => uri === requested);
  if (!isPostmanAddress(requested)) return [];
  if (isKnown && (registered.length === 0 || registered.includes(requested))) return [];
  return [
    problem('postman-callback', {
      evidence: [
        `sent        ${visible(withMaskedValues(requested))}`,
        ...(registered.length > 0 ? registered : ['(nothing given)']).map(
          (uri) => `registered  ${visible(withMaskedValues(uri))}`,
        ),
      ],
      remedy: `Register both of these, exactly so. ${postmanCallbacks.map(({ uri, who }) => `${uri} is used by ${who}.`).join(' ')}`,
    }),
  ];
}

/** Which Postman uses which callback; empty where no value has to do with Postman. */
export function postmanAdvice({ requested, registered }: RedirectUriObservation): string[] {
  if (![requested, ...registered].some(isPostmanAddress)) return [];
  return postmanCallbacks.map(({ uri, who }) => `${uri} is used by ${who}.`);
}

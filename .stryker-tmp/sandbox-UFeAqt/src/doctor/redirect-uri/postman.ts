// @ts-nocheck
import { visible } from '../../oauth/characters.ts';
import { isPostmanAddress, postmanCallbacks } from '../../oauth/postman-callbacks.ts';
import { type Problem, problem } from '../diagnosis.ts';
import type { RedirectUriObservation } from './observation.ts';

/** Postman's own callback is asked for and not registered, or is misspelt. */
export function postmanCallback({ requested, registered }: RedirectUriObservation): Problem[] {
  const isKnown = postmanCallbacks.some(({ uri }) => uri === requested);
  if (!isPostmanAddress(requested)) return [];
  if (isKnown && (registered.length === 0 || registered.includes(requested))) return [];
  return [
    problem('postman-callback', {
      evidence: [
        `sent        ${visible(requested)}`,
        ...(registered.length > 0 ? registered : ['(nothing given)']).map(
          (uri) => `registered  ${visible(uri)}`,
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

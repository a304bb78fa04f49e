import { PLACES } from './places.ts';
import { type Attack, REQUESTS, type RequestName, type SecretName } from './provider.ts';
import { spelled, spellingsOf } from './spellings.ts';

/**
 * All secrets that the server has by then, in every spelling, at every request and in every place; unless all is asked
 * for, each request takes every other place, and its neighbor the rest.
 */
export function reflections(isWhole: boolean): Attack[] {
  return requests.flatMap((at, row) =>
    Object.values(PLACES).flatMap((place, index) => {
      if (!isWhole && (row + index) % 2 === 1) return [];
      const id = `${at.replace(' ', '-')}-${index}`;
      return [{ id, at, reply: () => place(spelled(known(at), id)) }];
    }),
  );
}

const requests = Object.keys(REQUESTS) as RequestName[];

/** How many texts that is: secrets, spellings, places. */
export function reflectedTexts(isWhole: boolean): number {
  const texts = (at: RequestName) => known(at).reduce((sum, name) => sum + spellingsOf(name).length, 0);
  return reflections(isWhole).reduce((sum, { at }) => sum + texts(at), 0);
}

/** A hostile server may know them from before, so the first requests can reflect them, too. */
function known(at: RequestName): readonly SecretName[] {
  const names: readonly SecretName[] = REQUESTS[at];
  return names.length > 0 ? names : ['client_secret', 'password'];
}

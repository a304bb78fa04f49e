import { PLACES } from './places.ts';
import { type Attack, REQUESTS, type RequestName, type SecretName } from './provider.ts';
import { spelled, spellingsOf } from './spellings.ts';

/** One attack for every place at every request: all secrets that the server has by then, in every spelling. */
export function reflections(): Attack[] {
  return (Object.keys(REQUESTS) as RequestName[]).flatMap((at) =>
    Object.values(PLACES).map((place, index) => {
      const id = `${at.replace(' ', '-')}-${index}`;
      return { id, at, reply: () => place(spelled(known(at), id)) };
    }),
  );
}

/** How many texts that is: secrets, spellings, places. */
export function reflectedTexts(): number {
  const texts = (Object.keys(REQUESTS) as RequestName[]).map((at) =>
    known(at).reduce((sum, name) => sum + spellingsOf(name).length, 0),
  );
  return texts.reduce((sum, count) => sum + count, 0) * Object.keys(PLACES).length;
}

/** A hostile server may know them from before, so the first requests can reflect them, too. */
function known(at: RequestName): readonly SecretName[] {
  const names: readonly SecretName[] = REQUESTS[at];
  return names.length > 0 ? names : ['client_secret', 'password'];
}

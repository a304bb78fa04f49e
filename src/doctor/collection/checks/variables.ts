import { nearest } from '../../../nearest.ts';
import { type Problem, problem } from '../../diagnosis.ts';
import type { CollectionObservation } from '../observation.ts';
import { isSetByScript, valueOfVariable, variablesIn } from '../resolve.ts';

/** Variables that nothing defines. Without an environment only what the collection itself misspells can be known. */
export function unresolvedVariables(observation: CollectionObservation): Problem[] {
  const { environment } = observation;
  if (environment === undefined) return [];
  return unknownVariables(observation).map(({ name, place }) => {
    const near = nearest(name, [...Object.keys(environment), ...observation.variables.map(({ key }) => key)]);
    return problem('unresolved-variable', {
      evidence: [`variable  {{${name}}}`, `request   ${place}`],
      ...(near === undefined ? {} : { remedy: `Did you mean {{${near}}}? Otherwise define it.` }),
    });
  });
}

/** Variables that neither the collection nor the environment define and no script sets, each with a place. */
export function unknownVariables(observation: CollectionObservation): { name: string; place: string }[] {
  const places = new Map<string, string>();
  for (const { place, address, query, fields, headers } of observation.requests) {
    for (const text of [address, ...[...query, ...fields, ...headers].map(({ value }) => value)]) {
      for (const name of variablesIn(text)) if (!places.has(name)) places.set(name, place);
    }
  }
  return [...places]
    .map(([name, place]) => ({ name, place }))
    .filter(
      ({ name }) => valueOfVariable(name, observation) === undefined && !isSetByScript(name, observation),
    );
}

// @ts-nocheck
import type { Problem } from '../../diagnosis.ts';
import { scopeProblems } from '../../scope-problems.ts';
import { isAuthorization } from '../kinds.ts';
import type { CollectionObservation } from '../observation.ts';
import { resolved } from '../resolve.ts';

/** Scopes of authorization requests and of Postman's own login. */
export function scopes(observation: CollectionObservation): Problem[] {
  const asked = [
    ...observation.requests
      .filter(isAuthorization)
      .flatMap(({ place, query }) =>
        query
          .filter(({ key }) => key === 'scope')
          .map(({ value }) => ({ place, value: decoded(resolved(value, observation)) })),
      ),
    ...observation.authorizations
      .filter(({ type, settings }) => type === 'oauth2' && settings.scope !== undefined)
      .map(({ place, settings }) => ({ place, value: resolved(settings.scope ?? '', observation) })),
  ];
  const found = asked
    .filter(({ value }) => !value.includes('{{'))
    .flatMap(({ place, value }) =>
      scopeProblems(value, observation.profile).map((each) => ({
        ...each,
        evidence: [`request  ${place}`, ...each.evidence],
      })),
    );
  return found.filter(({ title }, index) => found.findIndex((other) => other.title === title) === index);
}

/** In the query of a request it stands as in an address: one decoding belongs to it. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    return value;
  }
}

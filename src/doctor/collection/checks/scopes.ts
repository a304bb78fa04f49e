import type { Problem } from '../../diagnosis.ts';
import { scopeProblems } from '../../scope-problems.ts';
import { isAuthorization } from '../kinds.ts';
import type { CollectionObservation } from '../observation.ts';
import { isPlaceholder } from '../placeholder.ts';
import { resolved } from '../resolve.ts';
import { serverRules } from '../server-rules.ts';

/** Scopes of authorization requests and of Postman's own login, by the rules of the server that they go to. */
export function scopes(observation: CollectionObservation): Problem[] {
  const asked = [
    ...observation.requests
      .filter(isAuthorization)
      .flatMap(({ place, query, address }) =>
        query
          .filter(({ key }) => key === 'scope')
          .map(({ value }) => ({ place, url: address, value: decoded(resolved(value, observation)) })),
      ),
    ...observation.authorizations
      .filter(({ type, settings }) => type === 'oauth2' && settings.scope !== undefined)
      .map(({ place, settings }) => ({
        place,
        url: settings.authUrl || settings.accessTokenUrl || '',
        value: resolved(settings.scope ?? '', observation),
      })),
  ];
  const found = asked
    .filter(({ value }) => !isPlaceholder(value))
    .flatMap(({ place, url, value }) => {
      const rules = serverRules(url, observation);
      const mayBeCommas = rules !== undefined && rules.scopeDelimiter !== ' ';
      return scopeProblems(value, { scopes: rules?.scopes ?? {} })
        .filter(({ code }) => code !== 'comma-scope' || !mayBeCommas)
        .map((each) => ({ ...each, evidence: [`request  ${place}`, ...each.evidence] }));
    });
  return [
    ...new Map(found.map((each) => [`${each.code} ${each.title}`, each] as const).reverse()).values(),
  ].reverse();
}

/** In the query of a request it stands as in a URL: one decoding belongs to it. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    return value;
  }
}

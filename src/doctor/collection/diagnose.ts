import { type Diagnosis, type Problem, problem } from '../diagnosis.ts';
import { authorizationTab } from './checks/authorization-tab.ts';
import { clientAuthentication } from './checks/client-authentication.ts';
import { endpoints } from './checks/endpoints.ts';
import { pkce } from './checks/pkce.ts';
import { redirectUris } from './checks/redirect-uri.ts';
import { scopes } from './checks/scopes.ts';
import { scriptLeaks } from './checks/script-leaks.ts';
import { scripts } from './checks/scripts.ts';
import { secretInPath, secretInQuery } from './checks/secret-in-query.ts';
import { state } from './checks/state.ts';
import { storedCodes, storedSecrets } from './checks/stored-secrets.ts';
import { tokenRequest } from './checks/token-request.ts';
import { values } from './checks/values.ts';
import { unknownVariables, unresolvedVariables } from './checks/variables.ts';
import { isAuthorization, isTokenRequest } from './kinds.ts';
import type { CollectionObservation } from './observation.ts';
import { serverRules } from './server-rules.ts';
import { maskedProblem, maskFor } from './shown.ts';

const checks: readonly ((observation: CollectionObservation) => readonly Problem[])[] = [
  tokenRequest,
  clientAuthentication,
  secretInQuery,
  secretInPath,
  storedSecrets,
  storedCodes,
  redirectUris,
  scopes,
  authorizationTab,
  state,
  pkce,
  scripts,
  scriptLeaks,
  endpoints,
  values,
  unresolvedVariables,
];

/** How often one problem is shown with all that was seen of it; further places are named. */
const SHOWN = 3;

/** OAuth mistakes in somebody's Postman collection. It never throws. */
export function diagnoseCollection(observation: CollectionObservation): Diagnosis {
  const { isCollection, requests, name, environment } = observation;
  const mask = maskFor(observation);
  const found = isCollection
    ? grouped(checks.flatMap((check) => check(observation)))
    : [notACollection(observation)];
  const problems = found.map((each) => maskedProblem(each, mask));
  const open = environment === undefined ? unknownVariables(observation).map((each) => each.name) : [];
  return {
    version: 1,
    subject: 'collection',
    provider: providerOf(observation),
    summary: !isCollection
      ? 'This file is not a Postman collection.'
      : problems.length === 0
        ? 'No OAuth mistake was found in this collection.'
        : `${problems.length} OAuth ${problems.length === 1 ? 'mistake was' : 'mistakes were'} found in this collection.`,
    problems,
    facts: isCollection
      ? [
          { name: 'collection', text: mask(name) },
          { name: 'requests', text: String(requests.length) },
        ]
      : [],
    exact: [],
    advice:
      open.length === 0
        ? []
        : [
            mask(
              `These variables come from an environment: ${named(open)}. Give it with --environment to have them checked, too.`,
            ),
          ],
  };
}

/** The provider that was named, or the only one whose endpoints the collection asks. */
function providerOf(observation: CollectionObservation): string | null {
  if (observation.profile !== undefined) return observation.profile.id || null;
  const urls = [
    ...observation.requests
      .filter((request) => isAuthorization(request) || isTokenRequest(request, observation))
      .map(({ address }) => address),
    ...observation.authorizations
      .map(({ settings }) => settings.accessTokenUrl ?? '')
      .filter((url) => url !== ''),
  ];
  const ids = new Set(urls.map((url) => serverRules(url, observation)?.id ?? ''));
  const [only = ''] = ids;
  return ids.size === 1 && only !== '' ? only : null;
}

function notACollection({ isInstead }: CollectionObservation): Problem {
  if (isInstead === undefined) return problem('not-a-collection');
  return problem('not-a-collection', {
    evidence: [`file  ${isInstead}`],
    ...(isInstead.endsWith('version 1') && {
      remedy: 'Import it into Postman, which reads version 1, and export it as "Collection v2.1".',
    }),
  });
}

/** One entry for one mistake, however many requests make it: the first few with what was seen, then their places. */
function grouped(found: readonly Problem[]): Problem[] {
  const groups = new Map<string, Problem[]>();
  for (const each of found) {
    const key = `${each.code}\n${each.title}\n${each.remedy}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return [...groups.values()].map(([first, ...others]) => {
    const problem = first as Problem;
    if (others.length === 0) return problem;
    const shown = others.slice(0, SHOWN - 1).flatMap(({ evidence }) => evidence);
    const rest = others.slice(SHOWN - 1);
    const places = rest
      .slice(0, 17)
      .map(({ evidence }) => `also     ${(evidence[0] ?? '').replace(/^\w+\s+/, '')}`);
    const more = rest.length - places.length;
    return {
      ...problem,
      evidence: [...problem.evidence, ...shown, ...places, ...(more > 0 ? [`and ${more} more`] : [])],
    };
  });
}

function named(names: readonly string[]): string {
  const more = names.length - 20;
  return `${names.slice(0, 20).join(', ')}${more > 0 ? `, and ${more} more` : ''}`;
}

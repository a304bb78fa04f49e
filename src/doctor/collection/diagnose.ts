import { type Diagnosis, type Problem, problem } from '../diagnosis.ts';
import { authorizationTab } from './checks/authorization-tab.ts';
import { endpoints } from './checks/endpoints.ts';
import { redirectUris } from './checks/redirect-uri.ts';
import { scopes } from './checks/scopes.ts';
import { scripts } from './checks/scripts.ts';
import { secretInQuery } from './checks/secret-in-query.ts';
import { state } from './checks/state.ts';
import { storedSecrets } from './checks/stored-secrets.ts';
import { tokenRequest } from './checks/token-request.ts';
import { unknownVariables, unresolvedVariables } from './checks/variables.ts';
import type { CollectionObservation } from './observation.ts';

const checks: readonly ((observation: CollectionObservation) => readonly Problem[])[] = [
  tokenRequest,
  secretInQuery,
  storedSecrets,
  redirectUris,
  scopes,
  authorizationTab,
  state,
  scripts,
  endpoints,
  unresolvedVariables,
];

/** OAuth mistakes in somebody's Postman collection. It never throws. */
export function diagnoseCollection(observation: CollectionObservation): Diagnosis {
  const { isCollection, requests, name, environment } = observation;
  const problems = isCollection
    ? checks.flatMap((check) => check(observation))
    : [problem('not-a-collection')];
  const open = environment === undefined ? unknownVariables(observation).map((each) => each.name) : [];
  return {
    version: 1,
    subject: 'collection',
    provider: observation.profile.id || null,
    summary: !isCollection
      ? 'This file is not a Postman collection.'
      : problems.length === 0
        ? 'No OAuth mistake was found in this collection.'
        : `${problems.length} OAuth ${problems.length === 1 ? 'mistake was' : 'mistakes were'} found in this collection.`,
    problems,
    facts: isCollection
      ? [
          { name: 'collection', text: name },
          { name: 'requests', text: String(requests.length) },
        ]
      : [],
    exact: [],
    advice:
      open.length === 0
        ? []
        : [
            `These variables come from an environment: ${open.join(', ')}. Give it with --environment to have them checked, too.`,
          ],
  };
}

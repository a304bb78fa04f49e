// @ts-nocheck
import { cookies, paths } from '../../providers/linkedin/pages.ts';
import type { Answer } from '../answer.ts';
import { redirect } from '../answers.ts';
import {
  clientIsKnown,
  codeChallengeIsGiven,
  nativePkceIsEnabled,
  redirectUriIsLoopback,
  redirectUriIsRegistered,
  responseTypeIsCode,
  scopesAreAuthorized,
} from '../checks/authorization.ts';
import { noParameterIsRepeated } from '../checks/parameters.ts';
import { dataCentreCookie } from '../cookies.ts';
import { chainPath, FLOW_LIFE, hasConsented, loginPath, signedInMember } from '../flow.ts';
import { giveCode } from '../give-code.ts';
import { randomUuid } from '../identity.ts';
import type { RefusalForm } from '../refusal.ts';
import { scenarioOf } from '../scenarios/all.ts';
import type { PendingFlow } from '../state.ts';
import type { Visit } from '../visit.ts';

/** GET /oauth/v2/authorization, LinkedIn's page on the authorization code flow, step 2. */
export function authorization(visit: Visit): Answer {
  const app = clientIsKnown(visit);
  const redirectUri = redirectUriIsRegistered(visit, app);
  const back = backTo(visit, redirectUri);
  noParameterIsRepeated(visit.query, back);
  responseTypeIsCode(visit, back);
  const scopes = scopesAreAuthorized(visit, app.scopes, back);
  // A code_challenge is ignored here; its verifier is refused at the token endpoint (directus/directus#23645).
  return begin(visit, { ...fresh(visit), app, redirectUri, scopes, codeChallenge: undefined });
}

/** GET /oauth/native-pkce/authorization, LinkedIn's page on native clients. */
export function nativeAuthorization(visit: Visit): Answer {
  const app = clientIsKnown(visit);
  nativePkceIsEnabled(app);
  const redirectUri = redirectUriIsLoopback(visit, app);
  const back = backTo(visit, redirectUri);
  noParameterIsRepeated(visit.query, back);
  responseTypeIsCode(visit, back);
  const codeChallenge = codeChallengeIsGiven(visit, back);
  // Two code bases of 2026 report that this endpoint refuses openid.
  const granted = app.scopes.filter((scope) => scope !== 'openid');
  const scopes = scopesAreAuthorized(visit, granted, back);
  return begin(visit, { ...fresh(visit), app, redirectUri, scopes, codeChallenge });
}

/** Goes on where the member stands: at the login, at the consent, or at the application already. */
function begin(visit: Visit, flow: PendingFlow): Answer {
  visit.emulation.state.flows.set(flow.key, flow, visit.emulation.now() + FLOW_LIFE);
  const special = scenarioOf(flow.app).authorize?.(visit, flow);
  if (special !== undefined) return special;
  const member = signedInMember(visit);
  if (member !== undefined && hasConsented(visit, flow, member)) return giveCode(visit, flow, member);
  const next = member === undefined ? loginPath(flow) : chainPath(paths.loginSuccess, flow);
  const pinned = visit.cookies.has(cookies.dataCentre);
  return redirect(visit.origin + next, pinned ? [] : [dataCentreCookie(visit)]);
}

function fresh(visit: Visit) {
  return {
    key: randomUuid(visit.emulation.randomBytes),
    state: visit.query.get('state') ?? undefined,
  };
}

function backTo(visit: Visit, redirectUri: string): RefusalForm {
  return { kind: 'redirect', redirectUri, state: visit.query.get('state') ?? undefined };
}

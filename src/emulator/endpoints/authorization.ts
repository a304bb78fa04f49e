import { cookies, paths } from '../../providers/linkedin/pages.ts';
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
import type { ErrorResponseForm } from '../http/error-response.ts';
import { redirect } from '../http/make-response.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { EmulatorResponse } from '../http/response.ts';
import { scenarioOf } from '../scenarios/all.ts';
import { dataCentreCookie } from '../sign-in/cookies.ts';
import { chainPath, FLOW_LIFE, hasConsented, loginPath, signedInMember } from '../sign-in/pending-flow.ts';
import { respondWithCode } from '../sign-in/respond-with-code.ts';
import { randomUuid } from '../state/identity.ts';
import type { PendingFlow } from '../state/state.ts';

/** GET /oauth/v2/authorization, LinkedIn's page on the authorization code flow, step 2. */
export function authorization(context: RequestContext): EmulatorResponse {
  const app = clientIsKnown(context);
  const redirectUri = redirectUriIsRegistered(context, app);
  const back = backTo(context, redirectUri);
  noParameterIsRepeated(context.query, back);
  responseTypeIsCode(context, back);
  const scopes = scopesAreAuthorized(context, app.scopes, back);
  // A code_challenge is ignored here; its verifier is refused at the token endpoint (directus/directus#23645).
  return begin(context, { ...fresh(context), app, redirectUri, scopes, codeChallenge: undefined });
}

/** GET /oauth/native-pkce/authorization, LinkedIn's page on native clients. */
export function nativeAuthorization(context: RequestContext): EmulatorResponse {
  const app = clientIsKnown(context);
  nativePkceIsEnabled(app);
  const redirectUri = redirectUriIsLoopback(context, app);
  const back = backTo(context, redirectUri);
  noParameterIsRepeated(context.query, back);
  responseTypeIsCode(context, back);
  const codeChallenge = codeChallengeIsGiven(context, back);
  // Two code bases of 2026 report that this endpoint refuses openid.
  const granted = app.scopes.filter((scope) => scope !== 'openid');
  const scopes = scopesAreAuthorized(context, granted, back);
  return begin(context, { ...fresh(context), app, redirectUri, scopes, codeChallenge });
}

/** Goes on where the member stands: at the login, at the consent, or at the application already. */
function begin(context: RequestContext, flow: PendingFlow): EmulatorResponse {
  context.emulator.state.flows.set(flow.key, flow, context.emulator.now() + FLOW_LIFE);
  const special = scenarioOf(flow.app).authorize?.(context, flow);
  if (special !== undefined) return special;
  const member = signedInMember(context);
  if (member !== undefined && hasConsented(context, flow, member))
    return respondWithCode(context, flow, member);
  const next = member === undefined ? loginPath(flow) : chainPath(paths.loginSuccess, flow);
  const pinned = context.cookies.has(cookies.dataCentre);
  return redirect(context.origin + next, pinned ? [] : [dataCentreCookie(context)]);
}

function fresh(context: RequestContext) {
  return {
    key: randomUuid(context.emulator.randomBytes),
    state: context.query.get('state') ?? undefined,
  };
}

function backTo(context: RequestContext, redirectUri: string): ErrorResponseForm {
  return { kind: 'redirect', redirectUri, state: context.query.get('state') ?? undefined };
}

import { redirect } from '../http/make-response.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { EmulatorResponse } from '../http/response.ts';
import { FLOW_LIFE } from '../sign-in/pending-flow.ts';
import { randomUuid } from '../state/identity.ts';
import {
  challengeFits,
  clientIsKnown,
  redirectUriIsAccepted,
  responseTypeIsCode,
  scopesAreReadable,
} from './checks.ts';
import type { Dialect } from './dialect.ts';
import { ownPaths, type PathValues } from './paths.ts';

/** The authorization endpoint of a dialect: RFC 6749 section 4.1.1. */
export function authorization(
  context: RequestContext,
  dialect: Dialect,
  values: PathValues,
): EmulatorResponse {
  const { query, emulator } = context;
  const app = clientIsKnown(context, dialect);
  const redirectUri = redirectUriIsAccepted(context, dialect, app);
  const state = query.get('state') ?? undefined;
  const back = { redirectUri, state };
  responseTypeIsCode(context, dialect, back);
  const challenge = challengeFits(context, dialect, back);
  const scopes = scopesAreReadable(context, dialect, back);
  const key = randomUuid(emulator.randomBytes);
  const flow = {
    key,
    app,
    redirectUri,
    state,
    scopes,
    codeChallenge: challenge?.challenge,
    dialect: {
      pathValues: values,
      query: new Map(query),
      challengeMethod: challenge?.method ?? 'S256',
    },
  } as const;
  emulator.state.flows.set(key, flow, emulator.now() + FLOW_LIFE);
  return redirect(`${context.origin}${ownPaths.signIn}?flow=${key}`);
}

// @ts-nocheck
import { type ErrorCase, errorText } from '../providers/error-case.ts';
import { authorizationErrors } from '../providers/linkedin/authorization-errors.ts';
import type { Answer } from './answer.ts';
import { redirect } from './answers.ts';
import type { PendingFlow } from './state.ts';
import type { Visit } from './visit.ts';

/** Ends a flow because the member pressed Cancel. */
export function cancelFlow(visit: Visit, flow: PendingFlow, place: 'login' | 'consent'): Answer {
  visit.emulation.state.flows.delete(flow.key);
  const { user_cancelled_login, user_cancelled_authorize } = authorizationErrors;
  const parameters = errorParameters(place === 'login' ? user_cancelled_login : user_cancelled_authorize);
  if (flow.state !== undefined) parameters.set('state', flow.state);
  return ordinaryCallback(visit, flow, parameters);
}

/** The parameters of an error response, RFC 6749 section 4.1.2.1. */
export function errorParameters(errorCase: ErrorCase, text: string = errorText(errorCase)): URLSearchParams {
  return new URLSearchParams({ error: errorCase.error ?? '', error_description: text });
}

/** A redirect to the application with the parameters in the query. */
export function ordinaryCallback(
  _visit: Visit,
  { redirectUri }: Pick<PendingFlow, 'redirectUri'>,
  parameters: URLSearchParams,
): Answer {
  return redirect(`${redirectUri}${redirectUri.includes('?') ? '&' : '?'}${parameters}`);
}

import { type ErrorCase, errorText } from '../../providers/error-case.ts';
import { authorizationErrors } from '../../providers/linkedin/authorization-errors.ts';
import { redirect } from '../http/make-response.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { EmulatorResponse } from '../http/response.ts';
import type { PendingFlow } from '../state/state.ts';

/** Ends a flow because the member pressed Cancel. */
export function cancelFlow(
  context: RequestContext,
  flow: PendingFlow,
  place: 'login' | 'consent',
): EmulatorResponse {
  context.emulator.state.flows.delete(flow.key);
  const { user_cancelled_login, user_cancelled_authorize } = authorizationErrors;
  const parameters = errorParameters(place === 'login' ? user_cancelled_login : user_cancelled_authorize);
  if (flow.state !== undefined) parameters.set('state', flow.state);
  return ordinaryCallback(context, flow, parameters);
}

/** The parameters of an error response, RFC 6749 section 4.1.2.1. */
export function errorParameters(errorCase: ErrorCase, text: string = errorText(errorCase)): URLSearchParams {
  return new URLSearchParams({ error: errorCase.error ?? '', error_description: text });
}

/** A redirect to the application with the parameters in the query. */
export function ordinaryCallback(
  _visit: RequestContext,
  { redirectUri }: Pick<PendingFlow, 'redirectUri'>,
  parameters: URLSearchParams,
): EmulatorResponse {
  return redirect(`${redirectUri}${redirectUri.includes('?') ? '&' : '?'}${parameters}`);
}

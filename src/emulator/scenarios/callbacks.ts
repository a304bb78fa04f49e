import { html } from '../../html/html.ts';
import { authorizationErrors } from '../../providers/linkedin/authorization-errors.ts';
import { issuer } from '../endpoints/id-token.ts';
import { page, redirect } from '../http/make-response.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { EmulatorResponse } from '../http/response.ts';
import { hiddenInputs } from '../pages/layout.ts';
import { errorParameters, ordinaryCallback } from '../sign-in/callback.ts';
import type { PendingFlow } from '../state/state.ts';

/** OAuth 2.0 Form Post Response Mode: the parameters come as a form that a script submits. */
export function formPost(
  context: RequestContext,
  flow: PendingFlow,
  parameters: URLSearchParams,
): EmulatorResponse {
  return page(context, {
    title: 'Submit this form',
    formTargets: [flow.redirectUri],
    body: html`<form class="card" id="answer" method="post" action="${flow.redirectUri}">
${hiddenInputs([...parameters])}
<noscript><button type="submit">Continue to the application</button></noscript>
</form>
<script nonce="${context.nonce}">document.getElementById('answer').submit();</script>`,
  });
}

/** RFC 9207: the response says which server gave it. */
export function withIssuer(
  context: RequestContext,
  flow: PendingFlow,
  parameters: URLSearchParams,
): EmulatorResponse {
  parameters.set('iss', issuer(context.origin));
  return ordinaryCallback(context, flow, parameters);
}

/** The response of another server than the one that was called (RFC 9207 section 1). */
export function withWrongIssuer(
  context: RequestContext,
  flow: PendingFlow,
  parameters: URLSearchParams,
): EmulatorResponse {
  parameters.set('iss', 'https://other-server.example.com');
  return ordinaryCallback(context, flow, parameters);
}

/** A state that the client never sent (RFC 6749 section 10.12). */
export function withWrongState(
  context: RequestContext,
  flow: PendingFlow,
  parameters: URLSearchParams,
): EmulatorResponse {
  parameters.set('state', 'not-the-state-of-the-request');
  return ordinaryCallback(context, flow, parameters);
}

/** An error behind the #, which no server ever sees. */
export function errorInFragment(_visit: RequestContext, flow: PendingFlow): EmulatorResponse {
  const parameters = errorParameters(authorizationErrors.user_cancelled_authorize);
  if (flow.state !== undefined) parameters.set('state', flow.state);
  return redirect(`${flow.redirectUri}#${parameters}`);
}

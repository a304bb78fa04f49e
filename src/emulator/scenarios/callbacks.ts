import { html } from '../../html/html.ts';
import { authorizationErrors } from '../../providers/linkedin/authorization-errors.ts';
import type { Answer } from '../answer.ts';
import { page, redirect } from '../answers.ts';
import { errorParameters, ordinaryCallback } from '../callback.ts';
import { issuer } from '../id-token.ts';
import { hiddenInputs } from '../pages/layout.ts';
import type { PendingFlow } from '../state.ts';
import type { Visit } from '../visit.ts';

/** OAuth 2.0 Form Post Response Mode: the parameters come as a form that a script submits. */
export function formPost(visit: Visit, flow: PendingFlow, parameters: URLSearchParams): Answer {
  return page(visit, {
    title: 'Submit this form',
    formTargets: [flow.redirectUri],
    body: html`<form class="card" id="answer" method="post" action="${flow.redirectUri}">
${hiddenInputs([...parameters])}
<noscript><button type="submit">Continue to the application</button></noscript>
</form>
<script nonce="${visit.nonce}">document.getElementById('answer').submit();</script>`,
  });
}

/** RFC 9207: the answer says which server gave it. */
export function withIssuer(visit: Visit, flow: PendingFlow, parameters: URLSearchParams): Answer {
  parameters.set('iss', issuer(visit.origin));
  return ordinaryCallback(visit, flow, parameters);
}

/** The answer of another server than the one that was asked (RFC 9207 section 1). */
export function withWrongIssuer(visit: Visit, flow: PendingFlow, parameters: URLSearchParams): Answer {
  parameters.set('iss', 'https://other-server.example.com');
  return ordinaryCallback(visit, flow, parameters);
}

/** A state that the client never sent (RFC 6749 section 10.12). */
export function withWrongState(visit: Visit, flow: PendingFlow, parameters: URLSearchParams): Answer {
  parameters.set('state', 'not-the-state-of-the-request');
  return ordinaryCallback(visit, flow, parameters);
}

/** An error behind the #, which no server ever sees. */
export function errorInFragment(_visit: Visit, flow: PendingFlow): Answer {
  const parameters = errorParameters(authorizationErrors.user_cancelled_authorize);
  if (flow.state !== undefined) parameters.set('state', flow.state);
  return redirect(`${flow.redirectUri}#${parameters}`);
}

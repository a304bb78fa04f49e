import { html, type SafeHtml } from '../../html/html.ts';
import type { ScopeFact } from '../../providers/facts.ts';
import { fields, paths } from '../../providers/linkedin/pages.ts';
import { scopes as scopeFacts } from '../../providers/linkedin/scopes.ts';
import type { EmulatedMember } from '../config/config.ts';
import type { PendingFlow } from '../state/state.ts';
import { hiddenInputs } from './layout.ts';

/** What varies on a consent page. */
export interface ConsentView {
  readonly flow: PendingFlow;
  readonly member: EmulatedMember;
  readonly csrfToken: string;
  readonly flowParameter: string;
  readonly cancelAddress: string;
}

/** What the application asks for, and the form that a scenario may replace. */
export function consentBody(view: ConsentView, form: (view: ConsentView) => SafeHtml): SafeHtml {
  const facts: Readonly<Record<string, ScopeFact>> = scopeFacts;
  return html`<section class="card">
<h1>Allow the application <q>${view.flow.app.name}</q>?</h1>
<p class="soft">Signed in as ${view.member.givenName} ${view.member.familyName}, ${view.member.username}</p>
<p>It asks for:</p>
<ul>
${view.flow.scopes.map(
  (scope) => html`<li>${facts[scope]?.allows ?? 'access by scope'} <code>${scope}</code></li>`,
)}
</ul>
${form(view)}
</section>`;
}

/** LinkedIn's consent form. Its ids are known; its hidden fields are not, so clients must send whatever is in it. */
export function consentForm(view: ConsentView): SafeHtml {
  return html`<form id="${fields.consentForm}" class="actions__allow" method="post" action="${paths.consentSubmit}">
${hiddenInputs(consentFields(view))}
<button id="${fields.consentAllow}" type="submit">Allow</button>
<a id="${fields.consentCancel}" class="button button--plain" href="${view.cancelAddress}">Cancel</a>
</form>`;
}

/** Hidden fields after the model of the form of 2013 to 2016. */
export function consentFields({ csrfToken, flow, flowParameter }: ConsentView): [string, string][] {
  return [
    [fields.csrfToken, csrfToken],
    ['client_id', flow.app.clientId],
    ['scope', flow.scopes.join(' ')],
    ['flow', flowParameter],
    ['authorized', 'true'],
  ];
}

import { html, type SafeHtml } from '../../html/html.ts';
import { fields, paths } from '../../providers/linkedin/pages.ts';
import { type ConsentView, consentFields } from '../pages/consent-page.ts';
import { hiddenInputs } from '../pages/layout.ts';

/** Two forms with the same address; Deny differs by a hidden field. The button ids of LinkedIn are not there. */
export function twoConsentForms(view: ConsentView): SafeHtml {
  const form = (
    label: string,
    className: string,
    more: [string, string][],
  ) => html`<form method="post" action="${paths.consentSubmit}">
${hiddenInputs([...more, ...consentFields(view)])}
<button type="submit" class="${className}">${label}</button>
</form>`;
  return html`${form('Deny', 'button--plain', [['_method', 'delete']])}${form('Allow', '', [])}`;
}

/** One form whose first submit button cancels and has no name. */
export function namelessConsentButtons(view: ConsentView): SafeHtml {
  return html`<form id="${fields.consentForm}" method="post" action="${paths.consentSubmit}">
${hiddenInputs(consentFields(view).filter(([name]) => name !== 'authorized'))}
<button type="submit" class="button--plain">Cancel</button>
<button type="submit" name="action" value="authorize">Allow</button>
</form>`;
}

/**
 * Presses the button that allows the request, with all fields of its form.
 *
 * @param {ScriptFacts['beforeConsent']} expected
 */
function beforeConsent(expected) {
  const consent = JSON.parse(pm.collectionVariables.get('sign_in') || '{}');

  if (consent.stage !== 'consent') {
    skip('no consent was asked for. Servers remember what a member has allowed before.');
  } else {
    pm.variables.set('consent_action', consent.form.action);
    pm.variables.set('consent_page', consent.form.page);
    pm.variables.set('consent_origin', consent.form.origin);
    pm.variables.set('consent_body', encodeForm(consent.form.fields));
  }
}

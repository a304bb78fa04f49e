/** Leaves empty parameters out of the form: "scope=" is refused by servers that would grant a default. */
// @ts-nocheck

function dropEmptyParameters() {
  pm.request.body.urlencoded.remove((entry) => pm.variables.replaceIn(entry.value || '') === '');
}

// Postman replaces {{names}} in what it sends, and again in what comes of that: a client secret that holds "{{client_id}}"
// would be sent as another one. In an encoded form there are no braces, so it is encoded here.

/** A text of this collection with its variables filled in, and nothing replaced in their values. */
function fillIn(template) {
  return template.replace(/\{\{([^{}]+)\}\}/g, (whole, name) => {
    const value = pm.variables.get(name);
    return value === undefined || value === null ? whole : String(value);
  });
}

/** Names and values of a form or a query, filled in; what is switched off is left out. */
function filledIn(entries) {
  return entries.filter((entry) => !entry.disabled).map((entry) => [entry.key, fillIn(entry.value || '')]);
}

/** Sends the form of this request as text that is encoded already; a request without a form is left alone. */
function encodeBody(isWanted) {
  const { body } = pm.request;
  if (!body || body.mode !== 'urlencoded') return;
  const fields = filledIn(body.urlencoded.all()).filter(isWanted);
  if (fields.length === 0) return;
  body.update({ mode: 'raw', raw: encodeForm(fields) });
  pm.request.headers.upsert({ key: 'Content-Type', value: 'application/x-www-form-urlencoded' });
}

/** Sends HTTP Basic with id and secret form-encoded first, as RFC 6749 section 2.3.1 asks. */
function authenticateByHeader() {
  pm.request.headers.upsert({
    key: 'Authorization',
    value: `Basic ${Buffer.from(
      encodeForm([[pm.variables.get('client_id') || '', pm.variables.get('client_secret') || '']]).replace(
        '=',
        ':',
      ),
      'utf8',
    ).toString('base64')}`,
  });
}

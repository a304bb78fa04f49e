/** Variables that renewing the token takes, and that are empty. */
function emptyForRenewal() {
  return ['token_endpoint', 'client_id']
    .concat(expected.renewal.authentication === 'none' ? [] : ['client_secret'])
    .concat(expected.renewal.grant === 'refresh_token' ? ['refresh_token'] : [])
    .filter((name) => !pm.variables.get(name));
}

/** Variables that renewing the token takes, and that are empty. */
function emptyForRenewal(renewal) {
  return ['token_endpoint', 'client_id']
    .concat(renewal.authentication === 'none' ? [] : ['client_secret'])
    .concat(renewal.grant === 'refresh_token' ? ['refresh_token'] : [])
    .filter((name) => !pm.variables.get(name));
}

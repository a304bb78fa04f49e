const unset = expected.required.filter((name) => !pm.variables.get(name));

if (unset.indexOf('code') !== -1) {
  refuse(
    `There is no authorization code. Send "${expected.codeFrom}" and what comes after it first; each code works once.`,
  );
} else if (unset.indexOf('refresh_token') !== -1) {
  skip('no refresh token came with the access token.');
} else if (unset.length > 0) {
  refuse(`Set ${unset.join(' and ')} in the environment first.`);
} else {
  // An empty parameter is left out: "scope=" is refused by servers that would grant a default.
  encodeBody((field) => field[1] !== '');
}

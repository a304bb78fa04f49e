if (!pm.variables.get(expected.token)) {
  refuse(`There is no ${expected.token} to ask about. Send the token request first.`);
} else {
  encodeBody(() => true);
}

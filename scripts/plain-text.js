/** Whether Postman finds nothing to replace in a text: no "{{", and no brace at the end that would meet one behind it. */
function isInert(text) {
  return text.indexOf('{{') === -1 && text[text.length - 1] !== '{';
}

/**
 * Whether a value that a server gave may be kept in a variable: printable ASCII, the alphabet of codes and tokens
 * (RFC 6749 appendix A), and nothing that Postman would read as a variable. A server that calls its refresh token
 * "{{password}}" must not be sent the password.
 */
function isPlainText(value) {
  return typeof value === 'string' && /^[\x20-\x7e]+$/.test(value) && isInert(value);
}

/**
 * Keeps a value that a server gave in a variable: the only way for one to get there. Where it is not plain text, the
 * variable is left as it is.
 *
 * @returns {boolean} whether it was kept
 */
function keepFromServer(name, value) {
  if (!isPlainText(value)) return false;
  pm.environment.set(name, value);
  return true;
}

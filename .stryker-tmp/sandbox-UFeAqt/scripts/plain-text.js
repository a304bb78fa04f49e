/**
 * Whether a value that a server gave may be kept in a variable: printable ASCII, the alphabet of codes and tokens
 * (RFC 6749 appendix A), and nothing that Postman would read as a variable. A server that calls its refresh token
 * "{{password}}" must not be sent the password.
 */
// @ts-nocheck

function isPlainText(value) {
  return typeof value === 'string' && /^[\x20-\x7e]+$/.test(value) && value.indexOf('{{') === -1;
}

/** Milliseconds before its end from which a token is renewed: it shall still be good when the API looks at it. */
const EARLY = 30000;

/** Milliseconds that the token has left, 0 or less when it has expired; NaN where its end is not known. */
function timeLeft(token) {
  return Date.parse(pm.variables.get(`${token}_expires_at`) || '') - Date.now();
}

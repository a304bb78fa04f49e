import { bareName, isTokenName } from '../../redaction/credential.ts';

/** Tokens that open nothing: cursors of lists, marks against forged forms, and the names of endpoints. */
const HARMLESS =
  /(?:page|next|prev(?:ious)?|sync|continuation|cursor|pagination|csrf|xsrf|verification|antiforgery|device|push|max|min|num|new|total|completion|prompt)tokens?$|^(?:hub)?verifytoken$|^get\w*token$|^(?:create|generate|request|refresh|revoke)(?:the)?(?:access)?token$/;

const KEYS =
  /(?:api|access|secret|private|signing|subscription|consumer|account|storage|function|hapi)_?key$|^hapikey$|^authkey$/;

/**
 * Whether a value of this name opens something: tokens, secrets, passwords, assertions, and the keys of APIs, with
 * anything in front (`shop_client_secret`).
 */
export function isSecretField(name: string): boolean {
  const bare = bareName(name);
  if (bare === 'refreshtoken') return true;
  if (HARMLESS.test(bare)) return false;
  return isTokenName(name) || KEYS.test(bare);
}

/** Whether it is a password, which may be short and plain. */
export function isPasswordField(name: string): boolean {
  return /(?:password|passwd|passphrase|pwd)$/.test(bareName(name));
}

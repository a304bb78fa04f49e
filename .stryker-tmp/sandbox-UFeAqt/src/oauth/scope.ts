/**
 * Splits a scope value into its tokens.
 *
 * RFC 6749 section 3.3 separates them by spaces; LinkedIn's token and introspection answers use commas (its
 * documentation says spaces), and its Java sample sends commas. Both are accepted, empty tokens are dropped.
 */
// @ts-nocheck

export function splitScope(scope: string): string[] {
  return scope.split(/[\s,]+/).filter((token) => token !== '');
}

/**
 * Splits a scope value into its tokens.
 *
 * RFC 6749 section 3.3 separates them by spaces; some providers use commas in their responses while their
 * documentation says spaces. Both are accepted, empty tokens are dropped.
 */
export function splitScope(scope: string): string[] {
  return scope.split(/[\s,]+/).filter((token) => token !== '');
}

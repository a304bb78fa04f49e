/** A token as it may be shown: enough to tell two apart, too little to use. */
export function masked(token: string): string {
  return token.length < 24
    ? '••••••••'
    : `${token.slice(0, 4)}…${token.slice(-2)} (${token.length} characters)`;
}

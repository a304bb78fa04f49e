/** A token as it may be shown: enough to tell two apart, too little to use. */
// @ts-nocheck

export function masked(token: string): string {
  return token.length < 24
    ? '••••••••'
    : `${token.slice(0, 4)}…${token.slice(-2)} (${token.length} characters)`;
}

/**
 * A text from elsewhere without the secrets that it may repeat, in the spellings that bodies and addresses have.
 *
 * @param secrets texts of less than four characters are not looked for: they would stand in many words
 */
export function withoutSecrets(text: string, secrets: readonly (string | undefined)[]): string {
  const spellings = secrets
    .filter((secret) => secret !== undefined)
    .filter((secret) => secret.length > 3)
    .flatMap((secret) => [
      secret,
      encodeURIComponent(secret),
      new URLSearchParams({ x: secret }).toString().slice(2),
      JSON.stringify(secret).slice(1, -1),
      Buffer.from(secret).toString('base64'),
    ])
    .sort((one, other) => other.length - one.length);
  return spellings.reduce((rest, spelling) => rest.split(spelling).join('‹hidden›'), text);
}

import { withoutCredentials } from './credential.ts';
import type { Redactor } from './redactor.ts';

/**
 * Words of a server for a message: without the secrets that the redactor knows, and without anything that looks like a
 * credential. It is cut after that: of half a secret nobody could tell that it is one.
 *
 * @param longest characters that are shown
 */
export function quotedWords(text: string, redactor: Redactor, longest: number): string {
  const whole = withoutCredentials(redactor.text(text), () => redactor.mask('credential'));
  if (whole.length <= longest) return whole;
  return `${whole.slice(0, longest).replace(/‹[^‹›]*$/, '')}…`;
}

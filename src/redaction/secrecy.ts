import type { Manner } from './needles.ts';

/** Words that stand in every flow: as secrets they are masked only where a parameter has them for its value. */
const COMMON =
  /^(?:https?|localhost|linkedin|openid|profile|email|authorization|authorize|application|bearer|basic|password|passwd|secret|username|callback|session|redirect|request|response|access|refresh|(?:access|refresh|id)_token|client_(?:id|secret)|(?:redirect_)?uri|token|state|scope|code|true|false|null|undefined|\d{1,3})$/i;

/** Whether a value is a word that every report has: masking it everywhere would leave no report. */
export function isCommon(value: string): boolean {
  return COMMON.test(value);
}

/** How a value of at least six characters is looked for. */
export function mannerOf(value: string): Manner {
  const isWord = /^(?:\p{L}+|\d+)$/u.test(value);
  return {
    word: isWord && value.length < 8,
    // The beginning of a word is the beginning of others, too.
    whole: /:\/\/|^%2f/i.test(value) || (isWord && value.length < 16),
  };
}

/**
 * Why a secret cannot be hidden; undefined when it can.
 *
 * @param value a secret that a person has set
 */
export function whyNotHidden(value: string): string | undefined {
  const secret = value.trim();
  if (secret === '') return undefined;
  if (isCommon(secret)) return 'it is a word that stands in every report';
  if (secret.length < 4)
    return `it has only ${secret.length} ${secret.length === 1 ? 'character' : 'characters'}`;
  if (secret.length < 8 && /^\p{L}+$/u.test(secret)) return 'it is a short word';
  if (secret.length < 8 && /^\d+$/.test(secret)) return 'it is a short number';
  return undefined;
}

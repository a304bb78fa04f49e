/**
 * A value of a response in words, for messages: a text of a server is named and never quoted, it may be a secret.
 * scripts/odd-value.js says the same.
 */
export function inWords(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value !== 'string')
    return typeof value === 'object' ? 'an object' : `the ${typeof value} ${value}`;
  return value.trim() === '' ? 'an empty text' : 'a text';
}

/** Whether a member has no value: serializers write null for it, and some servers an empty text. */
export function isLeftOut(value: unknown): value is undefined | null | '' {
  return value === undefined || value === null || value === '';
}

/** Whether a text is what programs write where they have no value: no token, no id and no account name is one. */
export function isPlaceholder(text: string): boolean {
  return /^(?:undefined|null|nil|none|nan|true|false|\[object \w+\])$/i.test(text.trim());
}

/** A value of a server as a message shows it. A long text is not cut: half of a secret would not be masked. */
export function shown(value: unknown): string {
  if (typeof value !== 'string' || value.trim() === '') return inWords(value);
  return value.length > 200 ? `a text of ${value.length} characters` : `"${value}"`;
}

import { escaped } from '../printable/escaped.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const MARKUP = /[&<>"']/;
const EACH_MARKUP = /[&<>"']/g;

/**
 * Text for the content of an XML or HTML element, or for a value in quotation marks. Characters that neither may have
 * are written as `\u…`: without them, what stands on both sides would become one word, and could be a secret.
 */
export function escapeMarkup(text: string): string {
  const shown = escaped(text);
  return MARKUP.test(shown)
    ? shown.replace(EACH_MARKUP, (character) => ENTITIES[character] ?? character)
    : shown;
}

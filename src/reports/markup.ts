import { escapeMarkup } from '../html/escape-markup.ts';

/** Text for an XML attribute: line ends are kept, where a parser would make spaces of them. */
export function escapeAttribute(text: string): string {
  return escapeMarkup(text).replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

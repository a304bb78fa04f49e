import { escapeMarkup } from './escape-markup.ts';

/** What a piece of HTML may be made of. Text is escaped; nothing is written for `undefined` and `false`. */
export type HtmlValue = string | number | false | undefined | SafeHtml | readonly HtmlValue[];

/** Only this module makes one of text that was not escaped. */
let trusted: (text: string) => SafeHtml;

/** A piece of HTML that is ready to be written. A string is none, so text that was not escaped does not compile. */
export class SafeHtml {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  static {
    trusted = (text) => new SafeHtml(text);
  }

  toString(): string {
    return this.#text;
  }
}

/** For each template, whether only HTML may stand at the place of each value. */
const places = new WeakMap<TemplateStringsArray, readonly boolean[]>();

/**
 * A piece of HTML: ``html`<td>${name}</td>` ``. The template is legwork's own; every text in it is escaped, for the
 * content of an element and for an attribute in double quotation marks.
 *
 * @throws Error for a text where escaping does not help: in a tag outside quotation marks, in a comment, script or style
 */
export function html(template: TemplateStringsArray, ...values: readonly HtmlValue[]): SafeHtml {
  let onlyHtml = places.get(template);
  if (onlyHtml === undefined) {
    onlyHtml = placesOf(template);
    places.set(template, onlyHtml);
  }
  let text = template[0] ?? '';
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index];
    if (onlyHtml[index] && isText(value)) {
      throw new Error(`A text cannot stand behind this in HTML: ${template[index]}`);
    }
    text += piece(value) + template[index + 1];
  }
  return trusted(text);
}

/** Pieces below one another. */
export function lines(pieces: readonly HtmlValue[]): SafeHtml {
  return trusted(pieces.map(piece).join('\n'));
}

/** Pieces with a text between them. */
export function listed(pieces: readonly HtmlValue[], separator: string): SafeHtml {
  return trusted(pieces.map(piece).join(escapeMarkup(separator)));
}

/**
 * The content of a `<style>` element.
 *
 * @throws Error when it could end the element
 */
export function css(text: string): SafeHtml {
  if (text.includes('<')) throw new Error('A style must not contain "<".');
  return trusted(text);
}

function piece(value: HtmlValue): string {
  if (typeof value === 'string') return escapeMarkup(value);
  if (value instanceof SafeHtml || typeof value === 'number') return value.toString();
  if (value === undefined || value === false) return '';
  return value.map(piece).join('');
}

/** An empty text does no harm anywhere. */
function isText(value: HtmlValue): boolean {
  if (typeof value === 'object' && !(value instanceof SafeHtml)) return value.some(isText);
  return (typeof value === 'string' && value !== '') || typeof value === 'number';
}

/** A template is a literal: what stands before each of its values is known before any value is. */
function placesOf(template: TemplateStringsArray): boolean[] {
  let before = '';
  return template.slice(0, -1).map((part) => {
    before += part;
    const tag = before.slice(before.lastIndexOf('<'));
    const isInTag = /^<[a-z/!][^>]*$/i.test(tag);
    const isQuoted = (tag.match(/"/g)?.length ?? 0) % 2 === 1;
    const isRaw = /<!--(?![\s\S]*-->)|<(script|style)\b[^>]*>(?![\s\S]*<\/\1>)/i.test(before);
    return isRaw || (isInTag && !isQuoted);
  });
}

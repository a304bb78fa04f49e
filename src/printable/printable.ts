import { withoutCommands } from './ci-commands.ts';
import { escaped, escapedJson } from './escaped.ts';

/** What a message may be made of. Text is made printable; a {@link Printable} is that already. */
export type Sayable = string | number | Printable | readonly Printable[];

/** Only this module makes one of text that was not checked. */
let trusted: (text: string) => Printable;
let contentOf: (printable: Printable) => string;

/**
 * Text that is fit for a terminal and for the log of a CI system: what came from outside has no control characters in
 * it, and nothing in it is a command. `Io` writes nothing else, so the compiler finds every path to the outside.
 */
export class Printable {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  static {
    trusted = (text) => new Printable(text);
    contentOf = (printable) => printable.#text;
  }

  /** As it is written. A command could be made of two harmless pieces, so the whole is looked at. */
  toString(): string {
    return withoutCommands(this.#text);
  }
}

/**
 * A message: ``say`Cannot read ${file}.\n` ``. The template is legwork's own text; every value in it is made
 * printable.
 */
export function say(template: TemplateStringsArray, ...values: readonly Sayable[]): Printable {
  let text = template[0] ?? '';
  for (const [index, value] of values.entries()) text += piece(value) + (template[index + 1] ?? '');
  return trusted(text);
}

/** Pieces of a message with something between them. */
export function joined(pieces: readonly Sayable[], separator = ''): Printable {
  return trusted(pieces.map(piece).join(separator));
}

/** Every line moved to the right. */
export function indented(text: Sayable, columns: number): Printable {
  return trusted(piece(text).replace(/^/gm, ' '.repeat(columns)));
}

/** A value as JSON with a line end. Control characters are written as `\u…`, so its value is unchanged. */
export function json(value: unknown): Printable {
  return trusted(`${escapedJson(JSON.stringify(value, null, 2) ?? 'null')}\n`);
}

/** Text in a style of the terminal. */
export function styled(text: Sayable, style: (text: string) => string): Printable {
  return trusted(style(piece(text)));
}

/** Takes away the line of a terminal that was written last, and goes to its beginning. */
export const ERASE_LINE = trusted('\r\u001b[K');

function piece(value: Sayable): string {
  if (value instanceof Printable) return contentOf(value);
  if (typeof value === 'object') return value.map(piece).join('');
  return escaped(String(value));
}

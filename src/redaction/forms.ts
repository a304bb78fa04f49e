import { unescaped } from './escapes.ts';
import { normalized } from './normalized.ts';

/** How often a secret may itself look escaped. */
const LAYERS = 5;

/** A line of a key in several lines is a secret, too, from so many characters on. */
const LONG_LINE = 16;

const DASHED = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const DASHLESS = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/i;

/**
 * What a secret looks like when its spelling is undone: it may itself look like something escaped, letters with marks
 * are one character or two (Unicode Standard Annex 15), a GUID has dashes or not, and what a CI system hands over often
 * ends in a line end that the program trims.
 */
export function formsOf(value: string): Set<string> {
  const forms = new Set<string>();
  for (const text of new Set([value, value.trim(), ...linesOf(value)])) addForms(text, forms);
  return forms;
}

function linesOf(value: string): string[] {
  if (!/[\r\n]/.test(value.trim())) return [];
  return value.split(/[\r\n]+/).filter((line) => line.trim().length >= LONG_LINE);
}

function addForms(value: string, forms: Set<string>): void {
  const add = (text: string) => forms.add(text).add(normalized(text));
  add(value);
  add(Buffer.from(value).toString());
  // How text looks that was sent as UTF-8 and read as Latin-1.
  forms.add(normalized(Buffer.from(value).toString('latin1')));
  for (let layer = 0, form = value; layer < LAYERS; layer += 1) {
    const next = unescaped(form);
    if (next === form) break;
    form = next;
    add(form);
  }
  if (DASHED.test(value)) add(value.replaceAll('-', ''));
  if (DASHLESS.test(value)) add(value.replace(DASHLESS, '$1-$2-$3-$4-$5'));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
  if (/^[\u0000-\u007f]*$/.test(value)) return;
  for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD']) add(value.normalize(form));
  add(value.toLowerCase());
  add(value.toUpperCase());
}

import { characterName } from './characters.ts';
import { responseParameters, withoutResponse } from './response-parameters.ts';

/** What copying and pasting does to a value. */
export type PasteTrapKind =
  | 'line end'
  | 'white space'
  | 'invisible character'
  | 'smart character'
  | 'html entity'
  | 'quotes'
  | 'percent-encoded value'
  | 'double-encoded value'
  | 'joined list'
  | 'callback URL';

/** One trap, and the texts that show it: `<U+200B>`, `%253A`. */
interface PasteTrap {
  readonly kind: PasteTrapKind;
  readonly seen: readonly string[];
}

/** A pasted value, what is wrong with it, and what was probably meant. */
export interface PastedUri {
  readonly original: string;
  readonly traps: readonly PasteTrap[];
  /** The value without the traps; several when a list was joined into one. */
  readonly values: readonly [string, ...string[]];
}

const LINE_ENDS = /[\r\n\u2028\u2029]+/g;
const INVISIBLE = /[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;
const SMART: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '′': "'",
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '…': '...',
  '：': ':',
  '／': '/',
  '．': '.',
  '∕': '/',
  '⁄': '/',
  '？': '?',
  '＃': '#',
};
const SMART_CHARACTERS = new RegExp(`[${Object.keys(SMART).join('')}]`, 'gu');
const ENTITIES = /&(?:amp|quot|apos|lt|gt|nbsp|colon|sol|#\d{1,6}|#x[0-9a-f]{1,6});/gi;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  colon: ':',
  sol: '/',
};
/** The opening quote of a value in a list belongs to it. */
const ADDRESS_START = /(?<=[\s,;|])["'`<]?[a-z][a-z0-9+.-]{1,20}:\/\//gi;
const QUOTES: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '<': '>',
  '(': ')',
  '[': ']',
};
const MOST_SHOWN = 5;

/**
 * Finds what copying and pasting left in a redirect_uri, and the value that was probably meant. It never throws, and
 * leaves a clean value as it is.
 */
export function pastedUri(original: string): PastedUri {
  const traps: PasteTrap[] = [];
  const note = (kind: PasteTrapKind, seen: readonly string[]) => {
    if (seen.length > 0) traps.push({ kind, seen: [...new Set(seen)].slice(0, MOST_SHOWN) });
  };
  let text = original;
  const replace = (kind: PasteTrapKind, pattern: RegExp, by: (found: string) => string) => {
    // Tabs and line ends are named as what they are.
    const found = (text.match(pattern) ?? []).filter((each) => kind === 'line end' || !/^[\t\n]$/.test(each));
    note(kind, found.map(shown));
    text = text.replace(pattern, by);
  };
  replace('html entity', ENTITIES, decodeEntity);
  replace('smart character', SMART_CHARACTERS, (found) => SMART[found] ?? found);
  const lines = text
    .trimEnd()
    .split(LINE_ENDS)
    .map((line) => line.trim());
  replace('line end', LINE_ENDS, () => '\n');
  replace('invisible character', INVISIBLE, (found) => (found === '\t' || found === '\n' ? found : ''));
  // A list may stand one below the other; an address that was broken over lines is put together again.
  if (listed(text).length === 1 && lines.length > 1) {
    text = text
      .split('\n')
      .map((line) => line.trim())
      .join('');
  }
  const bare = text.trim();
  const around = [
    text.slice(0, text.length - text.trimStart().length),
    text.slice(text.trimEnd().length),
  ].map((space) => space.replaceAll('\n', ''));
  note('white space', around.filter((space) => space !== '').map(shown));
  const parts = listed(bare);
  note('joined list', parts.length > 1 ? [`${parts.length} addresses`] : []);
  const values = parts.map((part) => {
    const value = decoded(unquoted(part, note), note);
    note('callback URL', responseParameters(value));
    return withoutResponse(value);
  });
  return { original, traps: withoutDoubles(traps), values: values as [string, ...string[]] };
}

/** The addresses of a text in which several follow each other; the text itself where there is one. */
function listed(text: string): string[] {
  const starts = [...text.matchAll(ADDRESS_START)]
    .map(({ index }) => index)
    .filter((index) => !/^[\s"'`<([]*$/.test(text.slice(0, index)));
  const parts = [0, ...starts].map((start, index) => text.slice(start, starts[index] ?? text.length));
  return parts.length === 1 ? [text] : parts.map(withoutSeparators);
}

function withoutSeparators(text: string): string {
  let value = text.trim();
  while (/[,;|]$/.test(value)) value = value.slice(0, -1).trimEnd();
  return value;
}

function shown(text: string): string {
  return [...text].map((character) => characterName(character) ?? character).join('');
}

function decodeEntity(entity: string): string {
  const name = entity.slice(1, -1).toLowerCase();
  if (!name.startsWith('#')) return NAMED[name] ?? entity;
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
}

type Note = (kind: PasteTrapKind, seen: readonly string[]) => void;

/** Quotes and brackets around the value, and a comma or semicolon behind it, come from code and lists. */
function unquoted(text: string, note: Note): string {
  const seen: string[] = [];
  let value = text;
  for (;;) {
    const closing = QUOTES[value[0] ?? ''];
    if (/[,;]$/.test(value)) {
      seen.push(value.slice(-1));
      value = value.slice(0, -1).trimEnd();
    } else if (closing !== undefined && value.length > 1 && value.endsWith(closing)) {
      seen.push(value[0] ?? '', closing);
      value = value.slice(1, -1).trim();
    } else if (/^(?:["'`]|[[(<](?=["'`]))/.test(value)) {
      seen.push(value[0] ?? '');
      value = value.slice(1).trimStart();
    } else if (/(?:["'`]|(?<=["'`])[\])>])$/.test(value)) {
      seen.push(value.slice(-1));
      value = value.slice(0, -1).trimEnd();
    } else break;
  }
  note('quotes', seen);
  return value;
}

/** `https%3A%2F%2F…` was encoded for an address and kept like that; `%253A` was encoded twice. */
function decoded(text: string, note: Note): string {
  const whole = /^[a-z][a-z0-9+.-]*(%(?:25){0,5}3A)/i.exec(text)?.[1];
  if (whole !== undefined) {
    const isTwice = whole.length > 3;
    note(isTwice ? 'double-encoded value' : 'percent-encoded value', [whole]);
    let value = text;
    for (let round = 0; round < 6 && /^[a-z][a-z0-9+.-]*%/i.test(value); round++) value = decodeOnce(value);
    return value;
  }
  const twice = text.match(/%25[0-9a-f]{2}/gi) ?? [];
  note('double-encoded value', twice);
  return twice.length > 0 ? text.replace(/%25(?=[0-9a-f]{2})/gi, '%') : text;
}

function decodeOnce(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      // Bytes that are no UTF-8 stay; what is ASCII is decoded all the same.
      return escaped.replace(/%[0-7][0-9a-f]/gi, decodeURIComponent);
    }
  });
}

function withoutDoubles(traps: readonly PasteTrap[]): PasteTrap[] {
  return [...new Set(traps.map(({ kind }) => kind))].map((kind) => ({
    kind,
    seen: [...new Set(traps.filter((trap) => trap.kind === kind).flatMap(({ seen }) => seen))],
  }));
}

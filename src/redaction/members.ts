import { isTokenLike } from './credential.ts';
import { unescaped } from './escapes.ts';

/** A name and what stands between it and its value, in JSON, JavaScript, YAML, PHP and files of settings. */
const NAMED = /(?<![\w.-])([\w.-]{1,80})(\\*["'])?\s*(?:=>|[:=])\s*/g;

/** Elements and fields whose values are credentials by their names. */
const ELEMENT = /(<((?:[\w.-]+:)?[\w.-]+)(?:\s[^<>]*)?>)([^<>]+)(?=<\/)/g;

const FIELD = /<(?:input|button|meta|option)\b[^<>]*>/gi;

/** What the doctor makes of a secret. */
const MASKED = /^.{0,3}\*\*\*(?: \(\d+ characters\))?$/;

interface MemberRules {
  readonly lookup: (name: string, value: string) => string | undefined;
  readonly label: (name: string) => string;
}

/** Masks the values of members that are credentials by their names, in whatever notation they stand in a text. */
export function maskMembers(text: string, rules: MemberRules): string {
  const withoutMembers = /[:=]/.test(text) ? maskNamed(text, rules) : text;
  if (!withoutMembers.includes('<')) return withoutMembers;
  return withoutMembers
    .replace(ELEMENT, (whole, start: string, name: string, value: string) =>
      isTokenLike(name, value.trim()) && value.trim() !== '' && !value.includes('‹')
        ? `${start}‹${rules.label(name)}›`
        : whole,
    )
    .replace(FIELD, (tag) => maskField(tag, rules));
}

function maskNamed(text: string, { lookup, label }: MemberRules): string {
  let masked = '';
  let from = 0;
  for (const match of text.matchAll(NAMED)) {
    const [whole, name = '', quote] = match;
    const start = match.index + whole.length;
    if (start < from || start >= text.length) continue;
    const { end, value, open, close } = valueAt(text, start);
    if (end <= start || value === '' || value.startsWith('‹') || value.includes('{{') || MASKED.test(value))
      continue;
    const known = open === '' ? undefined : lookup(name, unescaped(value));
    // "token: shown below" is a sentence.
    const isPlain = open === '' && quote === undefined && !/\d/.test(value);
    if (known === undefined && (isPlain || !isTokenLike(name, value))) continue;
    masked += `${text.slice(from, start)}${open}‹${known ?? label(name)}›${close}`;
    from = end;
  }
  return masked + text.slice(from);
}

/** A value in quotes (which may be escaped), a list or object as a whole, or a word. */
function valueAt(text: string, start: number): { end: number; value: string; open: string; close: string } {
  const quote = /\\*["'`]/y;
  quote.lastIndex = start;
  const open = quote.exec(text)?.[0];
  if (open !== undefined) {
    let end = text.indexOf(open, start + open.length);
    while (end > 0 && text[end - 1] === '\\') end = text.indexOf(open, end + 1);
    const value = text.slice(start + open.length, end === -1 ? undefined : end);
    return { end: end === -1 ? text.length : end + open.length, value, open, close: end === -1 ? '' : open };
  }
  const end = /[[{]/.test(text[start] ?? '') ? endOfGroup(text, start) : endOfWord(text, start);
  return { end, value: text.slice(start, end), open: '', close: '' };
}

/** Where the bracket that opens at `start` is closed; the end of the text where it is not. */
function endOfGroup(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (/[[{]/.test(text[at] as string)) depth += 1;
    if (/[\]}]/.test(text[at] as string)) depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}

function endOfWord(text: string, start: number): number {
  const word = /[^\s,;&"'<>)\]}]*/y;
  word.lastIndex = start;
  return start + (word.exec(text)?.[0].length ?? 0);
}

function maskField(tag: string, { label }: MemberRules): string {
  const name = /\bname\s*=\s*["']?([^\s"'<>]+)/i.exec(tag)?.[1] ?? 'value';
  return tag.replace(
    /(\b(?:value|content)\s*=\s*)("[^"]*"|'[^']*'|[^\s"'<>]+)/gi,
    (whole, start: string, value: string) =>
      /^["']?(?:‹|["']$|\{\{)/.test(value) ? whole : `${start}"‹${label(name)}›"`,
  );
}

import { isTokenLike } from './credential.ts';
import { type Ends, endsIn } from './ends.ts';
import { unescaped } from './escapes.ts';

/** A name and what stands between it and its value, in JSON, JavaScript, YAML, PHP and files of settings. */
const NAMED = /(?<![\w.-])([\w.-]{1,80})(\\*["'])?\s*(?:=>|[:=])\s*/g;

/** Elements and fields whose values are credentials by their names. */
const ELEMENT = /(<((?:[\w.-]+:)?[\w.-]+)(?:\s[^<>]*)?>)([^<>]+)(?=<\/)/g;

const FIELD = /<(?:input|button|meta|option)\b[^<>]*>/gi;

/** So much of a value tells what it is: names stand in one another, and each may have the rest of a page for a value. */
const JUDGED = 512;

/** What says that a value is missing; more than that is a value. */
const VARIABLE = /^(?:\w+ )?\{\{[\w.$-]+\}\}$/;

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
  const ends = endsIn(text);
  for (const match of text.matchAll(NAMED)) {
    const [named, name = '', quote] = match;
    const start = match.index + named.length;
    if (start < from || start >= text.length) continue;
    const { end, whole, open, close } = valueAt(text, start, ends);
    const value = whole.slice(0, JUDGED);
    if (end <= start || value === '' || value.startsWith('‹') || VARIABLE.test(value) || MASKED.test(value))
      continue;
    const known = open === '' ? undefined : lookup(name, unescaped(whole));
    // "token: shown below" is a sentence.
    const isPlain = open === '' && quote === undefined && !/\d/.test(value);
    if (known === undefined && (isPlain || !isTokenLike(name, value))) continue;
    masked += `${text.slice(from, start)}${open}‹${known ?? label(name)}›${close}`;
    from = end;
  }
  return masked + text.slice(from);
}

interface Value {
  readonly end: number;
  readonly whole: string;
  readonly open: string;
  readonly close: string;
}

/** A value in quotes (which may be escaped), a list or object as a whole, or a word. */
function valueAt(text: string, start: number, ends: Ends): Value {
  const quote = /\\*["'`]/y;
  quote.lastIndex = start;
  const open = quote.exec(text)?.[0];
  if (open !== undefined) {
    let end = text.indexOf(open, start + open.length);
    while (end > 0 && text[end - 1] === '\\') end = text.indexOf(open, end + 1);
    const whole = text.slice(start + open.length, end === -1 ? undefined : end);
    return { end: end === -1 ? text.length : end + open.length, whole, open, close: end === -1 ? '' : open };
  }
  const end = /[[{]/.test(text[start] ?? '') ? ends.ofGroup(start) : ends.ofWord(start);
  return { end, whole: text.slice(start, end), open: '', close: '' };
}

function maskField(tag: string, { label }: MemberRules): string {
  const name = /\bname\s*=\s*["']?([^\s"'<>]+)/i.exec(tag)?.[1] ?? 'value';
  return tag.replace(
    /(\b(?:value|content)\s*=\s*)("[^"]*"|'[^']*'|[^\s"'<>]+)/gi,
    (whole, start: string, value: string) =>
      /^["']?(?:‹|["']$|\{\{)/.test(value) ? whole : `${start}"‹${label(name)}›"`,
  );
}

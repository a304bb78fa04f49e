import { printable } from './printable.ts';
import type { Redacted } from './result.ts';
import { spellings } from './spellings.ts';

/** Shorter values are masked only where they are the whole value of a parameter: masking them would shred the text. */
const SHORTEST = 6;

/** Chai and others cut long values off; so much of a secret's beginning already counts as the secret. */
const HEAD = 12;

/** Parameters whose values are nobody's business, whether the value is known or not. */
const PRIVATE_PARAMETER =
  /((?:^|[?&#;\s"'(])(code|state|nonce|access_token|refresh_token|id_token|token|client_secret|client_assertion|code_verifier|password|session_password|csrfToken|loginCsrfParam)=)([^&\s"'<>#;,)]+)/g;

/** The same in JSON and in objects as Node prints them. `code` and `state` are not among them: errors have codes. */
const PRIVATE_MEMBER =
  /(\b(access_token|refresh_token|id_token|client_secret|client_assertion|code_verifier|password)\\*["']?\s*:\s*\\*["'])([^"'\\]+)/g;

/** Knows secrets, and makes text that does not contain them. */
export interface Redactor {
  /** Adds a secret; empty values are ignored, and the first name of a value wins. */
  learn(name: string, value: string): void;
  /** The text with every known secret, in every spelling, replaced by `‹name›`, and without control characters. */
  text(value: string): Redacted;
}

interface Needle {
  readonly name: string;
  readonly spelling: string;
  readonly head: string;
}

/** A redactor that knows nothing yet. */
export function createRedactor(): Redactor {
  const names = new Map<string, string>();
  let needles: { all: readonly Needle[]; pattern: RegExp } | undefined;

  function prepare() {
    if (needles !== undefined) return needles;
    const all = [...names]
      .filter(([value]) => value.length >= SHORTEST)
      .flatMap(([value, name]) =>
        spellings(value).map((spelling) => ({ name, spelling, head: spelling.slice(0, HEAD) })),
      );
    const heads = [...new Set(all.map((needle) => needle.head))].map(escapePattern);
    needles = { all, pattern: heads.length === 0 ? /(?!)/g : new RegExp(heads.join('|'), 'g') };
    return needles;
  }

  return {
    learn(name, value) {
      if (value === '' || names.has(value)) return;
      names.set(value, name);
      needles = undefined;
    },
    text(value) {
      const { all, pattern } = prepare();
      let text = maskNeedles(printable(value), all, pattern);
      text = maskBase64(text, (decoded) => findNeedle(decoded, all, pattern)?.needle.name);
      text = maskBasic(maskShort(text, names));
      text = text.replace(PRIVATE_PARAMETER, maskValue).replace(PRIVATE_MEMBER, maskValue);
      return text as Redacted;
    },
  };
}

function maskValue(whole: string, start: string, name: string, shown: string): string {
  const told = ['‹', '{{', '%7B%7B'].some((beginning) => shown.startsWith(beginning));
  return told ? whole : `${start}‹${name}›`;
}

function maskNeedles(text: string, all: readonly Needle[], pattern: RegExp): string {
  let masked = '';
  let from = 0;
  for (
    let found = findNeedle(text, all, pattern, from);
    found;
    found = findNeedle(text, all, pattern, from)
  ) {
    masked += `${text.slice(from, found.index)}‹${found.needle.name}›`;
    from = found.index + found.length;
  }
  return masked + text.slice(from);
}

/** The first place, from `from` on, where a secret stands; of several secrets the one that agrees furthest. */
function findNeedle(text: string, all: readonly Needle[], pattern: RegExp, from = 0) {
  pattern.lastIndex = from;
  const index = pattern.exec(text)?.index;
  if (index === undefined) return undefined;
  let best: { agreed: number; needle: Needle } | undefined;
  for (const needle of all) {
    if (!text.startsWith(needle.head, index)) continue;
    const agreed = agreement(text, index, needle.spelling);
    if (best === undefined || agreed > best.agreed) best = { agreed, needle };
  }
  if (best === undefined) return undefined;
  const { agreed, needle } = best;
  const rest = agreed === needle.spelling.length ? 0 : restOfWord(text, index + agreed);
  return { index, length: agreed + rest, needle };
}

function agreement(text: string, index: number, spelling: string): number {
  let length = 0;
  while (length < spelling.length && text[index + length] === spelling[length]) length += 1;
  return length;
}

/** Where the text departs from the secret, what follows may be more of it in a spelling that is not known. */
function restOfWord(text: string, index: number): number {
  const rest = /[^\s"'<>&,;…)\]}]*/y;
  rest.lastIndex = index;
  return rest.exec(text)?.[0].length ?? 0;
}

/**
 * Masks what looks like base64 or base64url and decodes to something with a secret in it, such as the credentials
 * of HTTP Basic. The beginning is not known (a slash before it belongs to the alphabet), so all four are tried.
 */
function maskBase64(text: string, nameIn: (decoded: string) => string | undefined): string {
  return text.replace(/[A-Za-z0-9+/_-]{8,}={0,2}/g, (run) => {
    for (let skip = 0; skip < 4; skip += 1) {
      const name = nameIn(Buffer.from(run.slice(skip), 'base64').toString('utf8'));
      if (name !== undefined) return `${run.slice(0, skip)}‹${name}›`;
    }
    return run;
  });
}

/** Credentials of HTTP Basic are masked even if nobody told which part of them is secret. */
function maskBasic(text: string): string {
  return text.replace(/\b(Basic +)([A-Za-z0-9+/]+={0,2})/g, (whole, scheme: string, credentials: string) =>
    /^[\x20-\x7e]+:[\x20-\x7e]*$/.test(Buffer.from(credentials, 'base64').toString('latin1'))
      ? `${scheme}‹credentials›`
      : whole,
  );
}

function maskShort(text: string, names: ReadonlyMap<string, string>): string {
  let masked = text;
  for (const [value, name] of names) {
    if (value.length >= SHORTEST) continue;
    for (const spelling of spellings(value)) {
      const whole = escapePattern(spelling);
      masked = masked
        .replace(
          new RegExp(`([\\w\\]]=)${whole}(?=$|[&;,\\s"'<>)#])`, 'g'),
          (_, start) => `${start}‹${name}›`,
        )
        .replace(new RegExp(`("\\s*:\\s*")${whole}(?=")`, 'g'), (_, start) => `${start}‹${name}›`);
    }
  }
  return masked;
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}

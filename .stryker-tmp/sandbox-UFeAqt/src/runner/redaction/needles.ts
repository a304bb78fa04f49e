/** How many characters are looked up at once. A shorter secret is not looked for in free text. */
// @ts-nocheck

export const WINDOW = 6;

/** Every so many characters of a long secret a window of it is kept: 16 in a row are found wherever they begin. */
const STRIDE = 8;

/** Of shorter ones every window is kept. */
const LONG = 64;

/** So much of a secret's beginning already counts as the secret. */
const HEAD = 12;

/**
 * So much from the middle of it does: some frameworks split one token over several cookies or headers. Of a short
 * secret, most of it.
 */
const fragmentOf = (length: number) => Math.min(16, Math.max(10, Math.ceil(length * 0.7)));

/** Secrets that share a window (all JSON Web Tokens begin alike) are compared one by one, up to so many. */
const MOST_ALIKE = 32;

interface Needle {
  readonly label: string;
  readonly text: string;
  /** It must not have letters or digits of a longer word beside it. */
  readonly word: boolean;
  /** Parts of it say nothing: it is an address, say. */
  readonly whole: boolean;
}

/** A place where a secret, or a telling part of it, stands. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

/** Finds many texts in one pass, in a time that depends on the length of the text and not on their number. */
export interface Needles {
  add(text: string, label: string, options: { readonly word: boolean; readonly whole: boolean }): void;
  find(text: string): Found[];
}

/** Spaces are `+` in forms, and nobody can tell from the text alone. */
function fold(code: number): number {
  return code === 0x2b ? 0x20 : code;
}

/** Needles by the hash of a window of them, as in Rabin and Karp's search. */
export function createNeedles(): Needles {
  const windows = new Map<number, { needle: Needle; offset: number }[]>();

  /** The longest match that goes through the window at `at`; it begins at `from` or later. */
  function matchAt(text: string, at: number, hash: number, from: number): Found | undefined {
    let best: (Found & { agreed: number }) | undefined;
    for (const { needle, offset } of windows.get(hash) ?? []) {
      const found = agreement(text, at, needle, offset, from);
      if (found !== undefined && (best === undefined || found.agreed > best.agreed)) best = found;
    }
    return best;
  }

  return {
    add(text, label, options) {
      const needle = { text, label, ...options };
      const stride = text.length > LONG ? STRIDE : 1;
      for (let offset = 0; offset + WINDOW <= text.length; offset += stride) {
        const hash = hashAt(text, offset);
        const alike = windows.get(hash) ?? [];
        if (alike.length < MOST_ALIKE) windows.set(hash, [...alike, { needle, offset }]);
        if (options.whole || options.word) break;
      }
    },
    find(text) {
      const found: Found[] = [];
      let from = 0;
      for (let at = 0, hash = 0; at + WINDOW <= text.length; at += 1) {
        hash = at === 0 ? hashAt(text, 0) : rolled(hash, text, at);
        if (at < from || !windows.has(hash)) continue;
        const match = matchAt(text, at, hash, from);
        if (match === undefined) continue;
        found.push(match);
        from = match.end;
      }
      return found;
    },
  };
}

function agreement(
  text: string,
  at: number,
  needle: Needle,
  offset: number,
  from: number,
): (Found & { agreed: number }) | undefined {
  let left = 0;
  while (left < offset && at - left - 1 >= from && same(text, at - left - 1, needle.text, offset - left - 1))
    left += 1;
  let right = 0;
  while (offset + right < needle.text.length && same(text, at + right, needle.text, offset + right))
    right += 1;
  const [start, end, agreed] = [at - left, at + right, left + right];
  const { label } = needle;
  if (agreed === needle.text.length) {
    return needle.word && hasNeighbours(text, start, end) ? undefined : { start, end, label, agreed };
  }
  if (needle.whole || needle.word || right < WINDOW) return undefined;
  // Where the text departs from the secret, what follows may be more of it in a spelling that is not known.
  const beyond = end + restOfWord(text, end);
  // Chai and others cut long values off.
  const head = /^(?:…|\.\.\.)/.test(text.slice(beyond, beyond + 3)) ? WINDOW : HEAD;
  if (agreed < (left === offset ? head : fragmentOf(needle.text.length))) return undefined;
  return { start, end: beyond, label, agreed };
}

function same(text: string, at: number, other: string, offset: number): boolean {
  return fold(text.charCodeAt(at)) === fold(other.charCodeAt(offset));
}

function hasNeighbours(text: string, start: number, end: number): boolean {
  const letter = /[\p{L}\p{N}]/u;
  return letter.test(text.charAt(start - 1)) || letter.test(text.charAt(end));
}

function restOfWord(text: string, index: number): number {
  const rest = /[^\s"'<>&,;…)\]}]*/y;
  rest.lastIndex = index;
  return rest.exec(text)?.[0].length ?? 0;
}

const BASE = 257;
const LEADING = Array.from({ length: WINDOW - 1 }).reduce<number>((power) => Math.imul(power, BASE), 1);

function hashAt(text: string, at: number): number {
  let hash = 0;
  for (let index = at; index < at + WINDOW; index += 1) {
    hash = (Math.imul(hash, BASE) + fold(text.charCodeAt(index))) | 0;
  }
  return hash;
}

/** The hash of the window at `at`, made from that of the window before it. */
function rolled(hash: number, text: string, at: number): number {
  const without = (hash - Math.imul(fold(text.charCodeAt(at - 1)), LEADING)) | 0;
  return (Math.imul(without, BASE) + fold(text.charCodeAt(at + WINDOW - 1))) | 0;
}

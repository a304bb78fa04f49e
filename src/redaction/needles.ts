/** How many characters are looked up at once. A shorter secret is looked for by its words alone. */
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
const COMPARED = 32;

/** Of what is looked for as a whole so many characters are compared: a server may have chosen it, and its length. */
const LONGEST_WHOLE = 2048;

/** How a secret is looked for. */
export interface Manner {
  /** It must not have letters or digits of a longer word beside it. */
  readonly word: boolean;
  /** Parts of it say nothing: it is a URL, say. */
  readonly whole: boolean;
  /** It is the beginning of something longer: the rest of the word belongs to it. */
  readonly open?: boolean;
}

interface Needle extends Manner {
  readonly label: string;
  readonly text: string;
}

/** The secrets that share a window: some to be compared, and all of those that begin with it, by length and text. */
interface Alike {
  readonly compared: { readonly needle: Needle; readonly offset: number }[];
  readonly whole: Map<number, Map<string, Needle>>;
}

/** A place where a secret, or a telling part of it, stands. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

type Match = Found & { readonly agreed: number };

/** Finds many texts in one pass, in a time that depends on the length of the text and not on their number. */
export interface Needles {
  add(text: string, label: string, manner: Manner): void;
  find(text: string): Found[];
}

/** Spaces are `+` in forms, and nobody can tell from the text alone; letters count in either case. */
function fold(code: number): number {
  if (code === 0x2b) return 0x20;
  return code >= 0x41 && code <= 0x5a ? code | 0x20 : code;
}

/** The text as {@link Needles} compare it. */
function folded(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()).replaceAll('+', ' ');
}

/** Needles by the hash of a window of them, as in Rabin and Karp's search. */
export function createNeedles(): Needles {
  const windows = new Map<number, Alike>();

  /** The longest match that goes through the window at `at`; it begins at `from` or later. */
  function matchAt(words: Words, at: number, alike: Alike, from: number): Match | undefined {
    const { text } = words;
    let best: Match | undefined;
    for (const { needle, offset } of alike.compared) {
      const found = agreement(words, at, needle, offset, from);
      if (found !== undefined && (best === undefined || found.agreed > best.agreed)) best = found;
    }
    if (alike.compared.length < COMPARED) return best;
    for (const [length, byText] of alike.whole) {
      if (best !== undefined && length <= best.agreed) continue;
      const needle = byText.get(folded(text.slice(at, at + length)));
      if (needle !== undefined) best = agreement(words, at, needle, 0, from) ?? best;
    }
    return best;
  }

  return {
    add(whole, label, manner) {
      const isBeginning = manner.whole && whole.length > LONGEST_WHOLE;
      const text = isBeginning ? whole.slice(0, LONGEST_WHOLE) : whole;
      const needle = { text, label, ...manner, ...(isBeginning && { open: true }) };
      const stride = text.length > LONG ? STRIDE : 1;
      for (let offset = 0; offset + WINDOW <= text.length; offset += stride) {
        const hash = hashAt(text, offset);
        const alike: Alike = windows.get(hash) ?? { compared: [], whole: new Map() };
        windows.set(hash, alike);
        if (alike.compared.length < COMPARED) alike.compared.push({ needle, offset });
        if (offset === 0) keepWhole(alike.whole, needle);
        if (manner.whole || manner.word) break;
      }
    },
    find(text) {
      const found: Found[] = [];
      const words = wordsOf(text);
      let from = 0;
      for (let at = 0, hash = 0; at + WINDOW <= text.length; at += 1) {
        hash = at === 0 ? hashAt(text, 0) : rolled(hash, text, at);
        if (at < from) continue;
        const alike = windows.get(hash);
        const match = alike === undefined ? undefined : matchAt(words, at, alike, from);
        if (match === undefined) continue;
        found.push(match);
        from = match.end;
      }
      return found;
    },
  };
}

function keepWhole(whole: Alike['whole'], needle: Needle): void {
  const { length } = needle.text;
  const byText = whole.get(length) ?? new Map<string, Needle>();
  whole.set(length, byText);
  const text = folded(needle.text);
  if (!byText.has(text)) byText.set(text, needle);
}

function agreement(
  words: Words,
  at: number,
  needle: Needle,
  offset: number,
  from: number,
): Match | undefined {
  const { text } = words;
  let left = 0;
  while (left < offset && at - left - 1 >= from && same(text, at - left - 1, needle.text, offset - left - 1))
    left += 1;
  let right = 0;
  while (offset + right < needle.text.length && same(text, at + right, needle.text, offset + right))
    right += 1;
  const [start, end, agreed] = [at - left, at + right, left + right];
  const { label } = needle;
  if (agreed === needle.text.length) {
    if (needle.word && hasNeighbours(text, start, end)) return undefined;
    return { start, end: needle.open === true ? words.endAt(end) : end, label, agreed };
  }
  if (needle.whole || needle.word || right < WINDOW) return undefined;
  // Where the text departs from the secret, what follows may be more of it in a spelling that is not known.
  const beyond = words.endAt(end);
  // Chai and others cut long values off.
  const head = isCutAt(text, beyond) ? WINDOW : HEAD;
  if (agreed < (left === offset ? head : fragmentOf(needle.text.length))) return undefined;
  return { start, end: beyond, label, agreed };
}

/** Whether somebody marked here that he had cut off the rest. */
export function isCutAt(text: string, index: number): boolean {
  return /^\s?[[(<]?(?:…|\.\.\.|truncated|cut)/i.test(text.slice(index, index + 12));
}

function same(text: string, at: number, other: string, offset: number): boolean {
  return fold(text.charCodeAt(at)) === fold(other.charCodeAt(offset));
}

/** Whether letters or digits stand right before or behind a place. */
export function hasNeighbours(text: string, start: number, end: number): boolean {
  const letter = /[\p{L}\p{N}]/u;
  return letter.test(text.charAt(start - 1)) || letter.test(text.charAt(end));
}

/** A text, and where the word ends in which a place is. */
interface Words {
  readonly text: string;
  readonly endAt: (index: number) => number;
}

/** Every place in one word has the same end, and a page may be a single word: it is looked for once. */
function wordsOf(text: string): Words {
  const rest = /(?:(?!\.\.\.)[^\s"'<>&,;…)[\]}])*/y;
  let [from, end] = [0, -1];
  return {
    text,
    endAt: (index) => {
      if (index >= from && index <= end) return end;
      rest.lastIndex = index;
      [from, end] = [index, index + (rest.exec(text)?.[0].length ?? 0)];
      return end;
    },
  };
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

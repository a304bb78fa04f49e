import { isTokenLike, withoutCredentials } from './credential.ts';
import { bytesWithin } from './encoded-bytes.ts';
import { withoutEscapes, withoutQuotedPrintable } from './escapes.ts';
import { formsOf } from './forms.ts';
import { harmlessShape } from './harmless.ts';
import { createNeedles, type Found, type Needles, WINDOW } from './needles.ts';
import { normalized } from './normalized.ts';
import { isPrivateName, maskBasic, maskParameters } from './parameters.ts';
import type { Redacted } from './redacted.ts';
import { isCommon, mannerOf } from './secrecy.ts';
import { lettersOf, withoutSeparators } from './separated.ts';
import { shortWordsIn } from './short-words.ts';
import { originOf, type View } from './view.ts';

/** How often escapes may lie in one another: a URL in a URL in JSON in HTML. */
const LAYERS = 8;

/** How often bytes may: base64 of base64. */
const DEPTH = 4;

/** The end of a cut text may hold the beginning of a secret: so many characters of it are not shown. */
const RAGGED = 2048;

/** Characters of a name that a mask shows. */
const LONGEST_LABEL = 48;

/** Knows secrets, and makes text that does not contain them. */
export interface Redactor {
  /** Adds a secret, and what it is without spaces around it; empty values are ignored, the first name of a value wins. */
  learn(name: string, value: string): void;
  /** Adds a value that was seen on the way and may be secret: looked for only where it can be mistaken for nothing else. */
  observe(name: string, value: string): void;
  /**
   * The text with every known secret, in every spelling, replaced by `‹name·1›`, and without what cannot be written.
   * The number tells values of the same name apart; a value that is private by its place alone has none.
   */
  text(value: string): Redacted;
  /**
   * The beginning of {@link text}. A text is redacted whole and cut afterwards: of half a secret nobody could tell.
   *
   * @param longest characters
   * @param isCut the value was cut already; its ragged end is left out
   */
  beginning(
    value: string,
    longest: number,
    isCut?: boolean,
  ): { readonly text: Redacted; readonly cut: boolean };
  /** {@link text} for what was judged part by part already: only known secrets are masked. */
  known(value: string): Redacted;
  /** The value of a parameter, header or member: masked also when its name alone says that it is private. */
  field(name: string, value: string): Redacted;
  /** Adds a value that everybody may see: a setting that is no secret, a URL that the run was given. */
  know(value: string): void;
  /** Whether a value is one of those. */
  isPublic(value: string): boolean;
  /** A mask with this name in it, for a value that is not shown whatever it is. */
  mask(name: string): Redacted;
}

/**
 * A redactor that knows nothing yet.
 *
 * It does not guess how a secret may be spelled: it undoes the spelling of the text, layer by layer, and looks for
 * the secret as it is. The time for a text grows with its length alone, however many secrets are known.
 *
 * @param isLenient parameters of URLs are shown unless their names say that they are private: for URLs that a person
 * has given and wants to read
 */
export function createRedactor({ isLenient = false }: { readonly isLenient?: boolean } = {}): Redactor {
  const labels = new Map<string, string>();
  const counts = new Map<string, number>();
  /** Short and common values by their text, and the names of parameters that are known to hold them. */
  const timid = new Map<string, { label: string; name: string }>();
  /** Too short for the search in windows: they are masked where they stand alone. */
  const words = new Map<string, string>();
  const search: Search = { plain: createNeedles(), letters: createNeedles(), words };
  /** Names and URLs come again and again. Forgotten as soon as something new is known. */
  const shown = new Map<string, Redacted>();
  const shownLabels = new Map<string, string>();
  const publicValues = new Set<string>();

  function labelFor(name: string, value: string): string | undefined {
    if (value === '' || labels.has(value)) return undefined;
    shown.clear();
    shownLabels.clear();
    const number = (counts.get(name) ?? 0) + 1;
    counts.set(name, number);
    const label = `${name}·${number}`;
    labels.set(value, label);
    return label;
  }

  function add(value: string, label: string, name: string): void {
    if (value === '') return;
    if (value.length < WINDOW || isCommon(value)) {
      if (!timid.has(value)) timid.set(value, { label, name });
      return;
    }
    search.plain.add(value, label, mannerOf(value));
    const letters = lettersOf(value);
    if (letters.length < 8 || (/^\p{L}+$/u.test(letters) && letters.length < 16)) return;
    search.letters.add(letters, label, { word: false, whole: true });
  }

  function lookup(name: string, value: string): string | undefined {
    const entry = timid.get(value);
    if (entry === undefined) return undefined;
    const related = entry.name === name || entry.name.endsWith(` ${name}`) || isPrivateName(name);
    return related || !isCommon(value) ? shownLabel(entry.label) : undefined;
  }

  /** Names come from servers: a cookie may be called after a secret, and may be as long as a page. */
  function shownLabel(label: string): string {
    const before = shownLabels.get(label);
    if (before !== undefined) return before;
    const [, name = '', number = ''] = /^([\s\S]*?)(·\d+)?$/.exec(label) ?? [];
    const plain = replaced(normalized(name), rangesIn(normalized(name), search), () => '…').replace(
      /[‹›\s]+/g,
      ' ',
    );
    const safe = `${plain.length > LONGEST_LABEL ? `${plain.slice(0, LONGEST_LABEL)}…` : plain}${number}`;
    shownLabels.set(label, safe);
    return safe;
  }

  function masked(value: string, until: number): string {
    return replaced(value, rangesIn(value, search), ({ label }) => `‹${shownLabel(label)}›`, until);
  }

  function finished(text: string): Redacted {
    return maskParameters(maskBasic(text), { lookup, shown: shownInUrl, label: shownLabel }) as Redacted;
  }

  /** What a list calls harmless, and does not look like a credential. Masks of known secrets stand in it already. */
  function shownInUrl(name: string, value: string): string | undefined {
    if (isLenient) return isPrivateName(name) || isTokenLike(name, value) ? undefined : value;
    if (harmlessShape('query', name) === undefined && !publicValues.has(value)) return undefined;
    return withoutCredentials(value, (run) => (publicValues.has(run) ? run : '‹credential›'));
  }

  function text(value: string): Redacted {
    const before = shown.get(value);
    if (before !== undefined) return before;
    const result = finished(masked(normalized(value), Number.POSITIVE_INFINITY));
    shown.set(value, result);
    return result;
  }

  return {
    learn(name, value) {
      const label = labelFor(name, value);
      if (label === undefined) return;
      for (const form of formsOf(value)) {
        add(form, label, name);
        if (form.length >= 4 && form.length < WINDOW && !isCommon(form)) words.set(form.toLowerCase(), label);
      }
    },
    observe(name, value) {
      if (publicValues.has(value)) return;
      const label = labelFor(name, value);
      if (label === undefined) return;
      for (const form of formsOf(value)) add(form, label, name);
    },
    text,
    known: (value) => maskBasic(masked(normalized(value), Number.POSITIVE_INFINITY)) as Redacted,
    beginning(value, longest, isCut = false) {
      const whole = normalized(value);
      const until =
        isCut && whole.length < longest + RAGGED ? Math.max(0, whole.length - RAGGED) : whole.length;
      const result = finished(masked(whole, until));
      if (result.length <= longest) return { text: result, cut: isCut };
      return { text: result.slice(0, longest).replace(/‹[^‹›]*$/, '') as Redacted, cut: true };
    },
    field(name, value) {
      const result = text(value);
      if (result !== normalized(value)) return result;
      const label = lookup(name, value) ?? (isPrivateName(name) ? shownLabel(name) : undefined);
      const told = value === '' || /^\{\{[\w.$-]+\}\}$/.test(value);
      return label === undefined || told ? result : (`‹${label}›` as Redacted);
    },
    know: (value) => {
      publicValues.add(value);
    },
    isPublic: (value) => publicValues.has(value),
    mask: (name) => `‹${shownLabel(name)}›` as Redacted,
  };
}

/** What is looked for. */
interface Search {
  readonly plain: Needles;
  /** Letters and digits of secrets, without what stands between them. */
  readonly letters: Needles;
  readonly words: ReadonlyMap<string, string>;
}

/** Secrets in a text, in the order of their places. */
function rangesIn(text: string, search: Search): Found[] {
  return ranges({ text }, search, DEPTH).sort((one, other) => one.start - other.start);
}

function replaced(
  text: string,
  found: readonly Found[],
  mask: (found: Found) => string,
  until = Number.POSITIVE_INFINITY,
): string {
  let masked = '';
  let from = 0;
  for (let index = 0; index < found.length && from < until; ) {
    const first = found[index] as Found;
    // What overlaps is one mask, named after the longest: a token, not the piece of it that another secret shares.
    let [end, longest] = [first.end, first];
    for (index += 1; index < found.length && (found[index] as Found).start < end; index += 1) {
      const next = found[index] as Found;
      end = Math.max(end, next.end);
      if (next.end - next.start > longest.end - longest.start) longest = next;
    }
    if (first.start >= until) break;
    masked += `${text.slice(from, first.start)}${mask(longest)}`;
    from = end;
  }
  return masked + text.slice(from, Math.max(from, until));
}

/** Where secrets stand in a view, in places of the original; bytes within it are looked through `depth` times. */
function ranges(start: View, search: Search, depth: number): Found[] {
  const found: Found[] = [];
  const lookAt = (view: View, needles: Pick<Needles, 'find'>, through: View = view) => {
    for (const one of needles.find(through.text)) {
      found.push({ label: one.label, ...originOf(through, one.start, one.end) });
    }
  };
  let view: View | undefined = start;
  for (let layer = 0; view !== undefined && layer < LAYERS; layer += 1) {
    lookAt(view, search.plain);
    // What is bytes in bytes is noise for the most part, in which short words stand by chance.
    if (depth === DEPTH) {
      lookAt(view, shortWordsIn(search.words));
      const letters = withoutSeparators(view);
      if (letters !== undefined) lookAt(view, search.letters, letters);
    }
    if (depth > 0) for (const inner of bytesWithin(view)) found.push(...ranges(inner, search, depth - 1));
    const quoted = layer === 0 ? withoutQuotedPrintable(view) : undefined;
    if (quoted !== undefined) found.push(...ranges(quoted, search, Math.min(depth, 1)));
    view = withoutEscapes(view);
  }
  return found;
}

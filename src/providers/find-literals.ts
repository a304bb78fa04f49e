import type { ErrorLiteral, ProviderFacts } from './facts.ts';

/** A literal of the atlas that a text holds. */
export interface FoundLiteral {
  readonly provider: ProviderFacts;
  readonly literal: ErrorLiteral;
  /** What stood in place of `{requested}`, `{registered}` and the like. */
  readonly values: Readonly<Record<string, string>>;
  /** The words as they stand in the text. */
  readonly words: string;
}

/**
 * Finds the literals of the atlas in a text, the longest first: the more words agree, the surer it is.
 *
 * Case, white space and the kind of quotation mark do not count. Nothing is decoded here: whoever has a page, a JSON
 * body or a URL passes what a person would read in it.
 */
export function findLiterals(text: string, providers: readonly ProviderFacts[]): FoundLiteral[] {
  const found = providers.flatMap((provider) =>
    provider.errors.flatMap((literal): FoundLiteral[] => {
      const match = literalIn(text, literal.text);
      return match === undefined ? [] : [{ provider, literal, ...match }];
    }),
  );
  return found.sort((one, other) => other.literal.text.length - one.literal.text.length);
}

/**
 * Which provider a text comes from: the one that the identifying literals name.
 *
 * @returns undefined where there is none, or where two providers are named: then nobody is claimed
 */
export function identifiedProvider(found: readonly FoundLiteral[]): ProviderFacts | undefined {
  const named = new Set(
    found.filter(({ literal }) => literal.recognition === 'identifies').map(({ provider }) => provider),
  );
  const [provider] = named;
  return named.size === 1 ? provider : undefined;
}

const patterns = new Map<string, RegExp>();

/**
 * Looks for one literal.
 *
 * @returns undefined where the text does not hold it
 */
export function literalIn(text: string, literal: string): Pick<FoundLiteral, 'values' | 'words'> | undefined {
  let pattern = patterns.get(literal);
  if (pattern === undefined) {
    pattern = literalPattern(literal);
    patterns.set(literal, pattern);
  }
  const match = pattern.exec(text);
  return match === null ? undefined : { values: { ...match.groups }, words: match[0] };
}

/** A word of the literal is never part of a longer one: AADSTS50011 is not in AADSTS500112. */
function literalPattern(literal: string): RegExp {
  const pieces = literal.split(/\{(\w+)\}/);
  const source = pieces
    .map((piece, index) => (index % 2 === 0 ? textSource(piece) : valueSource(piece, pieces[index + 1])))
    .join('');
  const before = /^\w/.test(literal) ? '(?<!\\w)' : '';
  const after = /\w$/.test(literal) ? '(?!\\w)' : '';
  return new RegExp(`${before}${source}${after}`, 'i');
}

function textSource(text: string): string {
  return text
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/([:,]?)\s+/g, (_, mark: string) => (mark === '' ? '\\s+' : `${mark}\\s*`))
    .replace(/['‘’]/g, "['‘’]")
    .replace(/["“”]/g, '["“”]');
}

/** Most characters of a varying value; a redirect URI of more is accepted nowhere. */
const LONGEST = 2000;
/** Most characters of another value: a scope, a limit, the middle of a line. */
const LONGEST_WORDS = 300;
const URIS = ['requested', 'registered', 'settings', 'verb'];

/**
 * A value goes on to the text behind it, and at the end to the next space or quotation mark. The long ones have no white
 * space in them, so that no text makes the search slow.
 */
function valueSource(name: string, textBehind: string | undefined): string {
  const inner = URIS.includes(name) ? `\\S{1,${LONGEST}}?` : `[^\\n]{1,${LONGEST_WORDS}}?`;
  const value = textBehind ? inner : `[^\\s"'<>]{1,${LONGEST}}`;
  return `(?<${name}>${value})`;
}

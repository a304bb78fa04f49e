import jsonc from 'jsonc-parser';

/** What may come next at some place of a JSON text. */
type JsonState = 'value' | 'item' | 'firstItem' | 'firstName' | 'name' | 'colon' | 'afterValue' | 'end';

/** Where a text stops being JSON. */
export interface JsonMistake {
  /** In UTF-16 units; the length of the text where it ends too early. */
  readonly offset: number;
  readonly state: JsonState;
  /** The bracket that would have to be closed; left out outside of all of them. */
  readonly open?: string;
  /** A string begins there that is not closed on its line, or holds what no string may hold. */
  readonly isBadString: boolean;
  /** It is a bracket that opens one level too many. */
  readonly isTooDeep: boolean;
}

/** A token, by the character that it begins with; empty at the end of the text. */
interface Token {
  readonly offset: number;
  readonly first: string;
  readonly isBroken: boolean;
}

// SyntaxKind of jsonc-parser is a `const enum`, which no module outside of it can read.
const SPACE: readonly number[] = [14, 15];
const UNKNOWN = 16;
const COMMENTS: readonly number[] = [12, 13];

/**
 * Finds the first token of a text that may not stand where it stands (RFC 8259). The tokens are those of jsonc-parser,
 * whose scanner does not recurse as its parser does: a million brackets do not break the program.
 *
 * @param deepest levels of brackets from which on a bracket is a mistake, too
 * @returns undefined for JSON
 */
export function firstJsonMistake(text: string, deepest = Number.POSITIVE_INFINITY): JsonMistake | undefined {
  const next = tokensOf(text);
  const open: string[] = [];
  let state: JsonState = 'value';
  for (;;) {
    const { offset, first, isBroken } = next();
    const after: JsonState | undefined = isBroken ? undefined : stateAfter(state, first, open);
    const isTooDeep = open.length > deepest;
    if (after === undefined || isTooDeep) {
      const bracket = open.at(-1);
      const isBadString = isBroken && first === '"';
      return { offset, state, isBadString, isTooDeep, ...(bracket !== undefined && { open: bracket }) };
    }
    if (first === '') return undefined;
    state = after === 'afterValue' && open.length === 0 ? 'end' : after;
  }
}

/** Where the string ends that begins at an offset; undefined where it is broken. */
export function jsonStringEnd(text: string, offset: number): number | undefined {
  const scanner = jsonc.createScanner(text);
  scanner.setPosition(offset);
  scanner.scan();
  return scanner.getTokenError() === 0 ? scanner.getPosition() : undefined;
}

function tokensOf(text: string): () => Token {
  const scanner = jsonc.createScanner(text);
  return () => {
    let kind: number = scanner.scan();
    while (SPACE.includes(kind)) kind = scanner.scan();
    const offset = scanner.getTokenOffset();
    const isBroken = scanner.getTokenError() !== 0 || kind === UNKNOWN || COMMENTS.includes(kind);
    return { offset, first: text.charAt(offset), isBroken };
  };
}

/** The state after a token; undefined where the token may not stand. */
function stateAfter(state: JsonState, first: string, open: string[]): JsonState | undefined {
  switch (state) {
    case 'end':
      return first === '' ? 'end' : undefined;
    case 'firstName':
    case 'name':
      if (first === '"') return 'colon';
      return state === 'firstName' && first === '}' ? closed(open, '{') : undefined;
    case 'colon':
      return first === ':' ? 'value' : undefined;
    case 'afterValue':
      if (first === ',') return open.at(-1) === '{' ? 'name' : 'item';
      if (first === '}') return closed(open, '{');
      return first === ']' ? closed(open, '[') : undefined;
    default:
      if (first === ']' && state === 'firstItem') return closed(open, '[');
      return opened(first, open);
  }
}

function opened(first: string, open: string[]): JsonState | undefined {
  if (first === '' || ']}:,'.includes(first)) return undefined;
  if (first !== '{' && first !== '[') return 'afterValue';
  open.push(first);
  return first === '{' ? 'firstName' : 'firstItem';
}

function closed(open: string[], bracket: string): JsonState | undefined {
  if (open.at(-1) !== bracket) return undefined;
  open.pop();
  return 'afterValue';
}

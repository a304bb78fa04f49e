/** How often a text is freed of backslashes: JSON in a log of JSON is escaped twice, and a tool adds a third. */
const DEEPEST = 3;

/** Places in a text at which JSON is looked for. */
const MOST_ATTEMPTS = 40;

/** The JSON objects and lists in a text, and the text at the depth of escaping at which they were found. */
export interface JsonInText {
  readonly values: readonly object[];
  readonly text: string;
}

/**
 * Finds JSON wherever it stands: alone, as a string of JSON, in a line of a log, within a sentence, escaped several
 * times. Undefined where there is none. It never throws.
 */
export function jsonIn(text: string): JsonInText | undefined {
  let current = text;
  for (let depth = 0; depth <= DEEPEST; depth++) {
    const whole = parsed(current);
    if (typeof whole === 'string') return jsonIn(whole);
    const values = isContainer(whole) ? [whole] : piecesOf(current);
    if (values.length > 0) return { values, text: current };
    const next = withoutBackslashes(current);
    if (next === current) return undefined;
    current = next;
  }
  return undefined;
}

/** A text freed of one layer of backslashes: `\"` is `"`, `\n` a line end. */
export function withoutBackslashes(text: string): string {
  return text.replace(/\\(u[\da-f]{4}|[\s\S])/gi, (_whole, escaped: string) => {
    if (escaped.length === 5) return String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
    return ESCAPES[escaped] ?? escaped;
  });
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function piecesOf(text: string): object[] {
  const found: object[] = [];
  let attempts = 0;
  for (let at = text.indexOf('{'); at !== -1 && attempts < MOST_ATTEMPTS; at = text.indexOf('{', at)) {
    attempts += 1;
    const end = endOf(text, at);
    const value = end === undefined ? undefined : parsed(text.slice(at, end));
    if (isContainer(value) && Object.keys(value).length > 0) {
      found.push(value);
      at = end ?? at + 1;
    } else {
      at += 1;
    }
  }
  return found;
}

/** The place behind the bracket that closes the one at the start. */
function endOf(text: string, start: number): number | undefined {
  let depth = 0;
  let isInString = false;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (isInString) {
      if (character === '\\') at += 1;
      else if (character === '"') isInString = false;
    } else if (character === '"') isInString = true;
    else if (character === '{') depth += 1;
    else if (character === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
}

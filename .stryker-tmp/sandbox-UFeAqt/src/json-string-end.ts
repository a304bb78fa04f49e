// @ts-nocheck
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const FIRST_PRINTABLE = 0x20;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/**
 * Where a string of JSON ends (RFC 8259 section 7). Not by a pattern: one that repeats over megabytes overflows the
 * stack.
 *
 * @param offset of its opening quote
 * @returns the offset behind its closing quote; undefined where it has none, or holds what no string may hold
 */
export function jsonStringEnd(json: string, offset: number): number | undefined {
  for (let at = offset + 1; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (code === QUOTE) return at + 1;
    if (code < FIRST_PRINTABLE) return undefined;
    if (code !== BACKSLASH) continue;
    ESCAPE.lastIndex = at;
    if (!ESCAPE.test(json)) return undefined;
    at = ESCAPE.lastIndex - 1;
  }
  return undefined;
}

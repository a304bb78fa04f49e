const STRING = /"(?:[^"\\\n\r\t]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const SPACE = /[ \t\n\r]*/y;

/**
 * Where a text stops being JSON (RFC 8259): the offset of the first character that cannot stand there, or
 * `undefined` for valid JSON. `JSON.parse` names the place in some of its messages only.
 */
export function jsonErrorOffset(text: string): number | undefined {
  let at = 0;

  function take(pattern: RegExp): boolean {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) return false;
    at += match[0].length;
    return true;
  }

  function character(wanted: string): boolean {
    if (text[at] !== wanted) return false;
    at += 1;
    return true;
  }

  function member(): boolean {
    take(SPACE);
    if (!take(STRING)) return false;
    take(SPACE);
    return character(':') && value();
  }

  function list(end: string, item: () => boolean): boolean {
    take(SPACE);
    if (character(end)) return true;
    while (item()) {
      take(SPACE);
      if (character(end)) return true;
      if (!character(',')) return false;
    }
    return false;
  }

  function value(): boolean {
    take(SPACE);
    if (character('{')) return list('}', member);
    if (character('[')) return list(']', value);
    return take(STRING) || take(SCALAR);
  }

  if (!value()) return at;
  take(SPACE);
  return at === text.length ? undefined : at;
}

/** Line and column of an offset, both counted from 1. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

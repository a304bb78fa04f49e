/** Parts of `pm` that take long to build, and that few scripts look at. */
const PARTS = ['request', 'cookies'] as const;

type Part = (typeof PARTS)[number];

/**
 * A comment about a script, to be put before its call: which parts of `pm` it does not name, so that nobody needs to
 * build them. A script names a part as `pm.request`, `pm['request']` or `const { request } = pm`.
 */
export function noteUnnamed(source: string): string {
  const unnamed = PARTS.filter(
    (part) => isLibrary(source) || !new RegExp(`[.{,'"]\\s*${part}\\b`).test(source),
  );
  return unnamed.length === 0 ? '' : `/*without ${unnamed.join(' ')}*/`;
}

/** Whether a script only defines functions that others call with a `pm` of their own (src/collection/library.ts). */
function isLibrary(source: string): boolean {
  return /^(?:\(function [\s\S]{0,3000}? try \{ )?\/\/ The library of this collection: /.test(source);
}

const NOTE = /\/\*without ([a-z ]+)\*\//;

/**
 * What {@link noteUnnamed} has said of a script.
 *
 * @param exec the call, as a string or a list of lines; none of them for a script without a note
 */
export function unnamedParts(exec: unknown): Part[] {
  const [call] = Array.isArray(exec) ? exec : [exec];
  const words = (typeof call === 'string' && NOTE.exec(call.slice(0, LONGEST))?.[1]) || '';
  return PARTS.filter((part) => words.split(' ').includes(part));
}

/** The note stands at the beginning; a script without one may be long. */
const LONGEST = 100;

import { diffChars } from 'diff';

/** A part of a text, and whether another text differs there. */
export interface Stretch {
  readonly text: string;
  readonly differs: boolean;
}

/** URIs are short; of longer texts only the common beginning and the common end are looked for. */
const LONGEST = 500;

/** Of two texts that have less than this in common, single letters that happen to agree say nothing. */
const LEAST_IN_COMMON = 0.6;

/**
 * Two texts, each in stretches, with what the other one does not have in this place marked. The stretches of a text,
 * joined, are that text.
 */
export function differingStretches(one: string, other: string): [Stretch[], Stretch[]] {
  if (one.length > LONGEST || other.length > LONGEST) return differingMiddles(one, other);
  const changes = diffChars(one, other);
  const common = changes.reduce(
    (sum, { added, removed, value }) => sum + (added || removed ? 0 : value.length),
    0,
  );
  if (common < LEAST_IN_COMMON * Math.max(one.length, other.length)) return differingMiddles(one, other);
  const stretches = (left: 'added' | 'removed') =>
    changes.flatMap(({ added, removed, value }) =>
      (left === 'added' ? added : removed) ? [] : [{ text: value, differs: added || removed }],
    );
  const [byCharacter, middles] = [
    [stretches('added'), stretches('removed')] as [Stretch[], Stretch[]],
    differingMiddles(one, other),
  ];
  // One mark is easier to read than several of the same length.
  return differingLength(middles) <= differingLength(byCharacter) ? middles : byCharacter;
}

/** Marks everything between the common beginning and the common end. */
function differingMiddles(one: string, other: string): [Stretch[], Stretch[]] {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const stretches = (text: string): Stretch[] =>
    [
      { text: text.slice(0, start), differs: false },
      { text: text.slice(start, text.length - end), differs: true },
      { text: text.slice(text.length - end), differs: false },
    ].filter(({ text: stretch }) => stretch !== '');
  return [stretches(one), stretches(other)];
}

/** How many characters of two texts the other one does not have. */
export function differingLength(pair: readonly (readonly Stretch[])[]): number {
  return pair.flat().reduce((sum, { text, differs }) => sum + (differs ? text.length : 0), 0);
}

/**
 * Where the marks belong in a text: indexes of its UTF-16 units. Where the other text has something that this one
 * lacks, that is the place where it would stand.
 */
export function markedIndexes(own: readonly Stretch[], other: readonly Stretch[]): Set<number> {
  const marks = new Set<number>();
  let index = 0;
  for (const { text, differs } of own) {
    if (differs) for (let each = index; each < index + text.length; each++) marks.add(each);
    index += text.length;
  }
  if (marks.size > 0 || !other.some(({ differs }) => differs)) return marks;
  // Nothing is too much here: the places where something is missing.
  let common = 0;
  for (const { text, differs } of other) {
    if (differs) marks.add(common);
    else common += text.length;
  }
  return marks;
}

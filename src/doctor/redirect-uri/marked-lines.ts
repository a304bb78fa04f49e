import { differingStretches, markedIndexes } from '../../redirect-uri/character-marks.ts';
import { characterName } from '../../redirect-uri/characters.ts';
import type { UriComponent, UriPart } from '../../redirect-uri/uri-parts.ts';
import { uriParts } from '../../redirect-uri/uri-parts.ts';

/** Columns for a value; with its label it fits on a line of 80. */
const WIDTH = 62;

interface Cell {
  readonly text: string;
  readonly isMarked: boolean;
}

/**
 * Two values, one below the other, each with `^` below the characters that the other does not have in this place.
 * What cannot be seen is shown as `<space>` or `<U+200B>`. Where something is missing, the mark stands in its place.
 *
 * @param components the components that differ; empty: the texts are compared as a whole
 */
export function markedLines(
  requested: string,
  registered: string,
  components: readonly UriComponent[],
  labels: readonly [string, string] = ['sent', 'registered'],
): string[] {
  const [marksOfSent, marksOfKnown] = marksOf(requested, registered, components);
  const width = Math.max(...labels.map((label) => label.length)) + 2;
  return [
    ...line(labels[0].padEnd(width), requested, marksOfSent),
    ...line(labels[1].padEnd(width), registered, marksOfKnown),
  ];
}

/** One value with marks below the places that a predicate names. */
export function markedLine(label: string, text: string, isMarked: (character: string) => boolean): string[] {
  const marks = new Set<number>();
  let index = 0;
  for (const character of text) {
    if (isMarked(character)) marks.add(index);
    index += character.length;
  }
  return line(`${label}  `, text, marks);
}

function marksOf(
  one: string,
  other: string,
  components: readonly UriComponent[],
): [Set<number>, Set<number>] {
  const marks: [Set<number>, Set<number>] = [new Set(), new Set()];
  const [parts, otherParts] = [uriParts(one), uriParts(other)];
  if (components.length === 0) mark(whole(one), whole(other), marks);
  for (const component of components) {
    const [left, right] = [parts[component], otherParts[component]];
    const isOneSided = (left === undefined) !== (right === undefined);
    mark(
      withSeparator(left, component, isOneSided) ?? gap(parts, component),
      withSeparator(right, component, isOneSided) ?? gap(otherParts, component),
      marks,
    );
  }
  return marks;
}

/** A part that only one side has begins with its ":", "?" or "#". */
function withSeparator(
  part: UriPart | undefined,
  component: UriComponent,
  isOneSided: boolean,
): UriPart | undefined {
  if (part === undefined || !isOneSided || !['port', 'query', 'fragment'].includes(component)) return part;
  return { ...part, text: ` ${part.text}`, start: part.start - 1 };
}

function whole(text: string): UriPart {
  return { text, start: 0, end: text.length };
}

/** Where a component would stand that is not there: behind the last one in front of it. */
function gap(parts: ReturnType<typeof uriParts>, component: UriComponent): UriPart {
  const before: Readonly<Record<UriComponent, readonly UriComponent[]>> = {
    scheme: [],
    'user info': [],
    host: ['scheme'],
    port: ['host'],
    path: ['port', 'host'],
    query: ['path'],
    fragment: ['query', 'path'],
  };
  const place = before[component].map((name) => parts[name]?.end).find((end) => end !== undefined);
  const at = component === 'user info' ? (parts.host?.start ?? 0) : (place ?? 0);
  return { text: '', start: at, end: at };
}

/** Marks what differs between two parts. */
function mark(left: UriPart, right: UriPart, [ofLeft, ofRight]: [Set<number>, Set<number>]): void {
  const [own, other] = differingStretches(left.text, right.text);
  for (const index of markedIndexes(own, other)) ofLeft.add(left.start + index);
  for (const index of markedIndexes(other, own)) ofRight.add(right.start + index);
}

function line(label: string, text: string, marks: ReadonlySet<number>): string[] {
  const cells: Cell[] = [];
  let index = 0;
  for (const character of text) {
    cells.push({ text: characterName(character) ?? character, isMarked: marks.has(index) });
    index += character.length;
  }
  if (marks.has(text.length)) cells.push({ text: ' ', isMarked: true });
  const shown = cropped(cells);
  const underline = shown.map((cell) => (cell.isMarked ? '^' : ' ').repeat(cell.text.length)).join('');
  const value = `${label}${shown.map((cell) => cell.text).join('')}`.trimEnd();
  return underline.trim() === '' ? [value] : [value, `${' '.repeat(label.length)}${underline.trimEnd()}`];
}

/** A long value is cut so that its first mark can be seen. */
function cropped(cells: readonly Cell[]): readonly Cell[] {
  const length = cells.reduce((sum, cell) => sum + cell.text.length, 0);
  if (length <= WIDTH) return cells;
  const dots: Cell = { text: '...', isMarked: false };
  const first = Math.max(
    0,
    cells.findIndex((cell) => cell.isMarked),
  );
  let start = 0;
  if (cells.slice(0, first + 1).reduce((sum, cell) => sum + cell.text.length, 0) > WIDTH - 20)
    start = Math.max(0, first - 24);
  const shown: Cell[] = start > 0 ? [dots] : [];
  let used = start > 0 ? 3 : 0;
  let end = start;
  for (; end < cells.length; end++) {
    const size = cells[end]?.text.length ?? 0;
    if (used + size > WIDTH - 3) break;
    shown.push(cells[end] as Cell);
    used += size;
  }
  return end < cells.length ? [...shown, dots] : shown;
}

import { didYouMean } from '../../nearest.ts';
import type { Place } from '../../places-in.ts';
import { type Node, plainValue } from './node.ts';
import type { Problem, Row, Rows } from './row.ts';

/** Besides these, members that begin with `x-` are free: a place for what YAML's anchors name. */
const MEMBERS = ['targets', '$schema'];

/**
 * The rows of a file that is a list, or an object with a list named `targets`.
 *
 * @param place tells line and column of an offset
 */
export function rowsOfNode(root: Node, place: (offset: number) => Place): Rows {
  const problems: Problem[] = [];
  const list = root.kind === 'map' ? memberOf(root, 'targets') : root;
  if (root.kind === 'map') {
    for (const { key, offset } of root.entries) {
      if (MEMBERS.includes(key) || key.startsWith('x-')) continue;
      const text = `${JSON.stringify(key)} is unknown beside "targets". ${didYouMean(key, MEMBERS)}`.trim();
      problems.push({ at: place(offset), text });
    }
  }
  if (list?.kind !== 'list') {
    const text = 'a list of targets is expected, or an object with a list named "targets"';
    return { rows: [], problems: [{ at: place((list ?? root).offset), text }] };
  }
  const rows: Row[] = [];
  for (const item of list.items) {
    const at = place(item.offset);
    if (item.kind === 'map') rows.push(rowOf(item, at, place));
    else problems.push({ at, text: 'a target is an object with a name and settings' });
  }
  return { rows, problems };
}

function rowOf(node: Node, at: Place, place: (offset: number) => Place): Row {
  return {
    at,
    entry: plainValue(node) as Record<string, unknown>,
    placeOf: (path) => {
      let [there, offset]: [Node | undefined, number] = [node, node.offset];
      for (const part of path) {
        const found: Child | undefined = there === undefined ? undefined : childOf(there, part);
        if (found === undefined) break;
        [there, offset] = [found.node, found.offset];
      }
      return place(offset);
    },
  };
}

interface Child {
  readonly node: Node;
  readonly offset: number;
}

function childOf(node: Node, part: PropertyKey): Child | undefined {
  if (node.kind === 'list') {
    const item = node.items[Number(part)];
    return item === undefined ? undefined : { node: item, offset: item.offset };
  }
  const entry = node.kind === 'map' ? node.entries.find(({ key }) => key === part) : undefined;
  return entry === undefined ? undefined : { node: entry.value, offset: entry.offset };
}

function memberOf(node: Node, name: string): Node | undefined {
  return node.kind === 'map' ? node.entries.find(({ key }) => key === name)?.value : undefined;
}

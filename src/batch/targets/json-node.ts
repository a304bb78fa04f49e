import jsonc from 'jsonc-parser';
import { firstJsonMistake, type JsonMistake } from '../../json-mistake.ts';
import type { Node, NodeEntry } from './node.ts';

/** A mistake in the syntax of a file. */
export interface Mistake {
  readonly offset: number;
  readonly text: string;
}

/** No file of targets needs more, and a deeper one must not break the program. */
const DEEPEST = 20;

/**
 * Reads JSON (RFC 8259) with the place of every value, which JSON.parse does not tell. A name that stands twice in an
 * object is a mistake here: one of the two would be lost without a word.
 *
 * @param text without a byte order mark
 */
export function jsonNode(text: string): { readonly node: Node } | { readonly mistake: Mistake } {
  const mistake = firstJsonMistake(text, DEEPEST);
  if (mistake !== undefined) return { mistake: inWords(text, mistake) };
  const tree = jsonc.parseTree(text, [], { disallowComments: true });
  if (tree === undefined) throw new TypeError('Valid JSON has a value.');
  const twice = nameThatIsThereTwice(tree);
  if (twice !== undefined) {
    return { mistake: { offset: twice.offset, text: `${JSON.stringify(twice.value)} is there twice` } };
  }
  return { node: nodeOf(tree, text) };
}

/** The first one in the text. */
function nameThatIsThereTwice({ type, children = [] }: jsonc.Node): jsonc.Node | undefined {
  const taken = new Set<unknown>();
  for (const child of children) {
    const name = type === 'object' ? child.children?.[0] : undefined;
    if (name !== undefined && taken.has(name.value)) return name;
    taken.add(name?.value);
    const within = nameThatIsThereTwice(child);
    if (within !== undefined) return within;
  }
  return undefined;
}

function nodeOf(tree: jsonc.Node, text: string): Node {
  const { type, offset, length, children = [] } = tree;
  switch (type) {
    case 'array':
      return { kind: 'list', items: children.map((child) => nodeOf(child, text)), offset };
    case 'object':
      return { kind: 'map', entries: children.flatMap((child) => entryOf(child, text)), offset };
    case 'null':
      return { kind: 'nothing', offset };
    case 'string':
      return { kind: 'text', text: String(tree.value), offset };
    default:
      // As it was written: 1.0 stays 1.0.
      return { kind: 'text', text: text.slice(offset, offset + length), offset };
  }
}

function entryOf({ children: [name, value] = [] }: jsonc.Node, text: string): NodeEntry[] {
  if (name === undefined || value === undefined) return [];
  return [{ key: String(name.value), offset: name.offset, value: nodeOf(value, text) }];
}

function inWords(text: string, { offset, state, open, isBadString, isTooDeep }: JsonMistake): Mistake {
  if (isTooDeep) return { offset, text: `lists and objects are nested more than ${DEEPEST} deep` };
  // Only a bracket or the like is shown: anything else may be the beginning of a secret.
  const found = /[[\]{},:'"]/.exec(text.charAt(offset))?.[0];
  const there = offset >= text.length ? 'the file ends' : `there is ${found ?? 'something else'}`;
  return { offset, text: `expected ${expected(state, open, isBadString)}, but ${there}` };
}

function expected(state: JsonMistake['state'], open: string | undefined, isBadString: boolean): string {
  switch (state) {
    case 'end':
      return 'the end of the file';
    case 'afterValue':
      return `a comma or "${open === '{' ? '}' : ']'}"`;
    case 'colon':
      return '":"';
    case 'name':
    case 'firstName':
      return 'a name in double quotes (is there a comma too many?)';
    default:
      return isBadString ? 'a string that is closed on its line and has no wrong escape' : 'a value';
  }
}

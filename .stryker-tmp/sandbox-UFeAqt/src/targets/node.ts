/** A value in a JSON or YAML file, with where it begins. Texts are as they were written: `007` stays `007`. */
// @ts-nocheck

export type Node =
  | { readonly kind: 'text'; readonly text: string; readonly offset: number }
  | { readonly kind: 'nothing'; readonly offset: number }
  | { readonly kind: 'list'; readonly items: readonly Node[]; readonly offset: number }
  | { readonly kind: 'map'; readonly entries: readonly NodeEntry[]; readonly offset: number };

/** A member of an object. */
export interface NodeEntry {
  readonly key: string;
  /** Where its key begins. */
  readonly offset: number;
  readonly value: Node;
}

/** The value of a node; members without a value are left out. */
export function plainValue(node: Node): unknown {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'nothing':
      return undefined;
    case 'list':
      return node.items.map(plainValue);
    case 'map':
      return Object.fromEntries(
        node.entries.filter(({ value }) => !isEmpty(value)).map(({ key, value }) => [key, plainValue(value)]),
      );
  }
}

function isEmpty(node: Node): boolean {
  return node.kind === 'nothing' || (node.kind === 'text' && node.text === '');
}

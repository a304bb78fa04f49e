/** The table of tldts 7.5: a graph of labels from the right; the edges of a node stand side by side. */
declare module 'tldts/dist/cjs/src/data/trie.js' {
  /** Not 0: a suffix ends here. */
  export const nodeFlags: Uint8Array;
  export const edgeStart: ArrayLike<number>;
  export const edgeLength: ArrayLike<number>;
  export const edgeChild: ArrayLike<number>;
  export const labelText: string;
  export const rulesRoot: number;
}

// @ts-nocheck
import { type Document, isAlias, isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import type { Mistake } from './json-node.ts';
import type { Node, NodeEntry } from './node.ts';

/** As deep and as wide as aliases and `<<` may make a file. A few lines can stand for billions otherwise. */
const DEEPEST = 20;
const MOST_EXPANDED = 1_000_000;

/**
 * A YAML document as nodes: aliases stand for what they name, and `<<` takes over the members that an object does not
 * have itself.
 *
 * @param base offset of the document in its file
 * @param mistakes what is found wrong is added here
 */
export function yamlNode(document: Document.Parsed, base: number, mistakes: Mistake[]): Node {
  // The library looks through the whole document for each alias.
  const anchors = new Map<string, ParsedNode>();
  let expanded = 0;
  let inside = 0;

  function convert(node: ParsedNode | null, depth: number, fallback: number): Node {
    const offset = node === null ? fallback : node.range[0] + base;
    const nothing = { kind: 'nothing', offset } as const;
    if (node === null) return nothing;
    if (inside > 0) expanded += 1;
    if (depth > DEEPEST || expanded > MOST_EXPANDED) {
      const text = 'the file is nested too deeply, or its aliases stand for too much';
      if (!mistakes.some((one) => one.text === text)) mistakes.push({ offset, text });
      return nothing;
    }
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target === undefined) {
        const text = `it is an alias of nothing that stands before it; text that begins with "*" must be in quotation marks`;
        mistakes.push({ offset, text });
        return nothing;
      }
      inside += 1;
      const found = convert(target, depth + 1, offset);
      inside -= 1;
      return found;
    }
    if (node.anchor !== undefined) anchors.set(node.anchor, node);
    if (isScalar(node)) {
      const text = String(node.value ?? '');
      const isNothing = node.type === 'PLAIN' && /^(?:|~|null|Null|NULL)$/.test(text);
      return isNothing ? nothing : { kind: 'text', text, offset };
    }
    if (isSeq(node)) {
      const items = node.items.map((item) => convert(item as ParsedNode, depth + 1, offset));
      return { kind: 'list', items, offset };
    }
    return isMap(node) ? { kind: 'map', entries: members(node, depth, offset), offset } : nothing;
  }

  function members(
    node: ParsedNode & { items: readonly { key: unknown; value: unknown }[] },
    depth: number,
    start: number,
  ): NodeEntry[] {
    const own = new Map<string, NodeEntry>();
    const taken = new Map<string, NodeEntry>();
    for (const { key, value } of node.items) {
      const name = convert(key as ParsedNode, depth + 1, start);
      const { offset } = name;
      const text = name.kind === 'text' ? name.text : undefined;
      const content = convert(value as ParsedNode | null, depth + 1, offset);
      if (text === undefined) mistakes.push({ offset, text: 'a key must be a text' });
      else if (text === '<<')
        for (const entry of merged(content)) if (!taken.has(entry.key)) taken.set(entry.key, entry);
      if (text === undefined || text === '<<') continue;
      if (own.has(text)) mistakes.push({ offset, text: `${JSON.stringify(text)} is there twice` });
      own.set(text, { key: text, offset, value: content });
    }
    return [...new Map([...taken, ...own]).values()];
  }

  function merged(content: Node): readonly NodeEntry[] {
    if (content.kind === 'map') return content.entries;
    if (content.kind === 'list') return content.items.flatMap(merged);
    mistakes.push({ offset: content.offset, text: '"<<" takes an object, or a list of objects' });
    return [];
  }

  return convert(document.contents, 0, base);
}

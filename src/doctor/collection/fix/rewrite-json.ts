import { type Node, parseTree } from 'jsonc-parser';

/** Where a value stands in a file: `['item', 0, 'request', 'url']`. */
export type JsonPath = readonly (string | number)[];

/** What was changed in a text, in lines of the original, counted from 1. */
export interface TouchedLines {
  readonly path: JsonPath;
  readonly from: number;
  readonly to: number;
}

/**
 * Writes changed JSON so that every part that is the same keeps its text, its line breaks and its indentation.
 *
 * @param text valid JSON
 * @param value what it shall say
 */
export function rewriteJson(
  text: string,
  value: unknown,
): { readonly text: string; readonly touched: readonly TouchedLines[] } {
  const root = parseTree(text);
  if (root === undefined) return { text, touched: [] };
  const unit = /\n([ \t]+)\S/.exec(text)?.[1] ?? '';
  const touched: TouchedLines[] = [];
  const starts = lineStarts(text);
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const touch = (path: JsonPath, start: number, stop: number) =>
    touched.push({ path, from: lineOf(starts, start), to: lineOf(starts, stop) });
  const fresh = (member: unknown, indent: string, isFlat: boolean) =>
    (isFlat ? JSON.stringify(member) : JSON.stringify(member, null, unit)).replaceAll('\n', end + indent);

  const print = (node: Node, member: unknown, path: JsonPath): string => {
    const slice = text.slice(node.offset, node.offset + node.length);
    const children = node.children ?? [];
    const indent = indentAt(text, node.offset);
    const isFlat = unit === '' || !slice.includes('\n');
    if (node.type === 'array' && Array.isArray(member) && children.length === member.length)
      return spliced(
        node,
        children.map((child, index) => [child, print(child, member[index], [...path, index])]),
      );
    if (node.type === 'object' && isObject(member)) {
      const known = new Map(children.map((child) => [String(child.children?.[0]?.value), child]));
      const names = Object.keys(member);
      const parts = names.map((name): readonly [Node | undefined, string] => {
        const property = known.get(name);
        const old = property?.children?.[1];
        if (property === undefined || old === undefined) {
          touch([...path, name], node.offset + node.length - 1, node.offset + node.length - 1);
          const last = children.at(-1);
          if (last !== undefined)
            touch([...path, name], last.offset + last.length - 1, last.offset + last.length - 1);
          return [undefined, `${JSON.stringify(name)}: ${fresh(member[name], indent + unit, isFlat)}`];
        }
        return [property, spliced(property, [[old, print(old, member[name], [...path, name])]])];
      });
      if (names.length === known.size && parts.every(([property]) => property !== undefined))
        return spliced(node, parts as [Node, string][]);
      for (const [name, property] of known)
        if (!names.includes(name))
          touch([...path, name], property.offset - 1, property.offset + property.length + 1);
      if (parts.length === 0) return '{}';
      const gap = isFlat ? '' : `${end}${indent + unit}`;
      const between = isFlat ? ', ' : `,${end}${indent + unit}`;
      return `{${gap}${parts.map(([, part]) => part).join(between)}${isFlat ? '' : end + indent}}`;
    }
    if (isSame(node, member)) return slice;
    touch(path, node.offset, node.offset + node.length - 1);
    return fresh(member, indent, isFlat && node.type !== 'string');
  };

  /** The text of a node with some of its parts replaced. */
  function spliced(node: Node, parts: readonly (readonly [Node, string])[]): string {
    let result = '';
    let at = node.offset;
    for (const [part, replacement] of parts) {
      result += text.slice(at, part.offset) + replacement;
      at = part.offset + part.length;
    }
    return result + text.slice(at, node.offset + node.length);
  }

  const printed = print(root, value, []);
  return { text: text.slice(0, root.offset) + printed + text.slice(root.offset + root.length), touched };
}

function isSame(node: Node, member: unknown): boolean {
  if (node.type === 'array')
    return Array.isArray(member) && member.length === 0 && node.children?.length === 0;
  if (node.type === 'object') return false;
  return node.value === member;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lineOf(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

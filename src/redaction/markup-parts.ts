import { decodeHTML } from 'entities';

/** What a page or XML document consists of. */
export type MarkupPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'close'; readonly name: string };

const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** Elements whose content is text whatever it looks like. */
const RAW = ['script', 'style', 'textarea', 'title'];

/**
 * Reads markup from its beginning to its end, once. Comments are left out; of a tag that never ends, nothing is read:
 * it may be the value of an attribute.
 */
export function* markupParts(markup: string): Generator<MarkupPart> {
  // ASCII alone: lower case of other letters can be longer, and places in both texts must be the same.
  const lower = markup.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  let at = 0;
  while (at < markup.length) {
    const open = markup.indexOf('<', at);
    if (open === -1) {
      yield { kind: 'text', text: decodeHTML(markup.slice(at)) };
      return;
    }
    if (open > at) yield { kind: 'text', text: decodeHTML(markup.slice(at, open)) };
    const cdata = /^<!\[CDATA\[/.test(markup.slice(open, open + 9));
    if (cdata || markup.startsWith('<!--', open)) {
      const end = markup.indexOf(cdata ? ']]>' : '-->', open);
      if (cdata) yield { kind: 'text', text: markup.slice(open + 9, end === -1 ? undefined : end) };
      at = end === -1 ? markup.length : end + 3;
      continue;
    }
    const name = /^<\/?([A-Za-z][^\s/>]*)/.exec(markup.slice(open, open + 200))?.[1];
    if (name === undefined && !/^<[!?/]/.test(markup.slice(open, open + 2))) {
      yield { kind: 'text', text: '<' };
      at = open + 1;
      continue;
    }
    const end = endOfTag(markup, open);
    if (end === -1) return;
    at = end + 1;
    if (name === undefined) continue;
    if (markup[open + 1] === '/') {
      yield { kind: 'close', name };
      continue;
    }
    yield { kind: 'open', name, attributes: attributesOf(markup.slice(open + 1 + name.length, end)) };
    if (markup[end - 1] === '/') yield { kind: 'close', name };
    if (!RAW.includes(name.toLowerCase())) continue;
    const close = lower.indexOf(`</${name.toLowerCase()}`, at);
    yield { kind: 'text', text: decodeHTML(markup.slice(at, close === -1 ? undefined : close)) };
    at = close === -1 ? markup.length : close;
  }
}

/** The place of the `>` that no quotes are around. */
function endOfTag(markup: string, open: number): number {
  let quote = '';
  for (let at = open + 1; at < markup.length; at += 1) {
    const character = markup[at] as string;
    if (quote === '' ? /["']/.test(character) && markup[at - 1] === '=' : character === quote) {
      quote = quote === '' ? character : '';
    } else if (quote === '' && character === '>') return at;
  }
  return -1;
}

function attributesOf(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      decodeHTML(double ?? single ?? bare ?? ''),
    ]),
  );
}

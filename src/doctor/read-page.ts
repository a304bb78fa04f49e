import { load } from 'cheerio';

/** What a person would see of a web page, and what a script needs to know of it. */
export interface Page {
  readonly title: string;
  /** Without scripts, styles and markup; at most some thousand characters. */
  readonly text: string;
  /** Names of the fields of all forms. */
  readonly fields: readonly string[];
  readonly asksForPassword: boolean;
  /** URLs that links of the page lead to. */
  readonly links: readonly string[];
}

const LONGEST = 20_000;
const UNSEEN = ['script', 'style', 'template', 'noscript', 'head', 'title'];
const FIELDS = ['input', 'select', 'textarea'];

/** What is read of a node of any kind. */
interface Node {
  readonly type: string;
  readonly name?: string;
  readonly data?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly Node[];
}

/**
 * Reads a page. Broken markup is read as far as it goes; any text has a page.
 *
 * The tree is walked by hand: cheerio's own functions recurse, and a page of ten thousand open tags ends them.
 */
export function readPage(html: string): Page {
  const words: string[] = [];
  const fields: string[] = [];
  const links: string[] = [];
  let title = '';
  let asksForPassword = false;
  // The parser that follows the HTML standard to the letter needs a minute for fifty thousand open tags; this one does not.
  const root = load(html, { xml: { xmlMode: false, decodeEntities: true } }).root()[0] as unknown as Node;
  const stack: { node: Node; isSeen: boolean }[] = [{ node: root, isSeen: true }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node, isSeen } = next;
    const { type, name = '', data = '', attribs = {}, children = [] } = node;
    if (type === 'text' && isSeen) words.push(data);
    if (FIELDS.includes(name) && attribs.name) fields.push(attribs.name);
    if (name === 'input' && attribs.type?.toLowerCase() === 'password') asksForPassword = true;
    // Some servers say why in an attribute only.
    if (attribs.role === 'alert' && attribs['aria-label']) words.push(attribs['aria-label']);
    if (name === 'title' && title === '') title = children.map((child) => child.data ?? '').join('');
    if (/^https?:/i.test(attribs.href ?? '') && links.length < 200)
      links.push((attribs.href ?? '').slice(0, 500));
    // Some pages carry data in code elements that nobody sees.
    const isHidden = attribs.hidden !== undefined || /display:\s*none/i.test(attribs.style ?? '');
    const areSeen = isSeen && !UNSEEN.includes(name) && !(name === 'code' && isHidden);
    for (const child of children.toReversed()) stack.push({ node: child, isSeen: areSeen });
  }
  return {
    title: squeezed(title).slice(0, 200),
    text: squeezed(words.join(' ')).slice(0, LONGEST),
    fields: fields.slice(0, 200),
    asksForPassword,
    links,
  };
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

import { isTokenName, withoutCredentials } from './credential.ts';
import { type MarkupPart, markupParts } from './markup-parts.ts';
import type { Redactor } from './redactor.ts';
import { type BodyRules, shownMember } from './shown-json.ts';
import { shownName, shownUrl } from './shown-url.ts';

/** Elements with nothing in them for a person. */
const SILENT = new Set(['script', 'style', 'template', 'svg', 'textarea']);

const BLOCKS = new Set(
  'address article aside br dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table title tr ul'.split(
    ' ',
  ),
);

/**
 * A page as a person reads it: its words and the names of its fields. Values, and what only scripts read, are left
 * out: they are what a server recognizes a session by.
 */
export function shownPage(page: string, redactor: Redactor): string {
  const lines: string[] = [];
  let line = '';
  let within = '';
  /** The words before were the name of a credential, in a cell of their own. */
  let named: string | undefined;
  const write = (text: string) => {
    line += `${line === '' || text === '' ? '' : ' '}${text}`;
  };
  const end = () => {
    if (line !== '') lines.push(line);
    line = '';
  };
  for (const part of markupParts(page)) {
    const name = part.kind === 'text' ? '' : part.name.toLowerCase();
    if (part.kind === 'text') {
      const words = part.text.replace(/\s+/g, ' ').trim();
      if (within !== '' || words === '') continue;
      write(named === undefined ? shownWords(words, redactor) : redactor.mask(named));
      named =
        /^[\w .-]{1,40}:?$/.test(words) && isTokenName(words) && named === undefined ? words : undefined;
      continue;
    }
    if (within === '' && part.kind === 'open' && SILENT.has(name)) within = name;
    else if (within === name && part.kind === 'close') within = '';
    if (BLOCKS.has(name)) end();
    if (part.kind === 'open') write(shownElement(name, part.attributes, redactor));
    if (name === 'form') end();
  }
  end();
  return lines.join('\n');
}

function shownWords(words: string, redactor: Redactor): string {
  return withoutCredentials(redactor.text(words), (run) =>
    redactor.isPublic(run) ? run : redactor.mask('credential'),
  );
}

function shownElement(name: string, attributes: ReadonlyMap<string, string>, redactor: Redactor): string {
  const field = attributes.get('name');
  switch (name) {
    case 'form': {
      const action = attributes.get('action') ?? '';
      const method = /^post$/i.test(attributes.get('method') ?? '') ? 'POST' : 'GET';
      return `[form: ${method}${action === '' ? '' : ` ${shownUrl(action, 'authorization-server', redactor)}`}]`;
    }
    case 'input':
    case 'textarea':
    case 'select':
    case 'button': {
      if (field === undefined) return '';
      const value = attributes.get('value') ?? '';
      return `[${shownName(field, redactor)}${value === '' ? '' : `=${maskOf(field, value, redactor)}`}]`;
    }
    default:
      return '';
  }
}

function maskOf(name: string, value: string, redactor: Redactor): string {
  const masked = redactor.text(value);
  return /^(?:‹[^›]*›)+$/.test(masked) ? masked : redactor.mask(name);
}

/** An element that is open. */
interface Level {
  readonly name: string;
  /** It, or one that it stands in, is a credential by its name: so is everything in it. */
  readonly holder: string | undefined;
}

/** An XML document: its elements with their values, masked by the names of the elements. */
export function shownXml(xml: string, rules: BodyRules): string {
  const levels: Level[] = [];
  let shown = '';
  for (const part of markupParts(xml)) shown += shownXmlPart(part, levels, rules);
  return shown;
}

function shownXmlPart(part: MarkupPart, levels: Level[], rules: BodyRules): string {
  const { redactor } = rules;
  const level = levels.at(-1);
  switch (part.kind) {
    case 'open': {
      const name = localName(part.name);
      levels.push({ name, holder: level?.holder ?? (isTokenName(name) ? name : undefined) });
      const attributes = [...part.attributes]
        .filter(([attribute]) => !/^xmlns/.test(attribute))
        .map(
          ([attribute, value]) =>
            ` ${shownName(attribute, redactor)}="${shownMember(localName(attribute), value, rules)}"`,
        );
      return `<${shownName(part.name, redactor)}${attributes.join('')}>`;
    }
    case 'close':
      if (level?.name === localName(part.name)) levels.pop();
      return `</${shownName(part.name, redactor)}>`;
    case 'text': {
      const value = part.text.trim();
      if (value === '') return part.text.includes('\n') ? '\n' : '';
      if (level?.holder !== undefined) return redactor.mask(level.holder);
      return shownMember(level?.name ?? '', value, rules);
    }
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

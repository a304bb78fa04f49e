import { joined, type Printable, say } from '../../printable/printable.ts';
import { type FactRow, factSections, sourceText } from '../../providers/fact-rows.ts';
import type { ErrorLiteral, ProviderFacts } from '../../providers/facts.ts';

/** The names of all providers, one a line. */
export function listText(all: readonly ProviderFacts[]): Printable {
  const width = Math.max(...all.map(({ id }) => id.length));
  const lines = all.map(
    ({ id, name, aliases = [] }) =>
      say`${id.padEnd(width)}  ${name}${aliases.length === 0 ? '' : ` (also: ${aliases.join(', ')})`}\n`,
  );
  return say`${lines}\n"legwork providers NAME" prints one, with the source of each fact.\n`;
}

/** Everything that is known of a provider. A number in brackets stands for a source; the sources are listed at the end. */
export function providerText(facts: ProviderFacts): Printable {
  const sources: string[] = [];
  const mark = (text: string) => {
    if (!sources.includes(text)) sources.push(text);
    return `[${sources.indexOf(text) + 1}]`;
  };
  const sections = factSections(facts).map(({ title, rows }) =>
    rows.length === 0
      ? say`\n${title}: not known\n`
      : say`\n${title}\n${rows.map((row) => rowText(row, mark))}`,
  );
  const errors = facts.errors.map((literal) => errorText(literal, mark));
  return joined([
    say`${facts.name} (--provider ${facts.id})\n`,
    variablesText(facts),
    ...sections,
    say`\nError texts\n${errors}`,
    say`\nSources\n${sources.map((source, index) => say`  [${index + 1}] ${source}\n`)}`,
  ]);
}

function rowText({ label, value, condition, source }: FactRow, mark: (text: string) => string): Printable {
  const more = condition === undefined ? '' : ` (${condition})`;
  return say`  ${label.padEnd(LABEL_WIDTH)} ${value}${more} ${mark(sourceText(source))}\n`;
}

const LABEL_WIDTH = 32;

function variablesText({ id, variables = {} }: ProviderFacts): Printable {
  const prefix = id.toUpperCase().replaceAll('-', '_');
  return joined(
    Object.entries(variables).map(
      ([name, { describe, fallback }]) =>
        say`  ${`${prefix}_${name.toUpperCase()}`.padEnd(LABEL_WIDTH)} ${describe}${fallback === undefined ? '' : `; ${fallback} if not set`}\n`,
    ),
  );
}

function errorText(
  { text, cause, at, arrival, status, recognition, note, source }: ErrorLiteral,
  mark: (text: string) => string,
): Printable {
  const where = `${at}, ${arrival}${status === undefined ? '' : `, ${status}`}`;
  const who = recognition === 'shared' ? '; others say it, too' : '';
  return say`  ${text}\n      ${cause} (${where}${who}) ${mark(sourceText(source))}${note === undefined ? '' : `\n      ${note}`}\n`;
}

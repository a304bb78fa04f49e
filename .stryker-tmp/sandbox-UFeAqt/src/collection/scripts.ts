// @ts-nocheck
import { readFileSync } from 'node:fs';
import type { Script } from '../flows/flow.ts';

/** Reads a file of the folder scripts/ by its name there. */
export type ReadScript = (file: string) => string;

const folder = new URL('../../scripts/', import.meta.url);

/** Most steps share most files; they do not change while the program runs. */
const read = new Map<string, string>();

/** Reads scripts from where the package keeps them, each once. */
export const readPackagedScript: ReadScript = (file) => {
  const text = read.get(file) ?? readFileSync(new URL(file, folder), 'utf8');
  read.set(file, text);
  return text;
};

/**
 * The lines of a Postman script: one generated line with its facts, then its files as they stand.
 *
 * @returns one entry per line, as Postman writes `exec`
 */
export function scriptLines(script: Script, readScript: ReadScript): string[] {
  const facts = script.expected === undefined ? [] : [`const expected = ${factsAsCode(script.expected)};`];
  const files = script.files.map((file) => readScript(file).trimEnd());
  return [...facts, ...files].join('\n\n').split('\n');
}

/** JSON is JavaScript, but for two line separators that old engines take for line ends. */
function factsAsCode(facts: NonNullable<Script['expected']>): string {
  return JSON.stringify(facts).replace(/[\u2028\u2029]/g, (character) =>
    character === '\u2028' ? '\\u2028' : '\\u2029',
  );
}

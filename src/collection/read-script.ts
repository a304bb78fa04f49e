import { readFileSync } from 'node:fs';

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

/** A file as collections have it: what its comments say is for those who change it. */
export function withoutComments(source: string): string {
  return source
    .replace(/^[ ]*\/\*\*[\s\S]*?\*\/\n|^[ ]*\/\/.*\n/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

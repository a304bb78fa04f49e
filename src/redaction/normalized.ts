import { printable } from './printable.ts';

/** Noncharacters and halves of a pair: XML and HTML have no spelling for them, so a writer would have to drop them. */
const UNWRITABLE = /[\ufdd0-\ufdef\ufffe\uffff]|\p{Surrogate}|[\u{1fffe}-\u{1ffff}]/gu;

/**
 * The text as every writer of reports can write it: without control characters, escape sequences, noncharacters and
 * halves of surrogate pairs. It is made before secrets are looked for: what a writer drops afterwards could put the
 * two halves of a secret together.
 */
export function normalized(text: string): string {
  return printable(text).replace(UNWRITABLE, '');
}

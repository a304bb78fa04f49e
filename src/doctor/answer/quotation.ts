import { quoted } from '../mask.ts';
import type { Answer } from './observation.ts';

const LONGEST = 300;

/** What a server said, as evidence: status, code and words, without secrets. */
export function quotation({ status, error, words, page }: Answer): string[] {
  const text = page?.text || words;
  return [
    ...(status === undefined ? [] : [`status  ${status}`]),
    ...(error === undefined ? [] : [`error   ${quoted(error)}`]),
    ...(text.trim() === '' ? [] : [`text    ${short(quoted(text.trim().replace(/\s+/g, ' ')))}`]),
  ];
}

function short(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}...` : text;
}

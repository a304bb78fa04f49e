/** Whether a text contains any of some words. */
export type FindAny = (text: string) => boolean;

/**
 * Makes a search for many words at once, in a time that depends on the text and not on how many they are: a rolling
 * hash of as many characters as the shortest word has tells where one could begin (Karp and Rabin, 1987).
 *
 * @param words none of them empty
 */
export function findAny(words: readonly string[]): FindAny {
  if (words.length === 0) return () => false;
  const width = Math.min(...words.map(({ length }) => length));
  const byHash = new Map<number, string[]>();
  for (const word of new Set(words)) {
    const hash = hashOf(word, width);
    byHash.set(hash, [...(byHash.get(hash) ?? []), word]);
  }
  // What the character that leaves the window has added to the hash.
  let weight = 1;
  for (let count = 1; count < width; count += 1) weight = Math.imul(weight, BASE);

  return (text) => {
    if (text.length < width) return false;
    let hash = hashOf(text, width);
    for (let at = 0; ; at += 1) {
      if (byHash.get(hash)?.some((word) => text.startsWith(word, at))) return true;
      if (at + width >= text.length) return false;
      hash = Math.imul(hash - Math.imul(text.charCodeAt(at), weight), BASE) + text.charCodeAt(at + width);
      hash |= 0;
    }
  };
}

const BASE = 31;

function hashOf(text: string, width: number): number {
  let hash = 0;
  for (let at = 0; at < width; at += 1) hash = (Math.imul(hash, BASE) + text.charCodeAt(at)) | 0;
  return hash;
}

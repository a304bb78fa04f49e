import { type Found, hasNeighbours } from './needles.ts';

/**
 * Looks for secrets of four and five characters: only where they stand alone, because they are part of many words.
 *
 * @param words lower case → label
 */
export function shortWordsIn(words: ReadonlyMap<string, string>): { find(text: string): Found[] } {
  return {
    find(text) {
      if (words.size === 0) return [];
      const lower = text.toLowerCase();
      // Some letters change their length with their case: then places would not be those of the text.
      const searched = lower.length === text.length ? lower : text;
      return [...words].flatMap(([word, label]) => {
        const found: Found[] = [];
        for (let at = searched.indexOf(word); at !== -1; at = searched.indexOf(word, at + 1)) {
          const end = at + word.length;
          if (!hasNeighbours(searched, at, end)) found.push({ start: at, end, label });
        }
        return found;
      });
    },
  };
}

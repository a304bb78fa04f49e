const NAMES: Readonly<Record<string, string>> = {
  ' ': '<space>',
  '\t': '<tab>',
  '\n': '<line end>',
  '\r': '<CR>',
  '\u00A0': '<U+00A0>',
};

/**
 * How to show a character that cannot be seen, or that looks like another one: `<space>`, `<U+200B>`.
 * Undefined for a character that shows itself. No such text can be part of an address, which has no `<`.
 */
export function characterName(character: string): string | undefined {
  const named = NAMES[character];
  if (named !== undefined) return named;
  const code = character.codePointAt(0) ?? 0;
  // Letters of Western Europe cannot be mistaken for ASCII; those of other scripts can (Cyrillic "а").
  const isVisible = (code > 0x20 && code < 0x7f) || (code > 0xa0 && code < 0x250 && code !== 0xad);
  return isVisible ? undefined : `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}

/** A text with everything in it made visible. */
export function visible(text: string): string {
  return [...text].map((character) => characterName(character) ?? character).join('');
}

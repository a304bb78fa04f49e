import { describe, expect, test } from 'vitest';
import { characterName, visible } from '../../src/redirect-uri/characters.ts';

test.each([
  [' ', '<space>'],
  ['\t', '<tab>'],
  ['\n', '<line end>'],
  ['\r', '<CR>'],
  ['\u00A0', '<U+00A0>'],
])('%j is shown as %s', (character, name) => {
  expect(characterName(character)).toBe(name);
});

describe('a character that shows itself has no name', () => {
  // The ends of the ranges, and their neighbors beyond.
  test.each(['!', '~', '\u00A1', 'ü', '\u024F'])('%j', (character) => {
    expect(characterName(character)).toBeUndefined();
  });

  test.each([
    ['\u0000', '<U+0000>'],
    ['\u001F', '<U+001F>'],
    ['\u007F', '<U+007F>'],
    ['\u009F', '<U+009F>'],
    ['\u00AD', '<U+00AD>'],
    ['\u0250', '<U+0250>'],
    ['\u0430', '<U+0430>'],
    ['\u200B', '<U+200B>'],
    ['\uFEFF', '<U+FEFF>'],
    ['\u{1F600}', '<U+1F600>'],
  ])('and %j has one', (character, name) => {
    expect(characterName(character)).toBe(name);
  });
});

test('a text is made visible character by character, pairs of surrogates as one', () => {
  expect(visible('a b\u200Bc\u{1F600}')).toBe('a<space>b<U+200B>c<U+1F600>');
  expect(visible('')).toBe('');
});

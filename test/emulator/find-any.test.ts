import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findAny } from '../../src/emulator/journal/find-any.ts';

test('any of the words is found wherever it stands, and nothing else', () => {
  const finds = findAny(['needle', 'a longer needle', 'pin']);
  expect(['needle', 'hay needle hay', 'hay pin', 'a longer needle'].map(finds)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(['', 'pi', 'needl', 'hay', 'nee dle'].map(finds)).toEqual([false, false, false, false, false]);
});

test('no words are found nowhere', () => {
  expect(findAny([])('anything')).toBe(false);
});

test('it finds what a plain search finds', () => {
  const few = fc.string({ unit: fc.constantFrom('a', 'b', '€', '\u{1f600}'), maxLength: 12 });
  const word = few.filter((text) => text !== '');
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), few, (words, text) => {
      expect(findAny(words)(text)).toBe(words.some((each) => text.includes(each)));
    }),
    { numRuns: 2000 },
  );
});

import { expect, test } from 'vitest';
import { sameText } from '../../src/oauth/same-text.ts';

test.each([
  ['', '', true],
  ['a', 'a', true],
  ['ü', 'ü', true],
  ['a', 'b', false],
  ['a', 'aa', false],
  ['', 'a', false],
  // One letter, or two that look the same.
  ['\u00fc', 'u\u0308', false],
  ['\u{1F600}', '\u{1F601}', false],
])('%j and %j: %s', (one, other, isSame) => {
  expect(sameText(one, other)).toBe(isSame);
});

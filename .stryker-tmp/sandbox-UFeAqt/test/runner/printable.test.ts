// @ts-nocheck
import { expect, test } from 'vitest';
import { printable } from '../../src/runner/printable.ts';

test.each([
  ['a\u001b[2Jb\u001b]0;title\u0007c', 'abc'],
  ['a\u0000b\u0085c\u007fd', 'abcd'],
  ['no\u202eton\u202c, \u2066yes\u2069', 'noton, yes'],
  ['one\r\ntwo\tthree', 'one\ntwo\tthree'],
])('what could repaint the terminal or turn words round is left out: %j', (text, shown) => {
  expect(printable(text)).toBe(shown);
});

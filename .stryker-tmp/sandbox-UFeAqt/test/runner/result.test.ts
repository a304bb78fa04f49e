// @ts-nocheck
import { expect, test } from 'vitest';
import { createRedactor } from '../../src/runner/redactor.ts';
import type { Redacted } from '../../src/runner/result.ts';

test('only a redactor makes text that may stand in a result', () => {
  //  any other text may hold a secret
  const unseen: Redacted = 'text';
  const seen: Redacted = createRedactor().text('text');
  expect(seen).toBe(unseen);
});

test('control characters and escape sequences do not get into a result', () => {
  const redactor = createRedactor();
  redactor.learn('token', 'abcdefgh');
  expect(redactor.text('a\u001b[31mb\u0007\u001b]0;title\u0007c\r\nd\te abc\u001b[0mdefgh')).toBe(
    'abc\nd\te ‹token·1›',
  );
});

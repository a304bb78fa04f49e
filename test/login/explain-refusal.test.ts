import { describe, expect, test } from 'vitest';
import { explainRefusal } from '../../src/login/explain-refusal.ts';
import type { ErrorCase } from '../../src/providers/error-case.ts';

const base = { source: 's', confidence: 'observed', place: 'token' } as const;
const errors: Record<string, ErrorCase> = {
  elsewhere: { ...base, place: 'api', error: 'a', text: 'some words', cause: 'Elsewhere.', remedy: 'E' },
  text: { ...base, error: 'b', text: 'some words', cause: 'By text.', remedy: 'T' },
  both: { ...base, error: 'a', otherErrors: ['z'], text: 'some words', cause: 'By both.', remedy: 'B' },
  code: { ...base, error: 'c', cause: 'By code.', remedy: 'C' },
};
const explain = (error: string, description: string) =>
  explainRefusal({ errors } as never, ['token'], { error, description }, 'Ask.');

describe('a known case is found', () => {
  test.each([
    ['by text and code', 'a', 'Some Words', 'By both.', 'B'],
    ['by text and another spelling of the code', 'z', 'some words', 'By both.', 'B'],
    ['by its text, where no code fits', 'x', 'with some words in it', 'By text.', 'T'],
    ['by its text, in any case', 'x', 'SOME WORDS', 'By text.', 'T'],
    ['by its text, without a code', '', 'some words', 'By text.', 'T'],
    ['by its code, where no text fits', 'c', 'quite other', 'By code.', 'C'],
  ])('%s', (_how, error, description, cause, remedy) => {
    const found = explain(error, description);
    expect(found.remedy).toBe(remedy);
    expect(found.reason.endsWith(`. ${cause}`)).toBe(true);
  });
});

test('the words of the server come first', () => {
  const { reason } = explain('a', 'some words');
  expect(reason).toMatch(/^"a": ".*some words.*"\. By both\.$/);
});

test('a text is looked for in the first 5,000 characters', () => {
  expect(explain('', `${'x'.repeat(4990)}some words`).remedy).toBe('T');
  expect(explain('', `${'x'.repeat(4991)}some words`).remedy).toBe('Ask.');
});

test('what is not known is repeated, with what to do otherwise', () => {
  expect(explain('x', '')).toEqual({ reason: '"x"', remedy: 'Ask.' });
  expect(explain('', '')).toEqual({ reason: 'no explanation', remedy: 'Ask.' });
  expect(explain('own_code', '').reason).toBe('"own_code"');
  // What no case of the provider explains, the RFCs do.
  expect(explain('invalid_grant', '').reason).toMatch(/^"invalid_grant"\. The code or refresh token/);
});

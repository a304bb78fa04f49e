import { expect, test } from 'vitest';
import { readAnswer } from '../../src/doctor/answer/read-answer.ts';

test.each([
  ['Oauth error: invalid redirect_uri (slack): redirect_uri did not match any configured URIs.', undefined],
  ['error: forbidden', 'forbidden'],
  ['error=unauthorized code=17 at=gateway', 'unauthorized'],
  ['error: invalid_grant The code is used', 'invalid_grant'],
])('a code is told from the first word of a sentence: %s', (text, error) => {
  expect(readAnswer(text).error).toBe(error);
});

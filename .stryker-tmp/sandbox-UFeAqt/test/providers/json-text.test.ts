// @ts-nocheck
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJson } from '../../src/providers/json-text.ts';

function complaint(text: string): string {
  try {
    parseJson(text, 'profile.json');
  } catch (error) {
    return (error as Error).message;
  }
  return 'no complaint';
}

describe('a file that is not valid JSON is refused with line and column', () => {
  test.each([
    [
      '{\n  "a": 1,\n}',
      'line 3, column 1: expected a name in double quotes (is there a comma too many?), but there is "}"',
    ],
    [
      '{\n  "a": 1\n  "b": 2\n}',
      'line 3, column 3: expected a comma or the closing bracket, but there is "\\""',
    ],
    ['{"a" 1}', 'line 1, column 6: expected ":", but there is "1"'],
    ['{a: 1}', 'line 1, column 2: expected a name in double quotes or "}", but there is "a"'],
    ['[1, 2,]', 'line 1, column 7: expected a value (is there a comma too many?), but there is "]"'],
    ['{"a": 1]', 'line 1, column 8: expected a comma or the closing bracket, but there is "]"'],
    [
      '{"a": "b\n"}',
      'line 1, column 7: expected a value, but a string begins that is not closed on its line or has a wrong escape',
    ],
    ['{"a": 1', 'line 1, column 8: expected a comma or the closing bracket, but the file ends'],
    ['', 'line 1, column 1: expected a value, but the file ends'],
    ['{} {}', 'line 1, column 4: expected the end of the file, but there is "{"'],
    ['<!doctype html>', 'line 1, column 1: expected a value, but there is "<"'],
    ['["é😀" x]', 'line 1, column 7: expected a comma or the closing bracket, but there is "x"'],
  ])('%j', (text, reason) => {
    expect(complaint(text)).toBe(`profile.json is not valid JSON: ${reason}.`);
  });

  test.each([
    ['a string', `["${'a'.repeat(12_000_000)}`, 'line 1, column 2'],
    ['a string that is followed by another', `["${'a\\n'.repeat(4_000_000)}" ""]`, 'line 1, column 12000005'],
    ['an unclosed list', '['.repeat(2_000_000), 'line 1, column 2000001'],
    ['lines', '[\n'.repeat(2_000_000), 'line 2000001, column 1'],
  ])('the place is found behind megabytes of %s', (_, text, place) => {
    expect(complaint(text)).toContain(`profile.json is not valid JSON: ${place}: `);
  });

  test('what is nested so deep that nothing could walk through it is refused', () => {
    const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
    expect(complaint(nested(500))).toBe('no complaint');
    expect(complaint(nested(501))).toContain('more than 500 levels deep');
    expect(complaint(nested(1_000_000))).toContain('more than 500 levels deep');
  });

  test('a byte order mark before the text is no mistake', () => {
    expect(parseJson('\uFEFF{"a": 1}', 'profile.json')).toEqual({ a: 1 });
  });

  test('the place is found whatever JSON.parse refuses, also in deep nesting', () => {
    const damaged = fc
      .tuple(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', ',', '"', '}', ']', ':', 'x', '\\', '\n', '\u0001', '\u007f'),
      )
      .map(
        ([json, at, put]) =>
          json.slice(0, at % (json.length + 1)) + put + json.slice((at % (json.length + 1)) + 1),
      );
    fc.assert(
      fc.property(damaged, (text) => {
        let isValid = true;
        try {
          JSON.parse(text);
        } catch {
          isValid = false;
        }
        expect(complaint(text)).toMatch(isValid ? /^no complaint$/ : /line \d+, column \d+: expected/);
      }),
      { numRuns: 2000 },
    );
    expect(complaint('['.repeat(100_000))).toContain('line 1, column 100001');
  });
});

// @ts-nocheck
import { expect, test } from 'vitest';
import { markedLine, markedLines } from '../../src/doctor/redirect-uri/marked-lines.ts';

const marked = (...lines: string[]) => lines;

test.each([
  [
    'a part that one side lacks is marked with its separator, and its place on the other',
    markedLines('https://a.example/cb?x=1', 'https://a.example/cb', ['query']),
    marked(
      'sent        https://a.example/cb?x=1',
      '                                ^^^^',
      'registered  https://a.example/cb',
      '                                ^',
    ),
  ],
  [
    'of a part that both have, what differs is marked',
    markedLines('http://localhost:3000/cb', 'http://localhost:3010/cb', ['port']),
    marked(
      'sent        http://localhost:3000/cb',
      '                               ^',
      'registered  http://localhost:3010/cb',
      '                               ^',
    ),
  ],
  [
    'what cannot be seen is named, and marked over its whole name',
    markedLine('sent', 'https://a\u200b.example/ ', (character) => /[\u200b ]/.test(character)),
    marked('sent  https://a<U+200B>.example/<space>', '               ^^^^^^^^         ^^^^^^^'),
  ],
])('%s', (_title, lines, expected) => {
  expect(lines).toEqual(expected);
});

test('a long value is cut around its first mark', () => {
  const long = `https://a.example/${'path/'.repeat(40)}`;
  const lines = markedLines(`${long}x`, `${long}y`, ['path']);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(76);
  expect(lines[0]).toMatch(/^sent {8}\.\.\..*x$/);
  expect(lines[1]?.indexOf('^')).toBe(lines[0]?.indexOf('x'));
});

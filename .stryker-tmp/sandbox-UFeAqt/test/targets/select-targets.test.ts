// @ts-nocheck
import { expect, test } from 'vitest';
import { Failure } from '../../src/failure.ts';
import { selectTargets } from '../../src/targets/select-targets.ts';

const names = ['eu/app-1', 'eu/app-2', 'us/app-1', '.hidden', 'a*b', 'axb', '!not', 'eu [old]'];
const targets = names.map((name) => ({ name, settings: {}, secrets: [], at: { line: 1, column: 1 } }));

function selected(...patterns: string[]): string[] {
  return selectTargets(targets, patterns).map(({ name }) => name);
}

test.each([
  [[], names],
  [
    ['us/app-1', 'eu/app-1'],
    ['eu/app-1', 'us/app-1'],
  ],
  [['eu*'], ['eu/app-1', 'eu/app-2', 'eu [old]']],
  [['*'], names],
  [['*-1'], ['eu/app-1', 'us/app-1']],
  [['{eu,us}/app-?'], ['eu/app-1', 'eu/app-2', 'us/app-1']],
  [['eu/*', '!*-2'], ['eu/app-1']],
  [['!*/*'], ['.hidden', 'a*b', 'axb', '!not', 'eu [old]']],
])('%j', (patterns, expected) => {
  expect(selected(...patterns)).toEqual(expected);
});

test('a name means itself, even if it holds what a glob is made of', () => {
  expect(selected('a*b')).toEqual(['a*b']);
  expect(selected('!not')).toEqual(['!not']);
  expect(selected('eu [old]')).toEqual(['eu [old]']);
});

test.each(['eu/ap-1', 'xx*', '!xx*', '', '(', '['])('%j matches nothing, which is a mistake', (pattern) => {
  expect(() => selected(pattern)).toThrow(Failure);
});

test('a name that is close is suggested', () => {
  expect(() => selected('us/app1')).toThrow('No target matches "us/app1". Did you mean "us/app-1"?');
});

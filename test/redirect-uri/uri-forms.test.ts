import { expect, test } from 'vitest';
import { differingNormalForms, hostForms, pathForms } from '../../src/redirect-uri/uri-forms.ts';

test.each([
  ['/a/./b', '/a/b', ['dot segments']],
  ['/a/b/..', '/a/', ['dot segments']],
  ['/a/b/.', '/a/b/', ['dot segments']],
  ['/..', '/', ['dot segments']],
  ['/../../a', '/a', ['dot segments']],
  ['/a/../..', '/', ['dot segments']],
  ['/a/../b/c', '/b/c', ['dot segments']],
  ['/.a/..b', '/a/b', undefined],
  ['/a/', '/a', ['trailing slash']],
  ['/a//', '/a/', undefined],
  ['/a//.', '/a//', ['dot segments']],
  ['/a/..', '/', ['dot segments']],
  ['/a/b', '/ab', undefined],
  ['/%41', '/A', ['path encoding']],
  ['/%C3%BC', '/ü', ['path encoding']],
  ['/%c3%bc', '/%C3%BC', ['path encoding']],
  // What is no UTF-8 stays as it is, but for the case of its digits.
  ['/%ff', '/%FF', ['path encoding']],
  ['/%ff', '/%fe', undefined],
  ['/%2', '/2', undefined],
  ['/A%2fB/', '/a%2Fb', ['trailing slash', 'path case']],
  ['/%41/', '/a', ['path encoding', 'trailing slash', 'path case']],
])('paths %s and %s: %j', (one, other, kinds) => {
  expect(differingNormalForms(one, other, pathForms)).toEqual(kinds);
  expect(differingNormalForms(other, one, pathForms)).toEqual(kinds);
});

test.each([
  ['A.example', 'a.example', ['host case']],
  ['a.example.', 'a.example', ['trailing dot']],
  ['a.example..', 'a.example', undefined],
  ['.a.example', 'a.example', undefined],
  ['www.a.example', 'a.example', ['www']],
  ['WWW.A.EXAMPLE.', 'a.example', ['trailing dot', 'www']],
  ['a.www.example', 'a.example', undefined],
  ['wwwxa.example', 'a.example', undefined],
  ['münchen.example', 'xn--mnchen-3ya.example', ['international host']],
  ['MÜNCHEN.example', 'xn--mnchen-3ya.example', ['international host']],
  ['a b', 'c d', undefined],
])('hosts %s and %s: %j', (one, other, kinds) => {
  expect(differingNormalForms(one, other, hostForms)).toEqual(kinds);
  expect(differingNormalForms(other, one, hostForms)).toEqual(kinds);
});

test('where two forms explain the whole each, the first of them is named', () => {
  const lower = (text: string) => text.toLowerCase();
  const none = { kind: 'none', undo: (text: string) => text };
  const forms = [none, { kind: 'one', undo: lower }, { kind: 'two', undo: lower }];
  expect(differingNormalForms('A', 'a', forms)).toEqual(['one']);
});

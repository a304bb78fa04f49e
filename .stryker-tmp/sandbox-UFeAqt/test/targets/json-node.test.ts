// @ts-nocheck
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonNode } from '../../src/targets/json-node.ts';
import type { Node } from '../../src/targets/node.ts';
import { problemsOf } from './read.ts';

/** The value as JSON.parse gives it, for texts, lists and objects. */
function plain(node: Node): unknown {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'nothing':
      return null;
    case 'list':
      return node.items.map(plain);
    case 'map':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, plain(value)]));
  }
}

test('whatever is JSON is read as JSON.parse reads it', () => {
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      fc.string({ unit: 'binary' }),
      fc.constant(null),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(fc.string({ unit: 'binary' }), tie('tree'), { maxKeys: 4 }),
    ),
  }));
  fc.assert(
    fc.property(tree, fc.constantFrom(undefined, 2, '\t'), (value, space) => {
      const read = jsonNode(JSON.stringify(value, null, space));
      expect('node' in read && plain(read.node)).toEqual(value);
    }),
  );
});

test('whatever JSON.parse refuses is refused', () => {
  const text = fc.string({ unit: fc.constantFrom(...'{}[]:,"\\ \n01-.eutrnlabsf/') });
  fc.assert(
    fc.property(text, (json) => {
      let isJson = true;
      try {
        JSON.parse(json);
      } catch {
        isJson = false;
      }
      if (!isJson) expect(jsonNode(json)).toHaveProperty('mistake');
    }),
    { numRuns: 2000 },
  );
});

test.each([
  [
    '[{"name": "a",}]',
    'line 1, column 15: expected a name in double quotes (is there a comma too many?), but there is }',
  ],
  ['[\n  {"name": "a"}\n  {"name": "b"}]', 'line 3, column 3: expected a comma or "]", but there is {'],
  ['[{"name": "a"', 'line 1, column 14: expected a comma or "}", but the file ends'],
  ['[{"name": \'a\'}]', "line 1, column 11: expected a value, but there is '"],
  ['[{"name": "a", "name": "b"}]', 'line 1, column 16: "name" is there twice'],
  ['[{"name": "a"}] x', 'line 1, column 17: expected the end of the file, but there is something else'],
  ['"targets"', 'line 1, column 1: a list of targets is expected, or an object with a list named "targets"'],
  [
    '{"target": []}',
    'line 1, column 1: a list of targets is expected, or an object with a list named "targets"',
  ],
])('%j', (text, problem) => {
  expect(problemsOf(text, 'a.json')).toContain(problem);
});

test('a thousand brackets do not break the program', () => {
  expect(problemsOf('['.repeat(100_000), 'a.json')[0]).toContain('more than 20 deep');
});

test('what stands beside the list is a typing error, unless it is free', () => {
  const text = '{"$schema": "x", "x-owner": {"a": 1}, "target": [], "targets": [{"name": "a"}]}';
  expect(problemsOf(text, 'a.json')).toEqual([
    'line 1, column 39: "target" is unknown beside "targets". Did you mean "targets"?',
  ]);
});

test('a string of megabytes that is not closed is a mistake, not the end of the program', () => {
  expect(jsonNode(`["${'x'.repeat(12_000_000)}`)).toMatchObject({ mistake: { offset: 1 } });
});

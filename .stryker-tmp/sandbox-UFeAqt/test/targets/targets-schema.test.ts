// @ts-nocheck
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { targetsSchema } from '../../src/targets/target-entry.ts';
import { problemsOf } from './read.ts';

const committed = new URL('../../schemas/targets.schema.json', import.meta.url);
const validate = new Ajv2020({ allowUnionTypes: true }).compile(targetsSchema());

test('the published schema is the one that the program prints', () => {
  expect(readFileSync(committed, 'utf8')).toBe(`${JSON.stringify(targetsSchema(), null, 2)}\n`);
});

test.each([
  [{ name: 'a' }],
  [{ name: 'a', client_id: 7, scope: ['b', 'c'], variables: { 'x.y-z': true } }],
  [{ name: 'a', naem: 'b' }],
  [{ name: 'a', scope: {} }],
  [{ name: 'a', variables: { 'b c': 'd' } }],
  [{ name: 'a', variables: { b: [] } }],
  [{ name: ' a' }],
  [{ name: 'a\tb' }],
  [{ client_id: 'a' }],
])('the schema and the program agree on %j', (entry) => {
  expect(validate([entry])).toBe(problemsOf(JSON.stringify([entry]), 'a.json').length === 0);
  const file = { $schema: 'x', 'x-more': 1, targets: [entry] };
  expect(validate(file)).toBe(problemsOf(JSON.stringify(file), 'a.json').length === 0);
});

test.each([[[]], [{ targets: [] }], [{ targets: [{ name: 'a' }], more: 1 }], [{}], ['a']])(
  'both refuse %j',
  (file) => {
    expect(validate(file)).toBe(false);
    expect(problemsOf(JSON.stringify(file), 'a.json')).not.toEqual([]);
  },
);

import { describe, expect, test } from 'vitest';
import { readTargets } from '../../../src/batch/targets/read-targets.ts';
import { problemsOf } from './read.ts';

function read(text: string) {
  return readTargets(text, 'a.yaml', {});
}

test('a plain word is the text that it is written as', () => {
  const text = '- name: no\n  client_id: 0123\n  username: 1e3\n  password: "~"\n  scope: ~\n  flow: null\n';
  expect(read(text)).toMatchObject([
    { name: 'no', settings: { client_id: '0123', username: '1e3', password: '~' } },
  ]);
  expect(read(text)[0]).not.toHaveProperty('flow');
});

test('objects take over from each other by anchors and <<', () => {
  const text = `x-common: &common
  scope: [openid, email]
  variables: { tenant: acme }
targets:
  - { <<: *common, name: a }
  - name: b
    <<: [*common, { username: u }]
    scope: profile
`;
  expect(read(text).map(({ settings }) => settings)).toEqual([
    { scope: 'openid email', tenant: 'acme' },
    { scope: 'profile', tenant: 'acme', username: 'u' },
  ]);
});

describe('of several mappings under << the earlier one wins (https://yaml.org/type/merge.html)', () => {
  const anchors = `x-a: &a { scope: first, client_id: a }
x-b: &b { scope: second, client_id: b, username: b }
x-c: &c { <<: *b, client_id: c }
targets:
`;
  test.each([
    ['a list', '{ name: t, <<: [*a, *b] }', { scope: 'first', client_id: 'a', username: 'b' }],
    ['the other order', '{ name: t, <<: [*b, *a] }', { scope: 'second', client_id: 'b', username: 'b' }],
    ['lists in each other', '{ name: t, <<: [[*a], *b] }', { scope: 'first', client_id: 'a', username: 'b' }],
    [
      'a mapping that merges itself',
      '{ name: t, <<: [*c, *a] }',
      { scope: 'second', client_id: 'c', username: 'b' },
    ],
    [
      'own members, before',
      '{ scope: own, name: t, <<: [*a, *b] }',
      { scope: 'own', client_id: 'a', username: 'b' },
    ],
    [
      'own members, behind',
      '{ <<: [*a, *b], name: t, scope: own }',
      { scope: 'own', client_id: 'a', username: 'b' },
    ],
  ])('%s', (_what, target, settings) => {
    expect(read(`${anchors}  - ${target}\n`).map((one) => one.settings)).toEqual([settings]);
  });
});

test('a few lines that stand for billions of values are refused', () => {
  const levels = 'abcdefghij'.split('').map((name, index, all) => {
    const before = all[index - 1];
    return `  - &${name} [${before === undefined ? 'x' : Array(9).fill(`*${before}`).join(',')}]`;
  });
  expect(problemsOf(`x-bomb:\n${levels.join('\n')}\ntargets: *j\n`, 'a.yaml').join()).toContain(
    'stand for too much',
  );
  expect(problemsOf('x-a: &a { <<: *a, b: *a }\ntargets: [*a]', 'a.yaml').join()).toContain(
    'stand for too much',
  );
});

test.each([
  ['- name: a\n\tscope: b\n', 'line 2, column 1: a tab indents the line'],
  [
    '- name: a\n  scope: b\n   flow: c\n',
    'line 2, column 10: the indentation is not that of the lines beside it',
  ],
  ['- name: a\n  name: b\n', 'line 2, column 3: "name" is there twice'],
  ['- name: "a\n', 'a closing quotation mark is missing'],
  ['- name: !secret a\n', 'line 1, column 9: a value begins with "!", which is a tag'],
  [
    '- name: *a\n',
    'line 1, column 9: it is an alias of nothing that stands before it; text that begins with "*" must be in quotation marks',
  ],
  ['- name: a\n---\n- name: b\n', 'line 2, column 1: a second document begins'],
  ['name: a\n', 'line 1, column 1: a list of targets is expected'],
  ['- [a]: b\n', 'line 1, column 3: a key must be a text'],
])('%j', (text, problem) => {
  expect(problemsOf(text, 'a.yaml').join('\n')).toContain(problem);
});

test('a long list is read piece by piece, and says the same', () => {
  const item = (index: number) => `  # ${'long '.repeat(20)}
  - name: t${index}
    client_id: |-
      - first
      - second
    variables:
      list: "- ${index}
        - more"
`;
  const text = `# targets\n---\ntargets: # all\n${Array.from({ length: 1500 }, (_, index) => item(index)).join('')}`;
  const targets = read(text);
  expect(targets).toHaveLength(1500);
  expect(targets[1234]).toEqual({
    name: 't1234',
    settings: { client_id: '- first\n- second', list: '- 1234 - more' },
    secrets: [],
    at: { line: 4 + 1234 * 8 + 1, column: 5 },
  });
  expect(problemsOf(`${text}  - name: t7\n  - nmae: x\nmore: x\n`, 'a.yaml')[0]).toContain(
    'line 12006, column 1',
  );
  expect(problemsOf(`${text}  - name: t7\n  - name: x\n    nmae: x\n`, 'a.yaml')).toEqual([
    'line 12004, column 5: the name "t7" is taken by line 61',
    'line 12006, column 5: "nmae" of "x" is unknown. Did you mean "name"?',
  ]);
});

test('a long file that must be read as a whole is refused', () => {
  const text = `- &a\n  name: a\n${'# comment\n'.repeat(600_000)}`;
  expect(problemsOf(text, 'a.yaml')[0]).toContain(
    'a YAML file of more than 5 MB must be a plain list without anchors',
  );
});

// @ts-nocheck
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references to the environment are what is read
import { describe, expect, test } from 'vitest';
import { readTargets } from '../../src/targets/read-targets.ts';
import { problemsOf } from './read.ts';

const CSV = `name,client_id,client_secret,scope,variables.tenant,flow
eu-1,id-1,\${SECRET},openid profile,acme,three-legged
us-1,007,plain,,,
`;

const JSON_LIST = `[
  {"name": "eu-1", "client_id": "id-1", "client_secret": "\${SECRET}", "scope": ["openid", "profile"],
   "variables": {"tenant": "acme"}, "flow": "three-legged"},
  {"name": "us-1", "client_id": "007", "client_secret": "plain", "scope": "", "flow": null}
]`;

const YAML = `targets:
  - name: eu-1
    client_id: id-1
    client_secret: \${SECRET}
    scope: [openid, profile]
    variables: { tenant: acme }
    flow: three-legged
  - name: us-1
    client_id: 007
    client_secret: plain
    scope:
`;

describe('the three kinds of files say the same', () => {
  test.each([
    ['targets.csv', CSV, 2, 1, 3, 1],
    ['targets.json', JSON_LIST, 2, 3, 4, 3],
    ['targets.yaml', YAML, 2, 5, 8, 5],
    ['targets', CSV, 2, 1, 3, 1],
    ['targets', JSON_LIST, 2, 3, 4, 3],
    ['targets', YAML, 2, 5, 8, 5],
  ])('%s', (file, text, line, column, nextLine, nextColumn) => {
    expect(readTargets(text, file, { SECRET: 's3cret' })).toEqual([
      {
        name: 'eu-1',
        flow: 'three-legged',
        settings: { client_id: 'id-1', client_secret: 's3cret', scope: 'openid profile', tenant: 'acme' },
        secrets: ['client_secret'],
        at: { line, column },
      },
      {
        name: 'us-1',
        settings: { client_id: '007', client_secret: 'plain' },
        secrets: ['client_secret'],
        at: { line: nextLine, column: nextColumn },
      },
    ]);
  });
});

test('scopes and flows are words, in a text or in a list', () => {
  const rows = [
    { name: 'a', scope: ' openid  email ', flow: ['three-legged', 'refusals'] },
    { name: 'b', scope: ['openid', 'email'], flow: 'three-legged refusals' },
  ];
  const [one, other] = readTargets(JSON.stringify(rows), 'a.json', {});
  expect(one).toMatchObject({ settings: { scope: 'openid email' }, flow: 'three-legged refusals' });
  expect(other).toMatchObject({ settings: { scope: 'openid email' }, flow: 'three-legged refusals' });
});

describe('references to the environment', () => {
  test('what comes out of the environment is a secret, whatever it is called', () => {
    const [target] = readTargets('name,client_id,redirect_uri\na,${ID},https://${HOST}/cb', 'a.csv', {
      ID: 'one',
      HOST: 'a.example',
    });
    expect(target?.settings).toEqual({ client_id: 'one', redirect_uri: 'https://a.example/cb' });
    expect(target?.secrets).toEqual(['client_id', 'redirect_uri']);
  });

  test('$${ writes ${, and any other dollar is one', () => {
    const [target] = readTargets('name,client_id,password\na,$${ID},pa$$word$', 'a.csv', {});
    expect(target?.settings).toEqual({ client_id: '${ID}', password: 'pa$$word$' });
  });

  test('one that is not set, or empty as CI systems make it, is named with its row and column', () => {
    expect(problemsOf('name,client_id\na,x\nb,${NO}\nc,${EMPTY}', 'a.csv', { EMPTY: '' })).toEqual([
      'line 3, column 3: client_id of "b": the environment variable NO is not set',
      'line 4, column 3: client_id of "c": the environment variable EMPTY is empty',
    ]);
  });

  test('what the environment gives is not looked through for references', () => {
    expect(readTargets('name,client_id\na,${A}', 'a.csv', { A: '${B}' })[0]?.settings.client_id).toBe('${B}');
  });

  test('a member of every object is no environment variable', () => {
    expect(problemsOf('name,client_id\na,${constructor}', 'a.csv')).toHaveLength(1);
  });

  test.each(['${', '${A', '${A-b}', '${}', '${1}'])('%s is no reference', (text) => {
    expect(problemsOf(`name,client_id\na,x${text}`, 'a.csv', { A: 'x' })[0]).toContain('begins a reference');
  });
});

describe('what is wrong', () => {
  test('all of it is said at once, in the order of the file', () => {
    const text = `- name: a
  clientid: x
- client_id: x
- name: a
- name: a
  scope: { openid: yes }
  variables: { client_id: x, "b c": y }
- 3
`;
    expect(problemsOf(text, 'a.yaml')).toEqual([
      'line 2, column 3: "clientid" of "a" is unknown. Did you mean "client_id"?',
      'line 3, column 3: a target without a name',
      'line 4, column 3: the name "a" is taken by line 1',
      'line 5, column 3: the name "a" is taken by line 1',
      'line 6, column 3: scope of "a" must be a text or a list of texts',
      'line 7, column 30: variables.b c of "a": names of variables are letters, digits, "_", "." and "-"',
      'line 8, column 3: a target is an object with a name and settings',
    ]);
  });

  test('two targets of one name', () => {
    expect(problemsOf('name,client_id\na,x\nb,x\na,x', 'a.csv')).toEqual([
      'line 4, column 1: the name "a" is taken by line 2',
    ]);
  });

  test('a variable that has a key of its own', () => {
    expect(problemsOf('name,variables.client_id\na,x', 'a.csv')).toEqual([
      'line 2, column 3: variables.client_id of "a": write it as client_id',
    ]);
  });

  test.each([
    ['[{"name": "a\\nb"}]', 'name of "a\\nb" must not hold control characters, such as line ends'],
    ['[{"name": " a"}]', 'name of " a" must not begin or end with a space'],
    [`[{"name": "${'a'.repeat(201)}"}]`, 'must have at most 200 characters'],
    ['[{"name": ""}]', 'a target without a name'],
    ['[{"name": "${LONG}"}]', 'name: what the environment gives must have at most 200 characters'],
  ])('a name that cannot be one: %s', (text, problem) => {
    expect(problemsOf(text, 'a.json', { LONG: 'a'.repeat(201) }).join()).toContain(problem);
  });

  test('of many problems the first twenty are shown, and the others counted', () => {
    const rows = Array.from({ length: 50 }, (_, row) => `a${row},b`);
    const problems = problemsOf(['name,x', ...rows].join('\n'), 'a.csv');
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)).toBe('and 30 more');
  });

  test.each(['', ' \n', '\uFEFF', 'name\n', '[]', '{"targets": []}'])(
    'a file without targets: %j',
    (text) => {
      expect(problemsOf(text, 'a')).toEqual(['It holds no targets.']);
    },
  );

  test('a file that is not UTF-8', () => {
    expect(problemsOf('n\0a\0m\0e\0', 'a.csv')).toEqual([
      'line 1, column 1: the file is not UTF-8; save it as "CSV UTF-8" or the like',
    ]);
  });

  test('no value that may be a secret is in a message', () => {
    const secret = 'pa55w0rd';
    const files = [
      ['a.csv', `a,${secret}\nb,${secret}`],
      ['a.csv', `name,password\na,${secret},${secret}\nb,"${secret}\n`],
      ['a.csv', `name,password\na,${secret}"x"\n`],
      ['a.csv', `name,password\n,${secret}\na,${secret}\${NO}\n`],
      ['a.json', `[{"name": "a", "password": ["${secret}"], "client_secret": {"a": "${secret}"}}]`],
      ['a.json', `[{"name": "a", "password": ${secret}}]`],
      ['a.yaml', `- name: a\n  password: !${secret} x\n`],
      ['a.yaml', `- name: a\n  password: *${secret}\n`],
      ['a.yaml', `- name: a\n  password: "x" ${secret}: "${secret}\n`],
      ['a.yaml', `- name: a\n  <<: ${secret}\n  password: ${secret}: x\n`],
    ] as const;
    for (const [file, text] of files) {
      const said = problemsOf(text, file).join('\n');
      expect(said, text).not.toBe('');
      expect(said, text).not.toContain(secret);
    }
  });
});

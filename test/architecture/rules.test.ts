// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources under test are written as strings
import { describe, expect, test } from 'vitest';
import * as rules from './rules.ts';

describe('imports that the table does not allow are found', () => {
  test.each([
    ['oauth/a.ts', "import { b } from '../providers/b.ts';", 'oauth/a.ts may not import providers/b.ts'],
    ['oauth/a.ts', "import type { B } from '../providers/b.ts';", 'oauth/a.ts may not import providers/b.ts'],
    ['oauth/a.ts', "await import('../providers/b.ts');", 'oauth/a.ts may not import providers/b.ts'],
    ['runner/a.ts', "import { b } from '../oauth/b.ts';", 'runner/a.ts may not import oauth/b.ts'],
    ['emulator/a.ts', "import { b } from '../doctor/b.ts';", 'emulator/a.ts may not import doctor/b.ts'],
    ['flows/a.ts', "import { b } from '../commands/b.ts';", 'flows/a.ts may not import commands/b.ts'],
    ['commands/a.ts', "import { main } from '../main.ts';", 'commands/a.ts may not import main.ts'],
    ['providers/a.ts', "import { b } from '../index.ts';", 'providers/a.ts may not import index.ts'],
    ['main.ts', "import { b } from './providers/b.ts';", 'main.ts may not import providers/b.ts'],
    ['cli.ts', "import { b } from './commands/all.ts';", 'cli.ts may not import commands/all.ts'],
    ['index.ts', "import './cli.ts';", 'index.ts may not import cli.ts'],
    ['failure.ts', "import { b } from './main.ts';", 'failure.ts may not import main.ts'],
    [
      'reports/a.ts',
      "import { b } from '../runner/result.ts';",
      'reports/a.ts may not import runner/result.ts but by "import type"',
    ],
    ['oauth/a.ts', "import { b } from './b.js';", 'oauth/a.ts imports ./b.js without its ending .ts'],
    [
      'oauth/a.ts',
      "import { b } from '../../test/b.ts';",
      'oauth/a.ts imports ../../test/b.ts, which is outside src',
    ],
    [
      'drawer/a.ts',
      "import { b } from '../oauth/b.ts';",
      'drawer/a.ts is in "drawer", which the table does not know',
    ],
    ['oauth/a.ts', "import { z } from 'zod';", /^oauth\/a\.ts may not import zod, whose home is/],
    [
      'doctor/b.ts',
      "import { load } from 'cheerio/slim';",
      /may not import cheerio, whose home is doctor\/read-page\.ts$/,
    ],
    [
      'login/a.ts',
      "import { b } from '@hono/other/deep';",
      'login/a.ts imports @hono/other, which has no home in the table',
    ],
    ['reports/har.ts', "import { Har } from 'har-format';", /har-format, which has no home/],
    ['oauth/a.ts', "import type { Har } from 'har-format';", /may not import har-format/],
    ['collection/a.ts', "import sdk from 'postman-collection';", /may not import postman-collection/],
    ['oauth/a.ts', 'await import(name);', 'oauth/a.ts imports something that is not a literal text'],
  ])('%s: %s', (path, text, problem) => {
    const found = rules.forbiddenImports({ path, text });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(problem);
  });

  test.each([
    ['flows/deep/a.ts', "import { b } from '../../providers/b.ts';"],
    ['runner/a.ts', "import { failure } from '../failure.ts';\nimport type { Io } from '../io.ts';"],
    ['reports/a.ts', "import type { RunResult } from '../runner/result.ts';"],
    ['collection/a.ts', "import type { ItemDefinition } from 'postman-collection';"],
    ['login/a.ts', "import { jwtVerify } from 'jose';\nimport { serve } from '@hono/node-server';"],
    ['doctor/a.ts', "import { readFile } from 'node:fs/promises';\nimport { b } from './b.ts';"],
  ])('and those that it allows are not: %s', (path, text) => {
    expect(rules.forbiddenImports({ path, text })).toEqual([]);
  });

  test('two files that import Newman', () => {
    const text = "import newman from 'newman';";
    const sources = ['runner/a.ts', 'runner/b.ts'].map((path) => ({ path, text }));
    expect(rules.scatteredPackages(sources)).toEqual(['newman is imported by runner/a.ts and runner/b.ts']);
    expect(rules.scatteredPackages(sources.slice(1))).toEqual([]);
  });
});

test('a chain of imports that loads a heavy package at the start is shown, a dynamic or a type import is none', () => {
  const sources = [
    { path: 'cli.ts', text: "import { main } from './main.ts';" },
    { path: 'main.ts', text: "import yargs from 'yargs';\nimport { a } from './commands/a.ts';" },
    {
      path: 'commands/a.ts',
      text: "import { b } from '../providers/b.ts';\nawait import('../runner/c.ts');",
    },
    { path: 'providers/b.ts', text: "import { z } from 'zod';\nimport type { D } from '../emulator/d.ts';" },
    { path: 'runner/c.ts', text: "import newman from 'newman';" },
    { path: 'emulator/d.ts', text: "import { Hono } from 'hono';" },
  ];
  expect(rules.heavyStart('cli.ts', sources)).toEqual([
    'cli.ts → main.ts → commands/a.ts → providers/b.ts → zod',
  ]);
});

describe('effects that do not come in by Io are found', () => {
  test.each([
    ['const a = process.env.A;', 'process'],
    ['const a = `${process.cwd()}`;', 'process'],
    ["import process from 'node:process';", 'process'],
    ['const a = Date.now();', 'Date.now'],
    ['const clock = Date.now;', 'Date.now'],
    ['const a = new Date();', 'new Date()'],
    ['const a = new Date;', 'new Date()'],
    ['const a = performance.now();', 'performance.now'],
    ['const a = Math.random();', 'Math.random'],
    ['const a = AbortSignal.timeout(10);', 'AbortSignal.timeout'],
    ['const a = await fetch(url);', 'the global fetch'],
    ['if (await fetch(url)) {', 'the global fetch'],
    ['const a = globalThis.fetch;', 'the global fetch'],
    ["import { randomBytes } from 'node:crypto';", 'randomness of crypto'],
    ["import { createHash, randomUUID as id } from 'node:crypto';", 'randomness of crypto'],
    ['const a = crypto.randomUUID();', 'randomness of crypto'],
    ['crypto.getRandomValues(bytes);', 'randomness of crypto'],
  ])('%s', (text, effect) => {
    expect(rules.reachedEffects({ path: 'oauth/a.ts', text })).toEqual([`oauth/a.ts uses ${effect}`]);
    expect(rules.reachedEffects({ path: 'cli.ts', text })).toEqual([]);
  });

  test.each([
    '// process.env is read by cli.ts',
    "const a = 'process.env';",
    'const a = new Date(io.now());',
    'const a = await io.fetch(url);',
    'const app = { fetch(request: Request): Promise<Response> {\n} };',
    "import { createHash } from 'node:crypto';",
    'const a = randomBytes(8);',
    'readonly fetch: typeof fetch;',
    'function a(fetch: Emulator.fetch) {\n  return fetch(request);\n}',
    'const { fetch, now } = io; await fetch(url);',
    'async function fetch(request: Request) {} void fetch(request);',
    'const processed = a.process.b;',
  ])('and what only looks like one is not: %s', (text) => {
    expect(rules.reachedEffects({ path: 'oauth/a.ts', text })).toEqual([]);
  });
});

test('a named exception allows the effect that it names, and no other', () => {
  const text = 'process.on(name, listener); const a = Math.random();';
  expect(rules.reachedEffects({ path: 'runner/newman.ts', text })).toEqual([
    'runner/newman.ts uses Math.random',
  ]);
});

describe('exports', () => {
  test.each([
    ['oauth/a.ts', 'export default function a() {}', 'oauth/a.ts has a default export'],
    ['oauth/a.ts', 'export { a as default };', 'oauth/a.ts has a default export'],
    ['oauth/index.ts', "export { a } from './a.ts';", /second barrel/],
    ['oauth/a.ts', "export type { A } from './b.ts';", /second barrel/],
    ['index.ts', "export * from './main.ts';", 'index.ts exports without names'],
  ])('%s: %s is refused', (path, text, problem) => {
    const found = rules.forbiddenExports({ path, text });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(problem);
  });

  test('by name are fine', () => {
    expect(rules.forbiddenExports({ path: 'oauth/a.ts', text: 'export function a() {}' })).toEqual([]);
    expect(rules.forbiddenExports({ path: 'index.ts', text: "export { main } from './main.ts';" })).toEqual(
      [],
    );
  });
});

describe('names', () => {
  test.each(['oauth/splitScope.ts', 'oauth/split_scope.ts', 'OAuth/scope.ts', 'oauth/scope.data.ts'])(
    '%s is not kebab-case',
    (path) => {
      expect(rules.badNames(path)).toEqual([`${path} is not kebab-case`]);
    },
  );

  test.each(['util.ts', 'oauth/url-utils.ts', 'helpers/scope.ts', 'runner/run-manager.ts', 'service.ts'])(
    '%s says nothing',
    (path) => {
      expect(rules.badNames(path)).toEqual([expect.stringContaining('which says nothing')]);
    },
  );

  test.each(['oauth/scope.ts', 'sandbox.d.ts', 'doctor/read-page.ts', 'token.js'])('%s is fine', (path) => {
    expect(rules.badNames(path)).toEqual([]);
  });
});

test('a Postman script neither imports nor exports; what the sandbox itself provides may be required', () => {
  const problems = (text: string) => rules.importsInScript({ path: 'a.js', text });
  for (const text of ["import a from 'b';", "await import('b');", 'export const a = 1;', "import 'b';"]) {
    expect(problems(text), text).toEqual(['a.js imports or exports']);
  }
  expect(
    problems("const { load } = require('cheerio');\n// import a from 'b'\npm.test('a', () => {});"),
  ).toEqual([]);
});

// @ts-nocheck
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources under test are written as strings
import { describe, expect, test } from 'vitest';
import { codeOnly, importsOf, withoutComments } from './source.ts';

function kinds(text: string): string[] {
  return importsOf(text).map(
    ({ kind, specifier, reexports }) => `${kind} ${specifier}${reexports ? ' again' : ''}`,
  );
}

describe('imports are found', () => {
  test.each([
    ["import a from 'x';", ['value x']],
    ["import 'x';", ['value x']],
    ['import { a, b as c } from "x";', ['value x']],
    ["import * as a from './x.ts';", ['value ./x.ts']],
    ["import {\n  a,\n  type B,\n} from 'x';", ['value x']],
    ["import type { A } from 'x';", ['type x']],
    ["import type A from 'x';", ['type x']],
    ["import type from 'x';", ['value x']],
    ["import { type A } from 'x';", ['value x']],
    ["export { a } from 'x';", ['value x again']],
    ["export type { A } from 'x';", ['type x again']],
    ["export * from 'x';", ['value x again']],
    ["const { a } = await import('x');", ['dynamic x']],
    ["type A = import('x').A;", ['dynamic x']],
    ['await import(name);', ['dynamic ']],
    ["const a = require('x');", ['dynamic x']],
    ["/* a */ import a from 'x'; // b\nimport b from 'y';", ['value x', 'value y']],
  ])('%j', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });
});

describe('what only looks like an import is none', () => {
  test.each([
    "// import a from 'x';",
    "/*\nimport a from 'x';\n*/",
    "/** as in `await import('x')` */",
    "const page = `\nimport a from 'x';\nimport('y')`;",
    "export const a = 'x';",
    "export function a() { return 'x'; }",
    "io.import('x'); this.require('y');",
  ])('%j', (text) => {
    expect(kinds(text)).toEqual([]);
  });
});

test('comments go, and addresses, expressions and templates stay', () => {
  const text = "const a = 'https://x'; // b\nconst c = /[\"'`/]\\/\\//; /* d */ const e = `//${c}`;";
  const code = withoutComments(text);
  expect(code).toContain("'https://x'");
  expect(code).toContain('`//${c}`');
  expect(code).not.toMatch(/\/\/ b|d \*/);
  expect(code.split('\n')).toHaveLength(2);
});

test('a division is no regular expression', () => {
  expect(codeOnly("const a = b / c; const d = 'e' / f;")).toBe("const a = b / c; const d = '' / f;");
});

test('strings and regular expressions are emptied, templates are not', () => {
  expect(codeOnly("f('process.env', /process.env/g, `${process.env.X}`)")).toBe(
    "f('', /./, `${process.env.X}`)",
  );
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as rules from './architecture/rules.ts';
import type { Source } from './architecture/source.ts';
import { folders, packages, rootFiles } from './architecture/table.ts';

const sources = filesBelow('src');
const scripts = filesBelow('scripts');

function filesBelow(folder: string): Source[] {
  const root = new URL(`../${folder}/`, import.meta.url);
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.[cm]?[jt]s$/.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(new URL(path, root), 'utf8') }));
}

test('imports go the ways that the table allows', () => {
  expect(sources.flatMap(rules.forbiddenImports)).toEqual([]);
});

test('a package that has one file for a home is imported by one file', () => {
  expect(rules.scatteredPackages(sources)).toEqual([]);
});

test('the program starts without loading what only some commands need', () => {
  expect(rules.heavyStart('main.ts', sources)).toEqual([]);
});

test('whoever imports the package does not load Newman', () => {
  expect(rules.heavyStart('index.ts', sources).filter((problem) => /newman/.test(problem))).toEqual([]);
});

test("a run makes its collections without loading Postman's SDK", () => {
  const loads = (entry: string) => rules.heavyStart(entry, sources).join('\n');
  expect(loads('collection/collections.ts')).not.toContain('postman-collection');
  expect(loads('run/parts.ts')).not.toContain('postman-collection');
  expect(loads('commands/generate/generate.ts')).toContain('postman-collection');
});

test('effects come in by Io', () => {
  expect(sources.flatMap(rules.reachedEffects)).toEqual([]);
});

test('exports have names, and there is one barrel', () => {
  expect(sources.flatMap(rules.forbiddenExports)).toEqual([]);
});

test('files and folders are in kebab-case and named after a thing', () => {
  expect([...sources, ...scripts].flatMap(({ path }) => rules.badNames(path))).toEqual([]);
});

test('Postman scripts import nothing', () => {
  const javaScript = scripts.filter(({ path }) => path.endsWith('.js'));
  expect(javaScript.flatMap(rules.importsInScript)).toEqual([]);
});

test('every file has a place in the table', () => {
  const known = [...Object.keys(folders), ...Object.keys(rootFiles)];
  expect(
    sources.map(({ path }) => path.split('/')[0]).filter((place) => !known.includes(place ?? '')),
  ).toEqual([]);
});

test('the table names no package that package.json does not have', () => {
  const { dependencies, peerDependencies } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  );
  expect(Object.keys(packages).sort()).toEqual(Object.keys({ ...dependencies, ...peerDependencies }).sort());
});

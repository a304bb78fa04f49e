import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { commands } from '../../src/commands/all.ts';
import { reports } from '../../src/reports/all.ts';

const folder = new URL('../../examples/ci/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yml'));

// Newman depends on a parser of YAML; no other is needed for three files.
const newman = createRequire(createRequire(import.meta.url).resolve('newman/package.json'));
const { load } = newman('js-yaml') as { load: (text: string) => unknown };

function recipe(file: string): unknown {
  return load(readFileSync(new URL(file, folder), 'utf8'));
}

/** All texts in a parsed file. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

test('there is a recipe for each of the three', () => {
  expect(files.sort()).toEqual(['azure.yml', 'github.yml', 'gitlab.yml']);
});

test.each(files)('%s is YAML, and uses only commands, options and reporters that there are', (file) => {
  const lines = textsIn(recipe(file)).filter((text) => text.includes('legwork'));
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) {
    const [, name = '', rest = ''] = /^npx legwork ([\w-]+)(.*)$/.exec(line) ?? [];
    const command = commands.find((one) => one.name === name);
    expect(Object.keys(command?.options ?? {})).toEqual(
      expect.arrayContaining([...rest.matchAll(/--([\w-]+)/g)].map((match) => match[1])),
    );
    const names = /--reporter ([^-]+)/.exec(rest)?.[1]?.trim().split(' ') ?? [];
    for (const reporter of names) expect(Object.keys(reports)).toContain(reporter);
  }
});

test.each(['azure.yml', 'gitlab.yml'])('%s takes the JUnit file from where it is written', (file) => {
  expect(textsIn(recipe(file)).some((text) => text.endsWith(`/${reports.junit.file}`))).toBe(true);
});

test('reports are kept also when the run failed', () => {
  expect(textsIn(recipe('github.yml'))).toContain('always()');
  expect(textsIn(recipe('gitlab.yml'))).toContain('always');
  expect(textsIn(recipe('azure.yml'))).toContain('always()');
});

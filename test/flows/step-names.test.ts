import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scriptsIn } from '../../src/collection/library.ts';
import { flowIds, flows } from '../../src/flows/all.ts';
import { stepsOf } from '../../src/flows/flow.ts';
import { linkedin } from '../../src/providers/linkedin.ts';

test('names of requests bear no number, so that a step can be added between others', () => {
  for (const flow of flowIds.map((id) => flows[id].make(linkedin))) {
    expect(
      stepsOf(flow)
        .map(({ name }) => name)
        .filter((name) => /^\d/.test(name)),
    ).toEqual([]);
  }
});

test('no script names a step by a number: it stands at other numbers in other collections', () => {
  const folder = new URL('../../scripts/', import.meta.url);
  const named = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js'))
    .flatMap((path) => readFileSync(new URL(path, folder), 'utf8').split('\n'))
    .filter((line) => /\bsteps? \d/i.test(line));
  expect(named).toEqual([]);
});

test('every step that a script names is one of its flow', () => {
  for (const flow of flowIds.map((id) => flows[id].make(linkedin))) {
    const names = stepsOf(flow).map(({ name }) => name);
    const named = scriptsIn(flow).flatMap(({ facts }) => [
      ...('steps' in facts ? Object.values(facts.steps) : []),
      ...('codeFrom' in facts ? [facts.codeFrom] : []),
      ...('renewal' in facts && facts.renewal !== undefined ? [facts.renewal.step] : []),
    ]);
    expect(named.length).toBeGreaterThan(0);
    for (const name of named.filter(Boolean)) expect(names).toContain(name);
  }
});

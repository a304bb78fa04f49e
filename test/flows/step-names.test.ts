import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { flowIds, flows } from '../../src/flows/all.ts';
import { isGroup, stepsOf } from '../../src/flows/flow.ts';
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
    const facts = [...flow.parts.filter(isGroup), ...stepsOf(flow)].flatMap((part) => [
      ...(isGroup(part) ? [part.test] : [part.prerequest, part.test]),
    ]);
    const named = facts.flatMap((script) => [
      ...Object.values((script?.expected?.steps ?? {}) as Record<string, string>),
      script?.expected?.codeFrom as string,
    ]);
    for (const name of named.filter(Boolean)) expect(names).toContain(name);
  }
});

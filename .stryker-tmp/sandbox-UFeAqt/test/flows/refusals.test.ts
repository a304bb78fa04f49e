// @ts-nocheck
import { expect, test } from 'vitest';
import { flows } from '../../src/flows/all.ts';
import { isGroup } from '../../src/flows/flow.ts';
import { apis } from '../../src/flows/refusals/apis.ts';
import { authorizationEndpoint } from '../../src/flows/refusals/authorization-endpoint.ts';
import { codes, deadTokens } from '../../src/flows/refusals/codes-and-tokens.ts';
import { notProvoked } from '../../src/flows/refusals/not-provoked.ts';
import { casesOf } from '../../src/flows/refusals/refusal-group.ts';
import { tokenEndpoint } from '../../src/flows/refusals/token-endpoint.ts';
import { refusals } from '../../src/flows/refusals.ts';
import type { ErrorCase } from '../../src/providers/error-case.ts';
import { linkedin } from '../../src/providers/linkedin.ts';
import { parseProfileDocument } from '../../src/providers/profile-file.ts';
import { NOT_PLAYED, scenes } from '../emulator/error-scenes.ts';

const current = Object.entries(linkedin.errors)
  .filter(([, errorCase]: [string, ErrorCase]) => !errorCase.past)
  .map(([name]) => name)
  .sort();
const provoked = [
  tokenEndpoint,
  authorizationEndpoint(linkedin),
  codes(linkedin),
  apis(linkedin),
  deadTokens(linkedin),
].flatMap(casesOf);

test('every refusal of LinkedIn is provoked by a request, or listed with the reason why none can', () => {
  expect([...new Set([...provoked, ...Object.keys(notProvoked)])].sort()).toEqual(current);
  expect(Object.keys(notProvoked).filter((name) => provoked.includes(name))).toEqual([]);
});

test('every refusal that a request provokes is played by the emulator', () => {
  for (const name of new Set(provoked)) {
    expect(scenes, name).toHaveProperty(name);
    expect(NOT_PLAYED).not.toHaveProperty(name);
  }
});

test('every folder compares its requests with a literal text, and tells cause and remedy', () => {
  const entries = refusals(linkedin)
    .parts.filter(isGroup)
    .flatMap(({ steps, test: script }) => [script, ...steps.map((step) => step.test)])
    .flatMap((script) => Object.values((script?.expected?.refusals ?? {}) as Record<string, Said>));
  expect(entries.length).toBeGreaterThan(45);
  for (const { pattern, cause, remedy, said } of entries) {
    expect(pattern.length, said).toBeGreaterThan(10);
    expect(said).toContain('"');
    for (const text of [cause, remedy]) expect(text).toMatch(/\.$/);
  }
});

interface Said {
  readonly pattern: string;
  readonly cause: string;
  readonly remedy: string;
  readonly said: string;
}

test('the flow is not run unless it is named, and not offered where no refusal is known word for word', () => {
  expect(flows.refusals).toMatchObject({ byDefault: false, unattended: true });
  const other = parseProfileDocument(
    {
      issuer: 'https://login.example.org',
      authorization_endpoint: 'https://login.example.org/authorize',
      token_endpoint: 'https://login.example.org/token',
      grant_types_supported: ['authorization_code'],
    },
    'other',
  );
  expect(flows.refusals.obstacle(other)).toContain('word for word');
});

import { expect, test } from 'vitest';
import { scriptsIn } from '../../src/collection/library.ts';
import { flows } from '../../src/flows/all.ts';
import { apis } from '../../src/flows/error-responses/apis.ts';
import { authorizationEndpoint } from '../../src/flows/error-responses/authorization-endpoint.ts';
import { codes, deadTokens } from '../../src/flows/error-responses/codes-and-tokens.ts';
import { casesOf } from '../../src/flows/error-responses/error-response-group.ts';
import { notProvoked } from '../../src/flows/error-responses/not-provoked.ts';
import { tokenEndpoint } from '../../src/flows/error-responses/token-endpoint.ts';
import { errorResponses } from '../../src/flows/error-responses.ts';
import { knownErrors } from '../../src/flows/expectations.ts';
import type { ErrorCase } from '../../src/providers/error-case.ts';
import { linkedin } from '../../src/providers/linkedin.ts';
import { parseProfileDocument } from '../../src/providers/profile-file.ts';
import { NOT_PLAYED, scenes } from '../emulator/error-scenes.ts';

const PLACES = new Set(Object.values(linkedin.errors).map(({ place }) => place));
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
  expect(
    [...new Set([...provoked, ...Object.keys(notProvoked)])].sort(),
    'Add a request to the file of its folder in src/flows/error-responses, or the reason why none can to not-provoked.ts there.',
  ).toEqual(current);
  expect(Object.keys(notProvoked).filter((name) => provoked.includes(name))).toEqual([]);
});

test('every refusal that a request provokes is played by the emulator', () => {
  for (const name of new Set(provoked)) {
    expect(scenes, name).toHaveProperty(name);
    expect(NOT_PLAYED).not.toHaveProperty(name);
  }
});

test('every folder compares its requests with a literal text, and tells cause and remedy', () => {
  const facts = scriptsIn(errorResponses(linkedin)).flatMap((script) =>
    script.run === 'afterProvocation' || script.run === 'afterCancel' ? [script.facts] : [],
  );
  expect(facts.length).toBeGreaterThan(45);
  const known = new Map(knownErrors(linkedin, [...PLACES]).map((one) => [one.case, one]));
  for (const { case: name, text } of facts) {
    expect(text.length, name).toBeGreaterThan(10);
    for (const said of [known.get(name)?.cause, known.get(name)?.remedy]) expect(said, name).toMatch(/\.$/);
  }
});

test('the flow is not run unless it is named, and not offered where no refusal is known word for word', () => {
  expect(flows['error-responses']).toMatchObject({ byDefault: false, unattended: true });
  const other = parseProfileDocument(
    {
      issuer: 'https://login.example.org',
      authorization_endpoint: 'https://login.example.org/authorize',
      token_endpoint: 'https://login.example.org/token',
      grant_types_supported: ['authorization_code'],
    },
    'other',
  );
  expect(flows['error-responses'].obstacle(other)).toContain('word for word');
});

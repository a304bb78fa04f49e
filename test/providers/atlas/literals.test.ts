import { expect, test } from 'vitest';
import { allProviders } from '../../../src/providers/atlas/all.ts';
import type { ErrorLiteral } from '../../../src/providers/facts.ts';
import { findLiterals, identifiedProvider } from '../../../src/providers/find-literals.ts';

const all = await allProviders();
const rows = all.flatMap((provider) =>
  provider.errors.map((literal) => ({ id: provider.id, text: literal.text, provider, literal })),
);

/** The literal as somebody would meet it: with values, in the middle of a line. */
function met({ text }: ErrorLiteral): string {
  return `Error: ${text.replace(/\{(\w+)\}/g, 'https://app.example/cb?x=1')} (request 4711)`;
}

test.each(rows)(
  '$id: "$text" is found, leads to its cause, and to no other provider',
  ({ provider, literal }) => {
    const found = findLiterals(met(literal), all);
    expect(found.map((one) => one.literal)).toContain(literal);
    expect(found[0]?.literal.cause).toBe(literal.cause);
    const named = found
      .filter((one) => one.literal.recognition === 'identifies')
      .map((one) => one.provider.id);
    expect(named.filter((id) => id !== provider.id)).toEqual([]);
    if (literal.recognition === 'identifies') expect(identifiedProvider(found)).toBe(provider);
  },
);

test('no provider has more than 40 literals', () => {
  expect(all.filter(({ errors }) => errors.length > 40).map(({ id }) => id)).toEqual([]);
});

test('a number is not found within a longer one', () => {
  const found = findLiterals('AADSTS500112: something', all);
  expect(found.map(({ literal }) => literal.text)).not.toContain('AADSTS50011');
});

test('values that a provider tells are read out', () => {
  const [found] = findLiterals(
    "AADSTS50011: The redirect URI 'http://localhost:1/cb' specified in the request does not match the redirect URIs configured for the application '42'. Make sure",
    all,
  );
  expect(found?.values).toEqual({ requested: 'http://localhost:1/cb', client_id: '42' });
});

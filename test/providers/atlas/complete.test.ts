import { expect, test } from 'vitest';
import { allProviders, providerIds } from '../../../src/providers/atlas/all.ts';
import type { Source } from '../../../src/providers/facts.ts';

const all = await allProviders();

test('a line of the table and its file have the same name', () => {
  expect(all.map(({ id }) => id)).toEqual(providerIds);
});

/** Every source in an entry, whatever it belongs to. */
function sourcesIn(value: unknown): Source[] {
  if (typeof value !== 'object' || value === null) return [];
  const here = 'source' in value ? [value.source as Source] : [];
  return [...here, ...Object.values(value).flatMap(sourcesIn)];
}

/** Providers of which no source tells the words of an error response: they do not count. */
const withoutErrorText = ['bitbucket', 'paypal'];

test('at least 35 providers count', () => {
  const counting = all.filter(({ redirectUris, errors }) => redirectUris !== undefined && errors.length > 0);
  expect(counting.length).toBeGreaterThanOrEqual(35);
  expect(all.filter((facts) => !counting.includes(facts)).map(({ id }) => id)).toEqual(withoutErrorText);
});

test.each(all.filter(({ id }) => !withoutErrorText.includes(id)).map((facts) => [facts.id, facts] as const))(
  '%s counts: a sourced rule, endpoints and an error text; each source says where, how sure, and when',
  (_, facts) => {
    expect(facts.redirectUris, 'redirectUris: look for a source of the matching rule').toBeDefined();
    expect(facts.errors.length, 'errors: at least one literal text with its source').toBeGreaterThan(0);
    for (const { at, confidence, checked } of sourcesIn(facts)) {
      expect(at.trim(), 'a source names a page or a repository').not.toBe('');
      expect(['documented', 'observed', 'library', 'inferred']).toContain(confidence);
      expect(checked).toMatch(/^20\d\d-\d\d-\d\d$/);
    }
  },
);

test.each(all.map((facts) => [facts.id, facts] as const))(
  '%s explains each value that its endpoints need',
  (_, facts) => {
    const used = new Set(
      Object.values(facts.endpoints).flatMap(({ value }) =>
        [...value.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
      ),
    );
    expect(
      Object.keys(facts.variables ?? {}).sort(),
      'variables: each {name} of an endpoint, with what it is (describe), and no others',
    ).toEqual([...used].sort());
  },
);

test('no two providers share a name or an alias', () => {
  const names = all.flatMap(({ id, aliases = [] }) => [id, ...aliases]);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('there are at least 200 error texts', () => {
  expect(all.reduce((sum, { errors }) => sum + errors.length, 0)).toBeGreaterThanOrEqual(200);
});

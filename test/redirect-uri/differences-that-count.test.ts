import { expect, test } from 'vitest';
import { github } from '../../src/providers/atlas/github.ts';
import { keycloak } from '../../src/providers/atlas/keycloak.ts';
import type { ProviderFacts } from '../../src/providers/facts.ts';
import { differencesThatCount } from '../../src/redirect-uri/differences-that-count.ts';
import { redirectUriDifferences } from '../../src/redirect-uri/redirect-uri.ts';

test.each<[string, ProviderFacts, string, string, string[]]>([
  ['sub-domain and sub-path', github, 'https://x.a.example:8080/cb/more', 'https://a.example/cb', ['port']],
  ['the port of localhost', keycloak, 'http://localhost:1/other', 'http://localhost/cb', ['path']],
  ['what a star covers', keycloak, 'https://b.example/cb', 'https://a.example/*', ['host']],
  [
    'a fragment, which is put back at its end',
    keycloak,
    'https://a.example/cb#x',
    'https://a.example/cb',
    ['fragment'],
  ],
])('does not name %s', (_what, { redirectUris }, requested, registered, kinds) => {
  const all = redirectUriDifferences(requested, registered);
  const counting = differencesThatCount(all, registered, redirectUris?.value, 'web');
  expect(counting.map(({ kind }) => kind)).toEqual(kinds);
});

test('where no difference alone would keep it from being accepted, all are named', () => {
  const all = redirectUriDifferences('https://a.example/cb/', 'https://a.example/cb');
  expect(differencesThatCount(all, 'https://a.example/cb', undefined, undefined)).toEqual(all);
});

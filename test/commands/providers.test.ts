import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { providersPage } from '../../src/commands/providers/providers-page.ts';
import { main } from '../../src/main.ts';
import { allProviders, providerIds } from '../../src/providers/atlas/all.ts';
import { testIo } from '../support/io.ts';

async function run(...argv: string[]) {
  const io = testIo();
  return { code: await main(argv, io, '0'), out: io.written(), err: io.said() };
}

test('"legwork providers" lists every provider, one a line', async () => {
  const { code, out } = await run('providers');
  expect(code).toBe(0);
  for (const id of providerIds) expect(out).toMatch(new RegExp(`^${id} +\\S`, 'm'));
});

test('"legwork providers NAME" prints the rule in words, where to register, and the source of each fact', async () => {
  const { code, out } = await run('providers', 'github');
  expect(code).toBe(0);
  expect(out).toContain('A registered value covers its sub-domains and sub-paths');
  expect(out).toContain('Authorization callback URL');
  expect(out).toContain('The redirect_uri MUST match the registered callback URL for this application.');
  expect(out).toContain(
    'docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps (documented, checked',
  );
});

test('--json prints every fact with its source', async () => {
  const { code, out } = await run('providers', 'spotify', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    id: 'spotify',
    redirectUris: {
      value: { bans: expect.any(Array) },
      source: { confidence: 'documented', checked: expect.any(String) },
    },
  });
});

test.each([
  ['githb', 'Did you mean "github"?'],
  ['azure', 'Did you mean "entra"?'],
  ['wombat', 'There is no provider "wombat".'],
])('an unknown name exits 2 and gets a suggestion where one is close: %s', async (name, message) => {
  const { code, err } = await run('providers', name);
  expect(code).toBe(2);
  expect(err).toContain(message);
});

test.each([
  ['run', '--provider', 'githb'],
  ['generate', '--provider', 'githb'],
  ['login', '--provider', 'githb'],
  ['token', '--provider', 'githb'],
  ['emulate', '--provider', 'githb'],
  ['doctor', '--provider', 'githb'],
  [
    'doctor',
    'redirect-uri',
    '--requested',
    'https://a.example/',
    '--registered',
    'https://a.example/',
    '--provider',
    'githb',
  ],
  ['doctor', 'redirect-uri', '--probe', '--requested', 'https://a.example/', '--provider', 'githb'],
])('a mistyped --provider is told by %s %s %s', async (...argv) => {
  const { code, err } = await run(...argv);
  expect(code).toBe(2);
  expect(err).toContain('There is no provider "githb". Did you mean "github"?');
});

test.each([
  ['run', '--provider', 'reddit'],
  ['login', '--provider', 'reddit'],
  ['token', '--provider', 'reddit'],
  ['emulate', '--provider', 'reddit'],
  ['doctor', 'redirect-uri', '--probe', '--requested', 'https://a.example/', '--provider', 'reddit'],
])(
  'the emulator is the default target of a named provider, and one that it does not play exits 2: %s',
  async (...argv) => {
    const { code, err } = await run(...argv);
    expect(code).toBe(2);
    expect(err).toContain('The emulator does not play reddit.');
    expect(err).toContain('--target live');
  },
);

test('docs/providers.md is what "npm run generate" writes', async () => {
  const page = await readFile(new URL('../../docs/providers.md', import.meta.url), 'utf8');
  expect(page).toBe(providersPage(await allProviders()));
});

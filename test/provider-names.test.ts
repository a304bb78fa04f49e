import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Files and folders below src in which the provider's name may stand, each with the reason. */
const allowed: Readonly<Record<string, string>> = {
  'providers/linkedin': 'the profile of its own: linkedin.ts and linkedin/',
  'providers/atlas/linkedin.ts': 'its entry of the atlas',
  'providers/atlas/all.ts': 'the one line of each provider',
  'providers/profiles.ts': 'the one line of each provider with a profile of its own',
  'providers/default-provider.ts': 'which provider is meant where nobody names one',
  'emulator/': 'it is played by endpoints of its own, which others that are made from the atlas stand beside',
  'flows/error-responses/': 'each step is one of its own error cases',
  'main.ts': 'the introduction of the program',
  'index.ts': 'the public API exports the profile',
  'commands/': 'examples and summaries of commands',
  'redaction/harmless.ts': 'a header that carries its name',
  'redaction/secrecy.ts': 'a word that stands in every report and cannot be masked as a secret',
  'redirect-uri/postman-callbacks.ts': 'the address of a page',
};

const root = new URL('../src/', import.meta.url);
const naming = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts') && /linkedin/i.test(readFileSync(new URL(path, root), 'utf8')))
  .sort();

test('facts of one provider stand in its own files', () => {
  expect(
    naming.filter((path) => !Object.keys(allowed).some((place) => path.startsWith(place))),
    'These name LinkedIn. Take what they say from the profile: `profile.facts` (src/providers/facts.ts) has rules, pages, lifetimes and notes.',
  ).toEqual([]);
});

test('each exception is still needed', () => {
  expect(Object.keys(allowed).filter((place) => !naming.some((path) => path.startsWith(place)))).toEqual([]);
});

test('no code asks which provider it has', () => {
  const asking = naming.filter((path) => {
    const text = readFileSync(new URL(path, root), 'utf8');
    return (
      /\.id\s*[!=]==|[!=]==\s*(?:linkedin\.id|'linkedin')/.test(text) &&
      /linkedin\.id|[!=]== 'linkedin'/.test(text)
    );
  });
  expect(asking).toEqual([]);
});

// @ts-nocheck
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { legworkSection } from '../../src/providers/profile-file/legwork-section.ts';
import { resource } from '../../src/providers/profile-file/resource.ts';
import { retry } from '../../src/providers/profile-file/retry.ts';
import { signIn } from '../../src/providers/profile-file/sign-in.ts';
import { parseProfileDocument } from '../../src/providers/profile-file.ts';

const page = readFileSync(new URL('../../docs/profiles.md', import.meta.url), 'utf8');

test('each example of docs/profiles.md is a valid profile file', () => {
  const examples = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, json]) => json ?? '');
  expect(examples).toHaveLength(2);
  for (const example of examples) {
    expect(parseProfileDocument(JSON.parse(example), 'docs/profiles.md').grants).toContain(
      'authorization_code',
    );
  }
});

test.each([
  ['legwork', legworkSection.shape],
  ['resource', resource.shape],
  ['sign_in', signIn.shape],
  ['retry', retry.shape],
])('docs/profiles.md explains every member of %s', (_section, shape) => {
  // A resource's own description needs no explanation.
  const members = Object.keys(shape).filter((name) => name !== 'description');
  expect(members.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { discoveryDocument } from '../../src/providers/linkedin/metadata.ts';
import { linkedin } from '../../src/providers/linkedin.ts';
import { loadProfile } from '../../src/providers/load.ts';
import { testIo } from '../support/io.ts';

let cwd: string;
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'legwork-'));
});
afterAll(() => rm(cwd, { recursive: true }));

async function loadFile(text: string) {
  await writeFile(join(cwd, 'profile.json'), text);
  return loadProfile('profile.json', testIo({ cwd }));
}

test('"linkedin" is the built-in profile', async () => {
  expect(await loadProfile('linkedin', testIo())).toBe(linkedin);
});

describe('a file is read relative to the current folder', () => {
  test("LinkedIn's own discovery document, saved to disk, is a valid profile", async () => {
    const profile = await loadFile(JSON.stringify(discoveryDocument));
    expect(profile).toMatchObject({
      id: 'www-linkedin-com',
      name: 'www.linkedin.com',
      environmentPrefix: 'OAUTH',
      metadata: discoveryDocument,
      grants: ['authorization_code', 'refresh_token'],
      defaultScope: ['openid', 'profile', 'email'],
      clientAuthentication: 'client_secret_post',
    });
    expect(profile.memberResources.map(({ name }) => name)).toEqual(['Read userinfo']);
  });

  test('a file that is not JSON is refused with line and column', async () => {
    await expect(loadFile('{\n  "issuer": "https://login.example.com",\n}')).rejects.toMatchObject({
      code: 'FILE_NOT_JSON',
      message: expect.stringContaining('profile.json is not valid JSON: line 3, column 1:'),
    });
  });

  test('a file of the wrong shape is refused with all problems', async () => {
    await expect(loadFile('{"issuer": 7}')).rejects.toMatchObject({
      code: 'FILE_INVALID',
      exitCode: 2,
      message:
        'profile.json does not have the expected shape:\n  issuer must be a text, not 7\n  token_endpoint is missing',
    });
  });

  test('a missing file is named', async () => {
    await expect(loadProfile('./missing.json', testIo({ cwd }))).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
      message: 'Cannot read ./missing.json: there is no such file.',
    });
    await expect(loadProfile('.', testIo({ cwd }))).rejects.toMatchObject({
      message: 'Cannot read .: it is a folder.',
    });
  });
});

describe('a word that is neither a provider nor a file is answered with a suggestion', () => {
  test.each([
    ['linkdin', 'There is no provider "linkdin". Did you mean "linkedin"?'],
    ['LinkedIn', 'There is no provider "LinkedIn". Did you mean "linkedin"?'],
    [
      'accounts.google.com',
      'There is no provider "accounts.google.com". Did you mean "https://accounts.google.com"?',
    ],
    ['twiter', 'There is no provider "twiter". Did you mean "x"?'],
    ['mastodon', 'There is no provider "mastodon". Did you mean "doorkeeper"?'],
    ['wombat', 'There is no provider "wombat".'],
    ['', 'There is no provider "".'],
  ])('%j', async (provider, message) => {
    await expect(loadProfile(provider, testIo({ cwd }))).rejects.toMatchObject({
      code: 'PROVIDER_UNKNOWN',
      message,
    });
  });
});

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import { testIo } from '../support/io.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { get, labelled, post } from './corpus/build.ts';

const shared = new URL('../../../shared/cases/collections/', import.meta.url);
const cwd = scratchFolder('public-cases');

async function doctor(argv: readonly string[]) {
  const io = testIo({ cwd });
  const code = await main(['doctor', 'collection', ...argv], io, '0');
  return { code, out: io.written(), err: io.said() };
}

/** What must be found in a minimal input of a public report, and what must not. */
const expected: Readonly<Record<string, { readonly found?: string; readonly not?: readonly string[] }>> = {
  'FA1-host-begins-with-login': {
    not: ['fixed-submit-address', 'redirects-followed', 'outcome-not-checked'],
  },
  'FA2-password-grant-is-no-login-form': {
    found: 'password-grant',
    not: ['fixed-submit-address', 'redirects-followed', 'outcome-not-checked'],
  },
  'FA3-basic-is-right-elsewhere': { not: ['client-authentication-missing'] },
  'FA4-encoded-in-a-query': { found: 'redirect-uris-not-equal', not: ['encoded-once-too-often'] },
  'FA6-placeholders': { not: ['stored-secret'] },
  'FA7-hybrid-is-not-implicit': { not: ['implicit-flow'] },
  'M1-multipart-token-request': { found: 'token-request-not-a-form' },
  'M1b-raw-without-content-type': { found: 'token-request-not-a-form' },
  'M2-json-body': { found: 'token-request-not-a-form' },
  'M3-header-secrets': { found: 'stored-secret' },
  'M4-logs-the-token': { found: 'token-logged' },
  'M5-password-grant': { found: 'password-grant' },
  'M6-secret-under-another-name': { found: 'stored-secret' },
  'M8-any-word-state': { found: 'state-not-compared' },
  'M9-no-pkce': { found: 'pkce-missing' },
  'M10-token-in-query-and-path': { found: 'secret-in-path' },
  'M12-http-redirect': { found: 'plain-http' },
  'M17-state-missing-in-tab': { found: 'state-missing' },
  'oauth-tab-without-token': { found: 'oauth-tab-without-token' },
};

test.skipIf(!existsSync(shared)).each(Object.entries(expected))('%s', async (name, { found, not = [] }) => {
  const { out } = await doctor([fileURLToPath(new URL(`${name}.json`, shared)), '--json']);
  const codes = JSON.parse(out).problems.map(({ code }: { code: string }) => code);
  if (found !== undefined) expect(codes).toContain(found);
  expect(codes.filter((code: string) => not.includes(code))).toEqual([]);
});

test.skipIf(!existsSync(shared))('every input of a public report is a case here or a case of --fix', () => {
  const others = readdirSync(shared).filter((name) => !/^(?:fix-|leak|client-skip)/.test(name));
  expect(others.map((name) => name.replace('.json', '')).sort()).toEqual(Object.keys(expected).sort());
});

const SECRET = 'Zq8MadeUpValueZq8';
const leaky = labelled(
  'leaky',
  [],
  [
    post(
      `https://id.example/token?client_secret=${SECRET}1`,
      `https://id.example/token?grant_type=x&client_secret=${SECRET}1`,
    ),
    get('callback', 'https://id.example/cb', {
      test: `const u = 'https://id.example/cb?code=${SECRET}2'; pm.environment.set('code', u.split('code=')[1]);`,
    }),
    get(
      'user',
      `http://me:${SECRET}3@id.example/tokens/eyJhbGciOiJub25lIn0.eyJ6IjoiWnE4TWFkZVVwIn0.c2ln/token?grant_type=x`,
    ),
    get(
      'ask',
      `https://id.example/authorize?response_type=code&client_id=x&redirect_uri=https%3A%2F%2Fa%2Fcb%3Ftoken%3D${SECRET}4&state=${SECRET}5`,
    ),
    post('JSON', 'https://id.example/token', {
      jsonBody: { grant_type: 'password', password: `${SECRET}6` },
    }),
  ],
).json;

test('nothing secret is printed, as text, as JSON and by --fix', async () => {
  writeFileSync(join(cwd, 'leaky.json'), JSON.stringify(leaky, null, 2));
  const files = ['leaky.json', ...(existsSync(shared) ? [fileURLToPath(new URL('leak.json', shared))] : [])];
  for (const file of files) {
    for (const options of [
      [],
      ['--json'],
      ['--provider', 'linkedin'],
      ...(file === 'leaky.json' ? [['--fix']] : []),
    ]) {
      const { out, err } = await doctor([file, ...options]);
      expect(`${out}${err}`).not.toMatch(/Zq8|eyJhbGciOiJub25lIn0\./);
      expect(out).toContain('stored-secret');
    }
  }
});

test('a wrapped collection of version 2.0, with URLs as text and a script in one string, is read like the rest', async () => {
  const collection = {
    info: { name: 'old', schema: 'https://schema.getpostman.com/json/collection/v2.0.0/collection.json' },
    item: [
      {
        name: 'Token',
        event: [{ listen: 'test', script: 'console.log(pm.response.json().access_token)' }],
        request: {
          method: 'POST',
          url: 'http://id.shop.example/token',
          body: { mode: 'formdata', formdata: [{ key: 'grant_type', value: 'password' }] },
        },
      },
      { name: 'Me', request: { url: { raw: 'https://id.shop.example/me?access_token={{t}}' } } },
    ],
  };
  writeFileSync(join(cwd, 'old.json'), JSON.stringify({ collection }));
  const { out } = await doctor(['old.json', '--json']);
  const codes = JSON.parse(out).problems.map(({ code }: { code: string }) => code);
  expect(codes.sort()).toEqual([
    'password-grant',
    'plain-endpoint',
    'secret-in-query',
    'token-logged',
    'token-request-not-a-form',
  ]);
});

test('a folder of version 3 is told what it is, and what to do', async () => {
  mkdirSync(join(cwd, 'v3'));
  expect(await doctor(['v3'])).toMatchObject({
    code: 2,
    err: expect.stringMatching(/version 3[\s\S]*Export and "Collection v2\.1"/),
  });
});

test('--fix lists each change with before, after and lines, and says nothing new the second time', async () => {
  const token = post('Token', 'https://id.example/token?grant_type=client_credentials&client_id={{id}}');
  writeFileSync(join(cwd, 'fix.json'), JSON.stringify(labelled('fix', [], [token]).json, null, 2));
  const { out } = await doctor(['fix.json', '--fix', '--json']);
  expect(JSON.parse(out).advice.join('\n')).toMatch(
    /Token: grant_type, client_id: moved from the query into the form body\. Before: .*\?grant_type=client_credentials.* After: https:\/\/id\.example\/token\. Lines \d+/,
  );
  expect(readFileSync(join(cwd, 'fix.fixed.json'), 'utf8')).toContain('"urlencoded"');
  expect((await doctor(['fix.fixed.json', '--fix'])).out).toContain('No OAuth mistake was found');
});

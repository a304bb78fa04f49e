import { existsSync, readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { Ajv } from 'ajv';
import sdk from 'postman-collection';
import { expect, test } from 'vitest';
import { type PostmanCollection, postmanCollection } from '../../src/collection/build.ts';
import { collectionsFor } from '../../src/collection/collections.ts';
import { environmentWith } from '../../src/collection/environment.ts';
import { scriptsIn } from '../../src/collection/library.ts';
import { readPackagedScript, withoutComments } from '../../src/collection/read-script.ts';
import { writtenBySdk } from '../../src/collection/written-by-sdk.ts';
import { emulatedSettings, generatedFiles } from '../../src/commands/generate/generate.ts';
import { flowIds, flows } from '../../src/flows/all.ts';
import type { Flow } from '../../src/flows/flow.ts';
import { scriptFiles } from '../../src/flows/script-files.ts';
import { linkedin } from '../../src/providers/linkedin.ts';
import type { Profile } from '../../src/providers/profile.ts';
import { parseProfileDocument } from '../../src/providers/profile-file.ts';

/** A provider with everything that makes a difference, so that each branch of the generator is walked. */
const other = parseProfileDocument(
  {
    issuer: 'https://login.example.org/realm',
    authorization_endpoint: 'https://login.example.org/realm/authorize?tenant=7',
    token_endpoint: 'https://login.example.org/realm/token',
    userinfo_endpoint: 'https://login.example.org/realm/me',
    grant_types_supported: ['authorization_code', 'client_credentials', 'refresh_token'],
    code_challenge_methods_supported: ['S256'],
    legwork: {
      client_authentication: 'client_secret_basic',
      application_scope: 'jobs',
      application_api_url: 'https://api.example.org/jobs',
      authorization_parameters: { audience: 'https://api.example.org' },
      token_parameters: { resource: 'https://api.example.org' },
    },
  },
  'other',
);
const profiles: readonly Profile[] = [linkedin, other];
const allFlows = profiles.flatMap((profile) =>
  flowIds
    .filter((id) => flows[id].obstacle(profile) === undefined)
    .map((id) => ({ profile, flow: flows[id].make(profile) as Flow })),
);

interface Item {
  name: string;
  item?: Item[];
  request?: { description: string; url: { raw: string }; auth?: { type: string } };
  event?: { listen: string; script: { exec: string[] } }[];
  protocolProfileBehavior?: Record<string, boolean>;
}

function itemsOf(collection: object): Item[] {
  const walk = (items: Item[]): Item[] => items.flatMap((item) => [item, ...walk(item.item ?? [])]);
  return walk((collection as { item: Item[] }).item);
}

/** Every script of a collection, its own among them. */
function scriptsOf(
  collection: object,
): { name: string; listen: string; request: boolean; lines: string[] }[] {
  return [{ ...(collection as Item), name: 'the collection' }, ...itemsOf(collection)].flatMap(
    ({ name, event, request }) =>
      (event ?? []).map(({ listen, script }) => ({
        name,
        listen,
        request: request !== undefined,
        lines: script.exec,
      })),
  );
}

test('generating twice gives the same bytes', () => {
  for (const profile of profiles) expect(generatedFiles(profile)).toEqual(generatedFiles(profile));
});

test('the committed files are what the generator makes (npm run generate)', async () => {
  for (const { name, content } of generatedFiles(linkedin, undefined, await emulatedSettings('linkedin'))) {
    expect(readFileSync(new URL(`../../collections/${name}`, import.meta.url), 'utf8'), name).toBe(content);
  }
});

const schemaFile = new URL('../../../shared/schema/postman-collection-v2.1.0.draft-07.json', import.meta.url);

test.skipIf(!existsSync(schemaFile))(
  'every collection is valid by the official schema, and a broken one is not',
  () => {
    // The schema is draft 7 with some keywords that ajv does not know.
    const validate = new Ajv({ strict: false, logger: false }).compile(
      JSON.parse(readFileSync(schemaFile, 'utf8')),
    );
    for (const { profile, flow } of allFlows) {
      const collection = postmanCollection(flow, profile);
      for (const form of [collection, writtenBySdk(collection)])
        expect(validate(form), JSON.stringify(validate.errors)).toBe(true);
    }
    expect(validate({ ...collectionsFor(linkedin)[0]?.collection, item: [{ name: 'no request' }] })).toBe(
      false,
    );
  },
);

test('the SDK reads every collection, and addresses whole and in parts are the same', () => {
  for (const { profile, flow } of allFlows) {
    const collection = postmanCollection(flow, profile);
    for (const item of itemsOf(collection)) {
      if (item.request === undefined) continue;
      const { url } = item.request;
      expect(sdk.Url.parse(url.raw)).toMatchObject({ host: (url as unknown as { host: string[] }).host });
    }
  }
});

/** Empty lists that the SDK writes where the generator has nothing. */
const withoutEmptyLists = (value: unknown) =>
  JSON.parse(
    JSON.stringify(value, (_, member) => (Array.isArray(member) && member.length === 0 ? undefined : member)),
  );

test("what is committed is what Postman's SDK writes: the same again when read again, and nothing lost", () => {
  for (const { profile, flow } of allFlows) {
    const collection = postmanCollection(flow, profile);
    const before = JSON.stringify(collection);
    const written = writtenBySdk(collection);
    expect(JSON.stringify(collection)).toBe(before);
    expect(withoutEmptyLists(written)).toEqual(withoutEmptyLists(collection));
    expect(JSON.stringify(writtenBySdk(written as PostmanCollection))).toBe(JSON.stringify(written));
  }
});

test('every step and every collection is described, and names are unique', () => {
  for (const { profile, flow } of allFlows) {
    const collection = postmanCollection(flow, profile);
    expect((collection.info as { description?: string }).description?.length).toBeGreaterThan(200);
    const requests = itemsOf(collection).filter(({ request }) => request !== undefined);
    for (const { name, request } of requests) expect(request?.description.length, name).toBeGreaterThan(60);
    expect(new Set(requests.map(({ name }) => name)).size).toBe(requests.length);
  }
});

test('redirects are never followed, and cookies never leave the browser legs', () => {
  for (const { profile, flow } of allFlows) {
    for (const item of itemsOf(postmanCollection(flow, profile))) {
      if (item.request === undefined) continue;
      const browser = /login form|redirect$|consent$|Cancel|Another code/.test(item.name);
      expect(item.protocolProfileBehavior, item.name).toEqual({
        followRedirects: false,
        disableCookies: !browser,
      });
    }
  }
});

test('no secret and no endpoint of a token stands in an address', () => {
  for (const { profile, flow } of allFlows) {
    for (const { request } of itemsOf(postmanCollection(flow, profile))) {
      // The one exception shows that LinkedIn takes nothing from an address; its values are nobody's.
      const address = (request?.url.raw ?? '').replace('client_secret=made-up-secret', '');
      expect(address).not.toMatch(/client_secret|password|token=|\{\{code\}\}/);
    }
  }
});

test('the code of scripts/ stands in the library of the collection or in one folder, once', () => {
  for (const { profile, flow } of allFlows) {
    const collection = postmanCollection(flow, profile);
    const scripts = scriptsOf(collection).map(({ lines }) => lines.join('\n'));
    for (const file of new Set(scriptsIn(flow).flatMap(({ run }) => [...scriptFiles[run]]))) {
      const source = withoutComments(readPackagedScript(file));
      expect(scripts.filter((text) => text.includes(source)).length, file).toBe(1);
    }
  }
});

test('every script compiles: files that are put together share no name', () => {
  for (const { profile, flow } of allFlows) {
    for (const { name, lines } of scriptsOf(postmanCollection(flow, profile)))
      expect(() => new Script(lines.join('\n')), name).not.toThrow();
  }
});

test('scripts can be read: at most 30 lines a request, 200 characters a line, 150 kB a collection', () => {
  for (const { profile, flow } of allFlows) {
    const scripts = scriptsOf(postmanCollection(flow, profile));
    for (const { name, request, lines } of scripts) {
      if (request) expect(lines.length, name).toBeLessThanOrEqual(30);
      for (const line of lines) expect(line.length, `${name}: ${line}`).toBeLessThanOrEqual(200);
    }
    const size = scripts.reduce((sum, { lines }) => sum + Buffer.byteLength(lines.join('\n')), 0);
    expect(size, flow.id).toBeLessThanOrEqual(150_000);
  }
});

test('no script uses what the old sandbox lacks, or a promise that would be counted as passed', () => {
  for (const { profile, flow } of allFlows) {
    for (const { name, lines } of scriptsOf(postmanCollection(flow, profile))) {
      const code = lines.join('\n').replace(/\/\*[\s\S]*?\*\/|\/\/.*|'(?:[^'\\\n]|\\.)*'/g, '');
      expect(code, name).not.toMatch(
        /\bawait\b|\basync\b|\?\.\D|\?\?|\bglobalThis\b|\bnew URL\b|structuredClone|pm\.vault|\.replaceAll\(|\.at\(/,
      );
    }
  }
});

test('no script sends a request: pm.sendRequest follows redirects and carries cookies', () => {
  for (const { profile, flow } of allFlows) {
    for (const { name, lines } of scriptsOf(postmanCollection(flow, profile)))
      expect(lines.join('\n'), name).not.toMatch(/\.(sendRequest|runRequest)\b/);
  }
});

test('every function that a script calls stands in the files that it is given', () => {
  const declared = [
    ...readFileSync(new URL('../../scripts/parts.d.ts', import.meta.url), 'utf8').matchAll(
      /^declare (?:function|const) (\w+)/gm,
    ),
  ].map(([, name = '']) => name);
  expect(declared.length).toBeGreaterThan(40);
  for (const [run, files] of Object.entries(scriptFiles)) {
    const text = files.map((file) => withoutComments(readPackagedScript(file))).join('\n\n');
    expect(text, run).toMatch(
      run === 'signIn' ? /^function judge\(/m : new RegExp(`^function ${run}\\(`, 'm'),
    );
    const missing = declared.filter(
      (name) =>
        new RegExp(`(?<![\\w.])${name}(?=\\()`).test(text) &&
        !new RegExp(`(?:function|const) ${name}\\b`).test(text),
    );
    expect(missing, run).toEqual([]);
  }
});

test('scripts name what they look at as pm.request, so that legwork need not build it for the others', () => {
  for (const file of new Set<string>(Object.values(scriptFiles).flat()))
    expect(readPackagedScript(file), file).not.toMatch(/\{[^}]*\b(?:request|cookies)\b[^}]*\} = pm\b|pm\[/);
});

test('every file in scripts/ is used by a flow', async () => {
  const { readdirSync } = await import('node:fs');
  const used = new Set<string>(
    allFlows.flatMap(({ flow }) => scriptsIn(flow).flatMap(({ run }) => [...scriptFiles[run]])),
  );
  const files = readdirSync(new URL('../../scripts/', import.meta.url), {
    recursive: true,
    encoding: 'utf8',
  });
  expect(files.filter((file) => file.endsWith('.js') && !used.has(file))).toEqual([]);
});

test('secrets are typed as secrets in the environments, and the live one has none', async () => {
  const all = generatedFiles(linkedin, undefined, await emulatedSettings('linkedin'));
  const environments = all.filter((file) => file.name.includes('environment'));
  expect(environments).toHaveLength(2);
  for (const { name, content } of environments) {
    const { values } = JSON.parse(content) as { values: { key: string; value: string; type: string }[] };
    const secrets = values.filter(({ type }) => type === 'secret');
    expect(secrets.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['client_secret', 'password', 'access_token', 'refresh_token', 'state', 'code']),
    );
    if (name.includes('live')) for (const { value } of secrets) expect(value).toBe('');
  }
});

test("Postman's own login is set up with every key, and the member requests inherit it", () => {
  const [made] = collectionsFor(linkedin, ['postman-login']);
  const { auth, item } = (made?.collection ?? {}) as unknown as {
    auth: { oauth2: { key: string; value: unknown }[] };
    item: Item[];
  };
  expect(Object.fromEntries(auth.oauth2.map(({ key, value }) => [key, value]))).toMatchObject({
    grant_type: 'authorization_code',
    client_authentication: 'body',
    useBrowser: true,
    addTokenTo: 'header',
    headerPrefix: 'Bearer',
    redirect_uri: 'https://oauth.pstmn.io/v1/callback',
    accessToken: '{{access_token}}',
  });
  // The renewal speaks for the application: the token must not go along.
  expect(item.map(({ request }) => request?.auth)).toEqual([
    { type: 'noauth' },
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('the collection of another server bears nothing of LinkedIn', () => {
  for (const { flow } of allFlows.filter(({ profile }) => profile === other)) {
    const text = JSON.stringify(postmanCollection(flow, other));
    expect(text.match(/.{0,40}(linkedin|restli|urn:li).{0,40}/i)?.[0]).toBeUndefined();
  }
});

test('every variable that a request uses is declared, in the collection or in its environment', () => {
  for (const { profile, flow } of allFlows) {
    const collection = postmanCollection(flow, profile) as unknown as { variable: { key: string }[] };
    const environment = environmentWith(profile, 'any', {}).values;
    const declared = new Set([...collection.variable, ...environment].map(({ key }) => key));
    for (const { name, request } of itemsOf(collection)) {
      const used = JSON.stringify({ ...request, description: '' }).matchAll(/\{\{(\w+)\}\}/g);
      for (const [, key = ''] of used)
        expect(
          declared,
          `${flow.id}, ${name}: declare ${key} in src/flows/variables.ts or in the flow`,
        ).toContain(key);
    }
  }
});

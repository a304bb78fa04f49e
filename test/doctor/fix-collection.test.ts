import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Ajv } from 'ajv';
import { afterAll, expect, test } from 'vitest';
import { fixCollection } from '../../src/doctor/collection/fix/fix-collection.ts';
import { rewriteJson } from '../../src/doctor/collection/fix/rewrite-json.ts';
import type { CollectionObservation } from '../../src/doctor/collection/observation.ts';
import { readCollection } from '../../src/doctor/collection/read-collection.ts';
import { allProviders } from '../../src/providers/atlas/all.ts';
import { startEmulator } from '../support/emulator.ts';
import { runPlain } from '../support/plain-newman.ts';
import { corpus } from './corpus/all.ts';
import { CLIENT, EXCHANGE, get, labelled, oauth2, post, withQuery } from './corpus/build.ts';

const providers = await allProviders();

function fixed(text: string) {
  const json: unknown = JSON.parse(text);
  const observation: CollectionObservation = { kind: 'collection', providers, ...readCollection(json) };
  const result = fixCollection(json, observation);
  return { ...result, ...rewriteJson(text, result.collection) };
}

const arrived: string[] = [];
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => (body += chunk));
  request.on('end', () => {
    const { method, url, headers } = request;
    arrived.push([method, url, headers['content-type'] ?? '', body].join(' | '));
    response.end('{}');
  });
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
afterAll(() => server.close());
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const values = {
  client_id: 'app',
  client_secret: 's+/=',
  code: 'c1',
  redirect_uri: 'https://app.example/cb',
  state: 's',
};

async function sentBy(collection: unknown): Promise<string[]> {
  arrived.length = 0;
  await runPlain(collection as object, values);
  return [...arrived];
}

const FORM = 'application/x-www-form-urlencoded';
const CLIENT_FORM = 'grant_type=client_credentials&client_id=app&client_secret=s%2B%2F%3D';

test('the copy sends what was meant, and leaves alone what was right', async () => {
  const { json } = labelled(
    'many',
    [],
    [
      post('policy', withQuery(`${origin}/t/token`, { p: 'B2C_1_signin', ...CLIENT })),
      post('JSON', `${origin}/token?grant_type=client_credentials`, {
        jsonBody: { client_id: '{{client_id}}', client_secret: '{{client_secret}}' },
        headers: { 'Content-Type': 'application/json' },
      }),
      post('multipart', `${origin}/token`, { multipart: CLIENT }),
      {
        ...post('no length', withQuery(`${origin}/token`, CLIENT), {
          headers: { 'Content-Type': 'application/json' },
        }),
        protocolProfileBehavior: { disabledSystemHeaders: { 'content-length': true } },
      },
      post(
        'encoded',
        withQuery(`${origin}/token`, { ...EXCHANGE, redirect_uri: 'https%3A%2F%2Fapp.example%2Fcb' }),
      ),
      get(
        'a browser is meant',
        withQuery(`${origin}/authorize`, {
          response_type: 'code',
          client_id: 'x',
          redirect_uri: 'http://localhost/cb',
        }),
      ),
      post('right', `${origin}/token`, { form: CLIENT }),
    ],
  );
  const before = await sentBy(json);
  const { collection, text } = fixed(JSON.stringify(json, null, '\t'));
  expect(JSON.parse(text)).toEqual(collection);
  const after = await sentBy(collection);
  expect(after).toEqual([
    `POST | /t/token?p=B2C_1_signin | ${FORM} | ${CLIENT_FORM}`,
    `POST | /token | ${FORM} | client_id=app&client_secret=s%2B%2F%3D&grant_type=client_credentials`,
    `POST | /token | ${FORM} | ${CLIENT_FORM}`,
    `POST | /token | ${FORM} | ${CLIENT_FORM}`,
    `POST | /token | ${FORM} | grant_type=authorization_code&code=c1&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&client_id=app&client_secret=s%2B%2F%3D`,
    before[5],
    before[6],
  ]);
});

test('a request that the emulator rejects is accepted after the fix', async () => {
  const emulator = await startEmulator();
  try {
    const { json } = labelled('own', [], [post('Token', withQuery('{{token_endpoint}}', CLIENT))]);
    const statusOf = async (collection: unknown) =>
      (await runPlain(collection as object, emulator.settings())).requests[0]?.status;
    expect([await statusOf(json), await statusOf(fixed(JSON.stringify(json)).collection)]).toEqual([
      400, 200,
    ]);
  } finally {
    await emulator.close();
  }
});

test('a server that is not known to reject Basic keeps it', () => {
  const tab = (host: string) =>
    labelled('tab', [], [get('Me', 'https://api.example/me')], {
      auth: oauth2({ accessTokenUrl: host, authUrl: host, client_authentication: 'header' }),
    }).json;
  expect(fixed(JSON.stringify(tab('https://id.example.com/token'))).changes).toEqual([]);
  expect(fixed(JSON.stringify(tab('https://www.linkedin.com/oauth/v2/accessToken'))).changes).toHaveLength(1);
});

const shared = new URL('../../../shared/cases/collections/', import.meta.url);
const texts = [
  ...corpus.map(({ name, json }) => [name, JSON.stringify(json, null, 2)] as const),
  ...(existsSync(shared) ? readdirSync(shared) : []).map(
    (name) => [name, readFileSync(new URL(name, shared), 'utf8')] as const,
  ),
];
const schemaFile = new URL('../../../shared/schema/postman-collection-v2.1.0.draft-07.json', import.meta.url);
const validate = existsSync(schemaFile)
  ? new Ajv({ strict: false }).compile(JSON.parse(readFileSync(schemaFile, 'utf8')))
  : undefined;

test.each(texts)(
  '%s: fixed twice is fixed once, valid, and another only in lines that are told',
  (_name, text) => {
    const once = fixed(text);
    expect(JSON.parse(once.text)).toEqual(once.collection);
    const twice = fixed(once.text);
    expect(twice.changes).toEqual([]);
    expect(twice.text).toBe(once.text);
    if (validate?.(JSON.parse(text)))
      expect([validate(once.collection), validate.errors]).toEqual([true, null]);
    const told = new Set(
      once.touched.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, at) => from + at)),
    );
    // All other lines are there, in their order.
    let at = 0;
    const lines = once.text.split('\n');
    for (const [number, line] of text.split('\n').entries()) {
      if (told.has(number + 1)) continue;
      at = lines.indexOf(line, at) + 1;
      expect(at, `line ${number + 1}: ${line}`).toBeGreaterThan(0);
    }
  },
);

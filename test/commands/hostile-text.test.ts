import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/all.ts';
import type { Io } from '../../src/io.ts';
import { changeTokens } from '../../src/login/token-store.ts';
import { main } from '../../src/main.ts';
import { realIo } from '../login/support.ts';
import { expectInert, HOSTILE, HOSTILE_LINE } from '../support/hostile-text.ts';
import type { TestIo } from '../support/io.ts';

/** Says something hostile wherever a server can. */
const hostileServer: Io['fetch'] = async () =>
  new Response(
    JSON.stringify({
      issuer: HOSTILE,
      error: HOSTILE_LINE,
      error_description: HOSTILE,
      active: HOSTILE_LINE,
      [HOSTILE]: HOSTILE,
    }),
    {
      status: 400,
      headers: { 'content-type': 'application/json', location: 'https://a.example/##[error]x' },
    },
  );

async function legwork(argv: readonly string[], io: TestIo) {
  const code = await main(argv, io, '1.2.3');
  return { code, text: `${io.written()}\n${io.said()}` };
}

function abandoned(more: Partial<Io> = {}): TestIo {
  return realIo({
    fetch: hostileServer,
    interrupted: AbortSignal.abort(),
    readLine: async () => undefined,
    ...more,
  });
}

/** Each command in every form that reads something else. */
const forms: Readonly<Record<string, readonly (readonly string[])[]>> = {
  run: [['--target', 'live']],
  emulate: [['--port', '0']],
  generate: [['--check', '--out', 'collections']],
  login: [['--target', 'live', '--no-browser', '--timeout', '1']],
  token: [
    [],
    ['list'],
    ['introspect', '--target', 'live'],
    ['print', '--flow', 'client-credentials', '--target', 'live'],
  ],
  doctor: [[], ['redirect-uri'], ['redirect-uri', '--probe'], ['error', '-'], ['url'], ['collection']],
  merge: [['there']],
  providers: [[], ['github']],
  schema: [['profile']],
};

test('every command is tried', () => {
  expect(Object.keys(forms).sort()).toEqual(commands.map(({ name }) => name).sort());
});

const tries = commands.flatMap((command) =>
  (forms[command.name] ?? []).flatMap((form) => [
    [command.name, ...form, HOSTILE],
    [command.name, ...form, `--${HOSTILE_LINE}`, HOSTILE],
    ...Object.entries(command.options)
      .filter(([, { type }]) => type !== 'boolean')
      .flatMap(([name]) => [
        [command.name, ...form, `--${name}`, HOSTILE],
        [command.name, ...form, `--${name}=${HOSTILE_LINE}`],
      ]),
  ]),
);

test.each([[[HOSTILE]], [[`--${HOSTILE}`]], [['help', HOSTILE_LINE]], ...tries.map((argv) => [argv])])(
  'an argument is never written raw: %j',
  async (argv) => {
    const { text } = await legwork(
      argv,
      abandoned({ stdin: { isTerminal: false, read: async () => bytes(HOSTILE) } }),
    );
    expectInert(text);
  },
);

const endpoints = {
  issuer: 'https://as.example',
  authorization_endpoint: 'https://as.example/authorize',
  token_endpoint: 'https://as.example/token',
  introspection_endpoint: 'https://as.example/introspect',
  revocation_endpoint: 'https://as.example/revoke',
};

const settings = { OAUTH_CLIENT_ID: 'c', OAUTH_CLIENT_SECRET: 'a-secret-of-nobody', OAUTH_SCOPE: 'openid' };

function inFolder(more: Partial<Io> = {}): TestIo {
  const io = abandoned({ env: settings, ...more });
  const write = (name: string, value: unknown) =>
    writeFileSync(join(io.cwd, name), typeof value === 'string' ? value : JSON.stringify(value));
  write('profile.json', endpoints);
  write('named.json', { ...endpoints, id: 'x', name: HOSTILE, scopes_supported: [HOSTILE] });
  write('bad.json', { ...endpoints, token_endpoint: HOSTILE, [HOSTILE]: 1 });
  write('broken.json', `{"${HOSTILE}": `);
  write('targets.yaml', `- name: "a"\n  ${JSON.stringify(HOSTILE_LINE)}: 1\n`);
  write('targets.json', [{ name: HOSTILE, client_id: HOSTILE, provider: HOSTILE }]);
  write('collection.json', {
    info: { name: HOSTILE, schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
    item: [
      {
        name: HOSTILE,
        request: {
          method: HOSTILE_LINE,
          url: `http://a.example/authorize?redirect_uri=${HOSTILE}&client_id={{${HOSTILE_LINE}}}`,
          auth: { type: 'oauth2', oauth2: [{ key: 'redirect_uri', value: HOSTILE }] },
        },
      },
    ],
  });
  write('.env', `OAUTH_REDIRECT_URI=${HOSTILE_LINE}\nLINKEDIN_REDIRECT_URI="${HOSTILE_LINE}"\n`);
  mkdirSync(join(io.cwd, 'shard'));
  write('shard/targets.ndjson', `{"${HOSTILE_LINE}":1}\n{"version": "${HOSTILE_LINE}"}\n`);
  return io;
}

describe('what a file or a pasted text says is never written raw', () => {
  test.each([
    ['run', '--provider', 'named.json', '--target', 'live'],
    ['run', '--provider', 'bad.json', '--target', 'live'],
    ['run', '--provider', 'broken.json'],
    ['run', '--targets', 'targets.json'],
    ['run', '--targets', 'targets.yaml'],
    ['run', '--env', 'collection.json', '--target', 'live'],
    ['generate', '--provider', 'named.json', '--out', 'out'],
    ['generate', '--provider', 'named.json', '--out', 'out', '--check'],
    ['emulate', '--config', 'bad.json', '--port', '0'],
    ['login', '--provider', 'named.json', '--no-browser', '--timeout', '1'],
    ['token', '--provider', 'named.json', '--flow', 'client-credentials'],
    ['merge', 'shard'],
    ['doctor'],
    ['doctor', '--json'],
    ['doctor', 'collection', 'collection.json'],
    ['doctor', 'collection', 'collection.json', '--json'],
    ['doctor', 'collection', 'broken.json'],
    ['doctor', 'error', 'collection.json'],
    ['doctor', 'error', 'collection.json', '--json'],
    ['doctor', 'error', '-'],
    ['doctor', 'error', '-', '--json'],
    ['doctor', 'url', '-'],
    ['doctor', 'url', '-', '--json'],
    ['doctor', 'url', `http://localhost:3000/cb?error=access_denied&error_description=${HOSTILE}`],
    ['doctor', 'url', `http://localhost:3000/cb?error=${encodeURIComponent(HOSTILE)}`, '--json'],
    [
      'doctor',
      'redirect-uri',
      '--requested',
      `http://a/${HOSTILE}`,
      '--registered',
      `http://a/${HOSTILE_LINE}`,
    ],
    ['doctor', 'redirect-uri', '--requested', `http://a/${HOSTILE}`, '--registered', 'http://b/', '--json'],
  ])('%j', async (...argv) => {
    const read = async () =>
      bytes(
        `HTTP/1.1 400 ${HOSTILE_LINE}\nX: ${HOSTILE}\n\n{"error":${JSON.stringify(HOSTILE)}}`.replaceAll(
          '\u0000',
          '',
        ),
      );
    const { text } = await legwork(argv, inFolder({ stdin: { isTerminal: false, read } }));
    expectInert(text);
    if (argv.includes('--json')) expect(() => JSON.parse(text.split('\n\n')[0] ?? '')).not.toThrow();
  });
});

describe('what a server says is never written raw', () => {
  test.each([
    ['run', '--provider', 'https://as.example', '--target', 'live'],
    ['generate', '--provider', 'https://as.example'],
    [
      'doctor',
      'redirect-uri',
      '--probe',
      '--provider',
      'profile.json',
      '--target',
      'live',
      '--requested',
      'http://localhost/cb',
    ],
    ['token', '--provider', 'profile.json', '--flow', 'client-credentials'],
    ['token', 'introspect', '--provider', 'profile.json', '--store', 'tokens.json'],
    ['token', 'revoke', '--provider', 'profile.json', '--store', 'tokens.json'],
    ['token', 'list', '--store', 'tokens.json'],
    ['token', '--provider', 'profile.json', '--store', 'tokens.json', '--format', 'bare'],
    ['token', '--provider', 'profile.json', '--store', 'tokens.json', '--format', 'env'],
    ['token', '--provider', 'profile.json', '--store', 'tokens.json', '--format', 'json'],
    ['token', '--provider', 'profile.json', '--store', 'tokens.json', '--format', 'postman'],
  ])('%j', async (...argv) => {
    const io = inFolder();
    const token = {
      provider: HOSTILE_LINE,
      holder: 'member' as const,
      issuer: endpoints.issuer,
      clientId: 'c',
      scopes: ['openid'],
      accessToken: HOSTILE_LINE,
      obtainedAt: 0,
      granted: [HOSTILE],
      memberId: HOSTILE,
    };
    await changeTokens(join(io.cwd, 'tokens.json'), () => [token], io);
    const { text } = await legwork(argv, io);
    expectInert(text);
  });

  test('a token response in the middle of a login, and the error of a callback that was pasted', async () => {
    let said = '';
    const io = inFolder({
      env: { ...settings, OAUTH_REDIRECT_URI: 'http://localhost:3000/callback' },
      interrupted: new AbortController().signal,
      err: (text) => {
        said += text;
      },
      readLine: async () => {
        const address = new URL(/^ {2}(http\S*)$/m.exec(said)?.[1] ?? '');
        const callback = new URL(address.searchParams.get('redirect_uri') ?? '');
        const state = address.searchParams.get('state') ?? '';
        callback.search = String(
          new URLSearchParams({ state, error: HOSTILE_LINE, error_description: HOSTILE }),
        );
        return callback.href;
      },
    });
    const argv = ['login', '--provider', 'profile.json', '--no-browser'];
    expect(await main(argv, io, '1.2.3')).toBe(3);
    expect(said).toContain('separator');
    expectInert(said);
  });
});

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

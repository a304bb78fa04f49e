import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Io } from '../../src/io.ts';
import { main } from '../../src/main.ts';
import { testIo } from '../support/io.ts';
import { scratchFolder } from '../support/scratch-folder.ts';

function start(...argv: string[]) {
  const interruption = new AbortController();
  let out = '';
  let err = '';
  let listening: (origin: string) => void;
  const origin = new Promise<string>((resolve) => {
    listening = resolve;
  });
  const io: Io = {
    ...testIo(),
    out: (text) => {
      out += text;
      listening(String(text).trim());
    },
    err: (text) => {
      err += text;
    },
    env: {},
    cwd: tmpdir(),
    fetch,
    now: () => 0,
    randomBytes,
    color: false,
    interrupted: interruption.signal,
  };
  const exitCode = main(['emulate', ...argv], io, '0');
  return { origin, exitCode, interrupt: () => interruption.abort(), printed: () => ({ out, err }) };
}

describe('legwork emulate', () => {
  test('prints its address as the only result, serves until it is interrupted, and ends with 0', async () => {
    const { origin, exitCode, interrupt, printed } = start('--port', '0');
    expect(await origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(await origin)).status).toBe(200);
    interrupt();
    expect(await exitCode).toBe(0);
    expect(printed().err).toContain('alice@example.com');
    await expect(fetch(await origin)).rejects.toThrow();
  });

  test('plays faults, and takes others at /_emulator when asked to', async () => {
    const { origin, exitCode, interrupt, printed } = start(
      ...['--port', '0', '--fault', 'api=status:503', '--control'],
    );
    const address = await origin;
    expect((await fetch(`${address}/v2/me`)).status).toBe(503);
    expect(printed().err).toContain('Goes wrong    api=status:503');
    const state = await fetch(`${address}/_emulator`, { headers: { accept: 'application/json' } });
    expect(await state.json()).toMatchObject({ faults: ['api=status:503'], requests: 1 });
    interrupt();
    expect(await exitCode).toBe(0);
  });

  test.each([
    [['--fault', 'tokne=reset'], /no endpoint "tokne". Did you mean "token"\?.*ENDPOINT\[#CALLS\]/s],
    [['--control', '--host', '0.0.0.0'], /--control works on loopback only/],
  ])('refuses %j with the reason, and does not listen', async (argv, message) => {
    const { exitCode, printed } = start('--port', '0', ...argv);
    expect(await exitCode).toBe(1);
    expect(printed().err).toMatch(message);
    expect(printed().out).toBe('');
  });

  test('plays the applications of a file', async () => {
    const folder = scratchFolder('emulate');
    const file = join(folder, 'own.json');
    const app = {
      name: 'own',
      clientId: 'own-id',
      clientSecret: 's',
      redirectUris: ['http://a/b'],
      scopes: ['openid'],
    };
    const member = {
      name: 'm',
      username: 'm',
      password: 'mmmmmmmm',
      givenName: 'M',
      familyName: 'M',
      email: 'm@m.mm',
    };
    await writeFile(file, JSON.stringify({ apps: [app], members: [member] }));
    const { origin, exitCode, interrupt, printed } = start('--port', '0', '--config', file);
    expect(await (await fetch(await origin)).text()).toContain('client_id=own-id');
    interrupt();
    expect(await exitCode).toBe(0);
    expect(printed().err).toContain('own-id');
  });

  test.each([
    [['--port', '70000'], 1, '--port takes a whole number from 0 to 65535'],
    [['--port', 'abc'], 1, 'The option --port takes a number'],
    [['--config', 'nowhere.json'], 2, 'nowhere.json: there is no such file'],
    [['--colour', 'red'], 1, 'There is no option --colour'],
  ])('fails with words: %j', async (argv, code, words) => {
    const { exitCode, printed } = start(...argv);
    expect(await exitCode).toBe(code);
    expect(printed().err).toContain(words);
  });
});

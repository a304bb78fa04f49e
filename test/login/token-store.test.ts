import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { withLock } from '../../src/login/file-lock.ts';
import type { StoredToken } from '../../src/login/stored-token.ts';
import { changeTokens, readTokens, withoutToken, withToken } from '../../src/login/token-store.ts';
import { emptyFolder, realIo } from './support.ts';

const token: StoredToken = {
  provider: 'linkedin',
  holder: 'member',
  issuer: 'https://i',
  clientId: 'c',
  scopes: ['openid'],
  accessToken: 'one',
  obtainedAt: 0,
  granted: ['openid'],
};

async function storeWith(...tokens: StoredToken[]) {
  const io = realIo();
  const file = join(io.cwd, 'data', 'tokens.json');
  await changeTokens(file, () => tokens, io);
  return { io, file };
}

test('a store is readable by its owner alone, in a folder of its own, and leaves no lock or draft behind', async () => {
  const { io, file } = await storeWith(token);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(join(io.cwd, 'data')).mode & 0o777).toBe(0o700);
  expect(readdirSync(join(io.cwd, 'data'))).toEqual(['tokens.json']);
  expect(await readTokens(file, io)).toEqual([token]);
});

test('a token takes the place of the one with the same key, and only of that one', async () => {
  const { io, file } = await storeWith(token, { ...token, clientId: 'd' });
  await changeTokens(file, (tokens) => withToken(tokens, { ...token, accessToken: 'two' }), io);
  expect(
    (await readTokens(file, io)).map(({ accessToken, clientId }) => `${clientId} ${accessToken}`),
  ).toEqual(['d one', 'c two']);
  await changeTokens(file, (tokens) => withoutToken(tokens, token), io);
  expect(await readTokens(file, io)).toHaveLength(1);
});

test('there is no store yet: that is no failure', async () => {
  const io = realIo();
  expect(await readTokens(join(io.cwd, 'none.json'), io)).toEqual([]);
});

const foreign: readonly [title: string, content: string, reason: string][] = [
  ['no JSON and no store', '{"name": "pack', 'not valid JSON: line 1, column 10'],
  ['other JSON', '{"name": "package"}', 'it is not a token store'],
  ['null', 'null', 'it is not a token store'],
  [
    'of a later format',
    '{"format": "legwork tokens", "version": 2, "tokens": []}',
    'written by another legwork (version 2',
  ],
];

for (const [title, content, reason] of foreign) {
  test(`a file that is ${title} is refused, and never written over`, async () => {
    const { io, file } = await storeWith(token);
    writeFileSync(file, content);
    const change = changeTokens(file, (tokens) => withToken(tokens, token), io);
    await expect(change).rejects.toMatchObject({
      code: 'PRIVATE_FILE_REFUSED',
      exitCode: 2,
      message: expect.stringContaining(reason),
    });
    expect(readFileSync(file, 'utf8')).toBe(content);
  });
}

/** The text of a store with these entries. */
const storeOf = (...entries: readonly unknown[]) =>
  JSON.stringify({ format: 'legwork tokens', version: 1, tokens: entries });
const other = { ...token, clientId: 'd' };
const INFINITE = storeOf(token, { ...token, clientId: 'x', expiresAt: 1 }, other).replace(
  '"expiresAt":1',
  '"expiresAt":1e400',
);

const damaged: readonly [title: string, content: string, kept: readonly StoredToken[]][] = [
  ['an entry that is half a token', storeOf(token, { provider: 'x' }, other), [token, other]],
  ['a member id that is a number', storeOf({ ...token, memberId: 7 }, other), [other]],
  ['a member id that is a list', storeOf({ ...token, memberId: ['m'] }, other), [other]],
  ['an end that no date can be', storeOf({ ...token, expiresAt: 1e300 }, other), [other]],
  ['an end without end', INFINITE, [token, other]],
  ['entries that are no objects', storeOf(null, 7, 'x', [], token), [token]],
  ['no list of entries', '{"format": "legwork tokens", "version": 1, "tokens": {}}', []],
  ['a torn end', storeOf(token, other, { ...token, clientId: 'e' }).slice(0, -20), [token, other]],
  ['a torn beginning of its list', '{"format": "legwork tokens", "tok', []],
  [
    'braces and quotes in its texts',
    storeOf({ ...token, provider: '"}{\\"' }, other).slice(0, -1),
    [{ ...token, provider: '"}{\\"' }, other],
  ],
  ['nothing in it', '', []],
  ['the zeros that a crash leaves', '\0\0\0\0', []],
];

for (const [title, content, kept] of damaged) {
  test(`a store with ${title} is set aside and said, and its good entries stay`, async () => {
    const { io, file } = await storeWith(token);
    writeFileSync(file, content);
    expect(await readTokens(file, io)).toEqual(kept);
    const [aside = ''] = readdirSync(join(io.cwd, 'data')).filter((name) => name.includes('.damaged-'));
    expect(readFileSync(join(io.cwd, 'data', aside), 'utf8')).toBe(content);
    expect(statSync(join(io.cwd, 'data', aside)).mode & 0o777).toBe(0o600);
    expect(io.said()).toContain(`was set aside as ${join(io.cwd, 'data', aside)}.`);
    // It is sound from then on.
    await changeTokens(file, (tokens) => withToken(tokens, { ...token, clientId: 'new' }), io);
    expect(await readTokens(file, io)).toEqual([...kept, { ...token, clientId: 'new' }]);
    expect(io.said().match(/was set aside/g)).toHaveLength(1);
  });
}

const unstorable: readonly [title: string, more: object][] = [
  ['a member id that is a number', { memberId: 7 }],
  ['a member id that is an object', { memberId: {} }],
  ['an end without end', { expiresAt: Number.POSITIVE_INFINITY }],
  ['an end that no date can be', { refreshExpiresAt: 1e18 }],
  ['an end that is no number', { expiresAt: Number.NaN }],
  ['more text than a store may have', { accessToken: 'x'.repeat(17 * 1024 * 1024) }],
];

for (const [title, more] of unstorable) {
  test(`a token with ${title} is not written, and the store stays as it was`, async () => {
    const { io, file } = await storeWith(token);
    const before = readFileSync(file, 'utf8');
    const odd = { ...token, clientId: 'odd', ...more } as StoredToken;
    await expect(changeTokens(file, (tokens) => withToken(tokens, odd), io)).rejects.toMatchObject({
      code: 'TOKEN_UNSTORABLE',
      exitCode: 3,
    });
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(await readTokens(file, io)).toEqual([token]);
  });
}

test.skipIf(process.platform === 'win32')(
  'folders that are made for a store are private, one that is there stays as it is, and others may not write to it unsaid',
  async () => {
    const io = realIo();
    await changeTokens(join(io.cwd, 'a', 'b', 'tokens.json'), () => [token], io);
    for (const made of ['a', 'a/b']) expect(statSync(join(io.cwd, made)).mode & 0o777).toBe(0o700);
    expect(io.said()).toBe('');
    for (const mode of [0o770, 0o707]) {
      const folder = join(io.cwd, `open-${mode}`);
      mkdirSync(folder);
      chmodSync(folder, mode);
      await changeTokens(join(folder, 'tokens.json'), () => [token], io);
      await readTokens(join(folder, 'tokens.json'), io);
      expect(statSync(folder).mode & 0o777).toBe(mode);
      expect(
        io.said().match(new RegExp(`Others may write to ${folder} \\(mode ${mode.toString(8)}\\)`, 'g')),
      ).toHaveLength(1);
    }
  },
);

test('a damaged store is not quoted: it may hold tokens', async () => {
  const { io, file } = await storeWith(token);
  writeFileSync(file, '{"accessToken": "AQX-a-secret" oops');
  const error = (await readTokens(file, io).catch((problem: unknown) => problem)) as Error;
  expect(error.message).not.toContain('AQX');
});

test('a store that others may read is refused, with the command that mends it', async () => {
  const { io, file } = await storeWith(token);
  chmodSync(file, 0o640);
  const before = readFileSync(file, 'utf8');
  await expect(changeTokens(file, () => [], io)).rejects.toMatchObject({
    code: 'PRIVATE_FILE_REFUSED',
    message: expect.stringContaining('others may open it (mode 640)'),
    hint: `If nobody did, type: chmod 600 ${file}`,
  });
  expect(readFileSync(file, 'utf8')).toBe(before);
});

test("somebody else's store is refused, and so is a folder", async () => {
  const { io, file } = await storeWith(token);
  const stranger = { ...io, processes: { ...io.processes, userId: (io.processes.userId ?? 0) + 1 } };
  await expect(readTokens(file, stranger)).rejects.toMatchObject({
    message: expect.stringContaining('it belongs to user'),
  });
  const folder = join(io.cwd, 'folder');
  mkdirSync(folder);
  await expect(readTokens(folder, io)).rejects.toMatchObject({ code: 'PRIVATE_FILE_REFUSED' });
});

test('a link is followed, and stays a link', async () => {
  const { io, file } = await storeWith(token);
  const link = join(io.cwd, 'link.json');
  symlinkSync(file, link);
  await changeTokens(link, (tokens) => withToken(tokens, { ...token, accessToken: 'two' }), io);
  expect((await readTokens(file, io))[0]?.accessToken).toBe('two');
});

test('of many who change it at once each one is heard', async () => {
  const { io, file } = await storeWith();
  const clients = Array.from({ length: 20 }, (_, index) => `client-${index}`);
  await Promise.all(
    clients.map((clientId) => changeTokens(file, (tokens) => withToken(tokens, { ...token, clientId }), io)),
  );
  expect((await readTokens(file, io)).map(({ clientId }) => clientId).sort()).toEqual(clients.sort());
});

test('the lock of a process that is gone is taken away at once, and so is one that nobody remembers', async () => {
  const { io, file } = await storeWith();
  const lock = (owner: object) => writeFileSync(`${file}.lock`, JSON.stringify(owner));
  const { hostname } = await import('node:os');
  lock({ process: 999_999_999, host: hostname(), since: io.now(), id: 'gone' });
  expect(await withLock(file, async () => 'had it', io)).toBe('had it');
  lock({ process: process.pid, host: hostname(), since: io.now() - 121_000, id: 'forgotten' });
  expect(await withLock(file, async () => 'had it', io)).toBe('had it');
  writeFileSync(`${file}.lock`, 'nothing that we wrote');
  const later = { ...io, now: () => Date.now() + 121_000 };
  expect(await withLock(file, async () => 'had it', later)).toBe('had it');
});

test('the lock of somebody who is at work is waited for, without end but not without limit', async () => {
  const { io, file } = await storeWith();
  const { hostname } = await import('node:os');
  writeFileSync(
    `${file}.lock`,
    JSON.stringify({ process: process.pid, host: hostname(), since: io.now(), id: 'busy' }),
  );
  const waits: number[] = [];
  const patient = { ...io, sleep: async (milliseconds: number) => void waits.push(milliseconds) };
  await expect(withLock(file, async () => 'had it', patient)).rejects.toMatchObject({
    code: 'LOCK_BUSY',
    hint: `Try again. If that process is not legwork, remove ${file}.lock.`,
  });
  // No busy loop: it was looked at some hundred times within a minute.
  expect(waits.length).toBeLessThan(700);
  expect(existsSync(`${file}.lock`)).toBe(true);
});

const built = fileURLToPath(new URL('../../dist/login/token-store.js', import.meta.url));

// "npm test" builds first.
test.skipIf(!existsSync(built))(
  'whenever a writer is killed, the old store or the new one is there, whole',
  async () => {
    const file = join(emptyFolder(), 'tokens.json');
    const writer = fileURLToPath(new URL('./processes/endless-writer.js', import.meta.url));
    const io = realIo();
    let newest = -1;
    for (let round = 0; round < 12; round += 1) {
      const child = spawn(process.execPath, [writer, built, file], { stdio: ['ignore', 'pipe', 'inherit'] });
      await new Promise((resolve) => child.stdout.once('data', resolve));
      // Another moment each time, to hit each part of a write.
      await wait(round * 7);
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
      const tokens = await readTokens(file, io);
      const counts = new Set(tokens.map(({ obtainedAt }) => obtainedAt));
      expect(tokens).toHaveLength(200);
      expect(counts.size).toBe(1);
      const [count = -1] = counts;
      expect(count).toBeGreaterThan(newest);
      newest = count;
    }
    // Those who come after clean up: neither drafts nor locks pile up.
    await changeTokens(file, (tokens) => tokens, io);
    const left = readdirSync(join(file, '..')).filter((name) => /^tokens\.json\.(\d+|lock)$/.test(name));
    expect(left).toEqual([]);
  },
);

test('a lock that was taken over while its first holder still works is not deleted by the first', async () => {
  const io = realIo();
  const file = join(io.cwd, 'tokens.json');
  // Two minutes pass for the second one: it takes the first for forgotten.
  const late = { ...io, now: () => Date.now() + 121_000 };
  const begun: string[] = [];
  let endSecond = () => {};
  let second = Promise.resolve();
  await withLock(
    file,
    async () => {
      await new Promise<void>((hasIt) => {
        second = withLock(
          file,
          async () => {
            begun.push('second');
            hasIt();
            await new Promise<void>((resolve) => {
              endSecond = resolve;
            });
          },
          late,
        );
      });
      begun.push('first ends');
    },
    io,
  );
  expect(existsSync(`${file}.lock`)).toBe(true);
  const third = withLock(file, async () => void begun.push('third'), late);
  await wait(200);
  begun.push('second ends');
  endSecond();
  await Promise.all([second, third]);
  expect(begun).toEqual(['second', 'first ends', 'second ends', 'third']);
  expect(existsSync(`${file}.lock`)).toBe(false);
});

// @ts-nocheck
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { readBytes, readText } from '../src/read-text.ts';
import { testIo } from './support/io.ts';

const folder = mkdtempSync(join(tmpdir(), 'legwork-read-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

test.each([
  ['UTF-8', Buffer.from('grün 🔑')],
  ['UTF-8 with a mark', Buffer.from('\uFEFFgrün 🔑')],
  ['UTF-16', Buffer.from('\uFEFFgrün 🔑', 'utf16le')],
  ['big-endian UTF-16', Buffer.from('\uFEFFgrün 🔑', 'utf16le').swap16()],
])('text is read as %s', async (name, bytes) => {
  expect(await readText(file(name, bytes), name, testIo())).toBe('grün 🔑');
});

test('a file is read to its end, whatever its size is', async () => {
  const text = 'äbc'.repeat(700_000);
  expect(await readText(file('long', text), 'long', testIo())).toBe(text);
});

test('what is in Latin-1 is refused: a password would not be what was written', async () => {
  await expect(
    readText(file('latin', Buffer.from('müller', 'latin1')), 'mine.env', testIo()),
  ).rejects.toMatchObject({
    code: 'FILE_UNREADABLE',
    message: 'Cannot read mine.env: it is no text in UTF-8.',
  });
});

test('no more is read than was asked for', async () => {
  expect(await readBytes(file('ten', '0123456789'), 'ten', 4, testIo())).toEqual(Buffer.from('0123'));
});

describe.skipIf(process.platform === 'win32')('a pipe', () => {
  const patient = {
    sleep: (milliseconds: number) => wait(milliseconds),
    interrupted: new AbortController().signal,
  };

  function pipe(name: string): string {
    execFileSync('mkfifo', [join(folder, name)]);
    return join(folder, name);
  }

  test.each([
    ['at once', 'echo one; echo two'],
    ['after a while', 'sleep 0.2; echo one; sleep 0.2; echo two'],
  ])('gives what a command writes %s', async (name, command) => {
    const path = pipe(name);
    spawn('sh', ['-c', `{ ${command}; } > '${path}'`], { stdio: 'ignore' });
    expect(await readText(path, 'pipe', patient)).toBe('one\ntwo\n');
  });

  test('that nobody writes to is given up, and the disk is not waited for', async () => {
    const waits: number[] = [];
    const io = testIo({
      sleep: async (milliseconds) => {
        waits.push(milliseconds);
      },
    });
    await expect(readText(pipe('silent'), 'silent', io)).rejects.toMatchObject({
      message: 'Cannot read silent: nothing came out of it.',
    });
    expect(waits.reduce((sum, each) => sum + each, 0)).toBe(60_000);
  });

  test('is not waited for after Ctrl-C', async () => {
    let waits = 0;
    const stop = new AbortController();
    const io = testIo({
      interrupted: stop.signal,
      sleep: async () => {
        waits += 1;
        stop.abort();
      },
    });
    await expect(readText(pipe('stopped'), 'stopped', io)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
    expect(waits).toBe(1);
  });
});

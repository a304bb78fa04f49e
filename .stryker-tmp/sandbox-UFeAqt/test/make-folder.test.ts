// @ts-nocheck
import { existsSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeFolder } from '../src/make-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'legwork-make-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every missing folder is made, with the mode that was asked for', async () => {
  await makeFolder(join(folder, 'a/b/c'), 0o700);
  for (const path of ['a', 'a/b', 'a/b/c']) expect(statSync(join(folder, path)).mode & 0o777).toBe(0o700);
});

test('one that is there stays, also by a link, and two may make it at once', async () => {
  await Promise.all(Array.from({ length: 20 }, () => makeFolder(join(folder, 'x/y/z'))));
  symlinkSync(join(folder, 'x'), join(folder, 'link'));
  await makeFolder(join(folder, 'link/y'));
  await makeFolder(folder);
  await makeFolder('/');
  expect(existsSync(join(folder, 'link/y/z'))).toBe(true);
});

test('a file in the way is left alone', async () => {
  writeFileSync(join(folder, 'file'), 'text');
  await expect(makeFolder(join(folder, 'file'))).rejects.toMatchObject({ code: 'EEXIST' });
  await expect(makeFolder(join(folder, 'file/a/b'))).rejects.toMatchObject({ code: 'ENOTDIR' });
});

// mkdir of Node 20 with "recursive" never comes back from there.
test.skipIf(!existsSync('/proc/self'))('where no folder can be made, it ends', async () => {
  await expect(makeFolder('/proc/nowhere/at/all')).rejects.toThrow('no folder can be made there');
});

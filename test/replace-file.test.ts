import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { replaceFile } from '../src/replace-file.ts';
import { scratchFolder } from './support/scratch-folder.ts';

async function* pieces(...texts: string[]) {
  for (const text of texts) {
    if (text === 'fail') throw new Error('the content ended early');
    yield text;
  }
}

test('a file is written in a folder that is made, and nothing else is left', async () => {
  const folder = join(scratchFolder('replace'), 'deep', 'er');
  await replaceFile(join(folder, 'a.txt'), 'one');
  await replaceFile(join(folder, 'a.txt'), pieces('two', ' and three'));
  expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('two and three');
  expect(readdirSync(folder)).toEqual(['a.txt']);
});

test('until it is whole, the file is what it was; when its content fails, it stays that', async () => {
  const folder = scratchFolder('replace');
  const path = join(folder, 'a.txt');
  writeFileSync(path, 'before');
  async function* watched() {
    yield 'x'.repeat(1_000_000);
    expect(readFileSync(path, 'utf8')).toBe('before');
    yield* pieces('y', 'fail');
  }
  await expect(replaceFile(path, watched())).rejects.toThrow('ended early');
  expect(readFileSync(path, 'utf8')).toBe('before');
  expect(readdirSync(folder)).toEqual(['a.txt']);
});

test('many writers of one file do not mix, and none fails', async () => {
  const folder = scratchFolder('replace');
  const path = join(folder, 'a.txt');
  const texts = Array.from({ length: 40 }, (_, index) => `${index},`.repeat(5000));
  await Promise.all(texts.map((text) => replaceFile(path, text)));
  expect(texts).toContain(readFileSync(path, 'utf8'));
  expect(readdirSync(folder)).toEqual(['a.txt']);
});

test.skipIf(process.platform === 'win32')(
  'rights are those that were named, whatever the umask is',
  async () => {
    const path = join(scratchFolder('replace'), 'a.txt');
    const before = process.umask(0o077);
    try {
      await replaceFile(path, 'for all', { mode: 0o644, durable: true });
    } finally {
      process.umask(before);
    }
    expect(statSync(path).mode & 0o777).toBe(0o644);
    await replaceFile(path, 'by the umask');
    expect(statSync(path).mode & 0o777).toBe(0o666 & ~before);
  },
);

test('nobody else can read the draft of a file', async () => {
  const folder = scratchFolder('replace');
  async function* watched() {
    yield 'x';
    const [draft = ''] = readdirSync(folder);
    expect(statSync(join(folder, draft)).mode & 0o077).toBe(0);
  }
  await replaceFile(join(folder, 'a.txt'), watched());
  expect(existsSync(join(folder, 'a.txt'))).toBe(true);
});

test('a path that is a folder stays one', async () => {
  const folder = scratchFolder('replace');
  mkdirSync(join(folder, 'a.txt'));
  chmodSync(join(folder, 'a.txt'), 0o755);
  await expect(replaceFile(join(folder, 'a.txt'), 'x')).rejects.toThrow();
  expect(readdirSync(folder)).toEqual(['a.txt']);
});

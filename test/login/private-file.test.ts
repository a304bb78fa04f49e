import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { writePrivateFile } from '../../src/login/private-file.ts';
import { DRAFT } from '../../src/replace-file.ts';
import { emptyFolder } from './support.ts';

test('what a killed writer left behind is removed, and what belongs to another file is not', async () => {
  const folder = emptyFolder();
  const left = join(folder, `tokens.json${DRAFT}aB3dE6`);
  mkdirSync(left);
  writeFileSync(join(left, 'tokens.json'), 'a secret');
  mkdirSync(join(folder, `other.json${DRAFT}aB3dE6`));
  await writePrivateFile(join(folder, 'tokens.json'), 'new');
  expect(readdirSync(folder).sort()).toEqual([`other.json${DRAFT}aB3dE6`, 'tokens.json']);
});

test.skipIf(process.platform === 'win32')('a link stays, and what it leads to is replaced', async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'real.json'), 'old', { mode: 0o644 });
  symlinkSync(join(folder, 'real.json'), join(folder, 'tokens.json'));
  await writePrivateFile(join(folder, 'tokens.json'), 'new');
  expect(lstatSync(join(folder, 'tokens.json')).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, 'real.json'), 'utf8')).toBe('new');
  expect(statSync(join(folder, 'real.json')).mode & 0o777).toBe(0o600);
});

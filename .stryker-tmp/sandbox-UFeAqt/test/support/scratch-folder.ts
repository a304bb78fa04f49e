// @ts-nocheck
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const made: string[] = [];

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A new folder for the files of a test; it is gone when the tests of its file have run. */
export function scratchFolder(what: string): string {
  const folder = mkdtempSync(join(tmpdir(), `legwork-${what}-`));
  made.push(folder);
  return folder;
}

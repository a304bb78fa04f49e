// @ts-nocheck
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import type { Io } from '../../src/io.ts';
import { type TestIo, testIo } from '../support/io.ts';

/** An empty folder that is removed when the test ends. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'legwork-login-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An Io with the network, the time, randomness and processes of this computer, and a folder of its own. */
export function realIo(overrides: Partial<Io> = {}): TestIo {
  const folder = emptyFolder();
  return testIo({
    fetch,
    now: Date.now,
    randomBytes,
    cwd: folder,
    dataFolder: async () => join(folder, 'data'),
    sleep: (milliseconds, signal) =>
      wait(milliseconds, undefined, signal === undefined ? {} : { signal }).catch(() => {}),
    // A person who types nothing.
    readLine: (signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve(undefined), { once: true });
      }),
    processes: { id: process.pid, userId: process.getuid?.(), isAlive },
    ...overrides,
  });
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}

/** A clock that stands still until it is told to go on. */
export function handClock(start = Date.UTC(2026, 8, 1)) {
  let time = start;
  return {
    now: () => time,
    passDays: (days: number) => {
      time += days * 86_400_000;
    },
    passSeconds: (seconds: number) => {
      time += seconds * 1000;
    },
  };
}

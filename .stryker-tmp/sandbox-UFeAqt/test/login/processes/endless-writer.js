// @ts-nocheck
// Writes a store over and over, until it is killed. Every token of one version bears the number of that version.
import { randomBytes } from 'node:crypto';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';

const [, , module, file] = process.argv;
const { changeTokens } = await import(module);

function isAlive(id) {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}

const io = {
  now: Date.now,
  randomBytes,
  sleep: (milliseconds) => wait(milliseconds),
  interrupted: new AbortController().signal,
  processes: { id: process.pid, userId: process.getuid?.(), isAlive },
};

for (;;) {
  await changeTokens(
    file,
    (tokens) =>
      Array.from({ length: 200 }, (_, index) => ({
        provider: 'p',
        holder: 'member',
        issuer: 'i',
        clientId: String(index),
        scopes: [],
        accessToken: 'a'.repeat(500),
        obtainedAt: (tokens[0]?.obtainedAt ?? -1) + 1,
        granted: [],
      })),
    io,
  );
  process.stdout.write('.');
}

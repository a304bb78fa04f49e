#!/usr/bin/env node
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import type { Io } from './io.ts';
import { main } from './main.ts';

const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // The first signal lets the program finish its reports; the second one does not wait.
    if (interruption.signal.aborted) process.exit(130);
    interruption.abort(signal);
  });
}

const io: Io = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  env: process.env,
  cwd: process.cwd(),
  fetch: globalThis.fetch,
  now: Date.now,
  randomBytes,
  color: process.stdout.isTTY === true && !process.env.NO_COLOR,
  stdin: { isTerminal: process.stdin.isTTY === true, read: readInput },
  interrupted: interruption.signal,
};

const version: string = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;

process.exitCode = await main(process.argv.slice(2), io, version);

async function readInput(limit: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    chunks.push(Buffer.from(chunk));
    length += chunk.length;
    // Leaving the loop closes the stream.
    if (length >= limit) break;
  }
  return Buffer.concat(chunks).subarray(0, limit);
}

#!/usr/bin/env node
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import process from 'node:process';
import { createInterface, type Interface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import type { Io } from './io.ts';
import { outOfFiles } from './out-of-files.ts';

const interruption = new AbortController();
// SIGHUP comes when the terminal is closed, or the connection to it is lost.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // The first signal lets the program finish its reports; the second one does not wait.
    if (interruption.signal.aborted) process.exit(130);
    interruption.abort(signal);
  });
}

let unwritten: Error | undefined;
// Whoever reads may stop reading ("legwork run | head"): the program goes on, for its reports and its exit code.
process.stderr.on('error', () => {});
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE' || unwritten !== undefined) return;
  unwritten = error;
  process.exitCode = 3;
  void import('./printable/printable.ts').then(({ say }) =>
    io.err(
      say`legwork: The output could not be written: ${error.message}.\nMake room, or send it elsewhere.\n`,
    ),
  );
});

const io: Io = {
  out: (text) => process.stdout.write(text.toString()),
  err: (text) => process.stderr.write(text.toString()),
  env: process.env,
  cwd: currentFolder(),
  fetch: globalThis.fetch,
  now: Date.now,
  randomBytes,
  color: process.stdout.isTTY === true && !process.env.NO_COLOR,
  errIsTerminal: process.stderr.isTTY === true,
  stdin: { isTerminal: process.stdin.isTTY === true, read: readInput },
  interrupted: interruption.signal,
  sleep: (milliseconds, signal) =>
    wait(milliseconds, undefined, signal === undefined ? {} : { signal }).catch(() => {}),
  openBrowser,
  readLine,
  dataFolder: async () => (await import('env-paths')).default('legwork', { suffix: '' }).data,
  processes: { id: process.pid, userId: process.getuid?.(), isAlive, cores: availableParallelism() },
};

const version: string = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;

/** It may have been removed while somebody was in it. */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    process.stderr.write(
      'legwork: The current folder does not exist any more.\nGo to another one, and try again.\n',
    );
    process.exit(3);
  }
}

async function openBrowser(address: string): Promise<void> {
  const { default: open } = await import('open');
  const started = await open(address);
  // Without a listener, a browser that cannot be started would end the program.
  started.on('error', () => {});
}

let input: Interface | undefined;

/** Standard input is touched only when somebody wants a line of it: an open one keeps the program from ending. */
async function readLine(signal: AbortSignal): Promise<string | undefined> {
  if (signal.aborted) return undefined;
  input ??= createInterface({ input: process.stdin, terminal: false });
  const lines = input;
  return new Promise((resolve) => {
    const end = (line?: string) => {
      lines.off('line', end).off('close', onClose);
      signal.removeEventListener('abort', onAbort);
      resolve(line);
    };
    const onClose = () => end();
    const onAbort = () => {
      lines.close();
      process.stdin.unref?.();
      end();
    };
    lines.once('line', end).once('close', onClose);
    signal.addEventListener('abort', onAbort, { once: true });
  });
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // It is there, and of another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

// Without a listener, Node would print the stack itself.
process.on('uncaughtException', (error) => void fault(error).then((code) => process.exit(code)));
const exitCode = await start().catch(fault);
process.exitCode = unwritten === undefined ? exitCode : 3;

/** The program is loaded only now: where too few files may be open for that, it can be said. */
async function start(): Promise<number> {
  const { main } = await import('./main.ts');
  return main(process.argv.slice(2), io, version);
}

/** An error that nobody expected is a fault of the program. Its text may have come from a server all the same. */
async function fault(error: unknown): Promise<number> {
  const { userLimits } = process.report.getReport() as { userLimits?: { open_files?: { soft?: unknown } } };
  const said = outOfFiles(error, userLimits?.open_files?.soft);
  if (said !== undefined) {
    process.stderr.write(said);
    return 3;
  }
  const { say } = await import('./printable/printable.ts');
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  io.err(
    say`legwork: Unexpected error, which is a bug in legwork. Please report it with this text:\n${text}\n`,
  );
  return 1;
}

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

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Io } from '../../src/io.ts';
import { linkedin } from '../../src/providers/linkedin.ts';
import type { Profile } from '../../src/providers/profile.ts';
import { type RunArguments, runOptions } from '../../src/run/options.ts';
import type { FlowCollection, RunParts } from '../../src/run/parts.ts';
import { collectionOf, type Sketch } from '../runner/support.ts';
import { testIo } from '../support/io.ts';

export function argumentsWith(more: Partial<RunArguments> = {}): RunArguments {
  const none = Object.fromEntries(Object.keys(runOptions).map((name) => [name, undefined]));
  return { ...none, provider: 'linkedin', ...more } as RunArguments;
}

/** An empty folder that is removed when the test ends. */
function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'legwork-run-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function captured(more: Partial<Io> = {}): { io: Io; out: () => string; err: () => string } {
  let out = '';
  let err = '';
  const io: Io = {
    ...testIo(),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    env: {},
    cwd: more.cwd ?? emptyFolder(),
    fetch,
    now: Date.now,
    randomBytes: (length) => new Uint8Array(length).fill(7),
    color: false,
    interrupted: new AbortController().signal,
    ...more,
  };
  return { io, out: () => out, err: () => err };
}

export function flowOf(
  flow: string,
  sketches: readonly Sketch[],
  requires: readonly string[] = [],
): FlowCollection {
  return { flow, title: `Title of ${flow}`, collection: collectionOf(sketches), requires };
}

/** Stand-ins: the collections are given, and the emulator is a server that the test has started. */
export function standIns(
  flows: readonly FlowCollection[],
  base: string,
  profile: Profile = linkedin,
): RunParts & { readonly open: () => number } {
  let open = 0;
  return {
    open: () => open,
    loadProfile: async () => profile,
    collectionsFor: () => flows,
    environmentFor: (_, values) => ({
      values: Object.entries(values).map(([key, value]) => ({
        key,
        value,
        type: key === 'client_secret' || key === 'password' ? 'secret' : 'default',
      })),
    }),
    startEmulator: async () => {
      open += 1;
      return {
        settings: { base, client_id: 'emulated', client_secret: 'emulated-secret' },
        close: async () => {
          open -= 1;
        },
      };
    },
  };
}

/** Every file in a folder by its name. */
export function filesIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );
}

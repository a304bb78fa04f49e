/** Root files that every file may import. */
// @ts-nocheck

export const everywhere = [
  'failure.ts',
  'file-reason.ts',
  'io.ts',
  'json-string-end.ts',
  'make-folder.ts',
  'nearest.ts',
  'read-text.ts',
  'time-limit.ts',
];

/** Which folders a folder may import, besides itself and {@link everywhere}. */
export const folders: Readonly<Record<string, readonly string[]>> = {
  oauth: [],
  providers: ['oauth'],
  flows: ['providers', 'oauth'],
  collection: ['flows', 'providers', 'oauth'],
  emulator: ['providers', 'oauth'],
  doctor: ['providers', 'oauth'],
  login: ['providers', 'oauth'],
  // It takes collections and environments as plain JSON.
  runner: [],
  targets: [],
  reports: [],
  commands: [
    'oauth',
    'providers',
    'flows',
    'collection',
    'emulator',
    'doctor',
    'login',
    'targets',
    'runner',
    'reports',
  ],
};

/** What a folder may take from another by `import type` only: a report knows results, and does not make them. */
export const typesOnly: Readonly<Record<string, readonly string[]>> = {
  reports: ['runner', 'doctor'],
};

/** Which folders and root files a root file may import, besides {@link everywhere}. */
export const rootFiles: Readonly<Record<string, readonly string[]>> = {
  'failure.ts': [],
  'io.ts': [],
  'nearest.ts': [],
  'file-reason.ts': [],
  'make-folder.ts': [],
  'read-text.ts': [],
  'json-string-end.ts': [],
  'time-limit.ts': [],
  'main.ts': ['commands', 'usage-problem.ts'],
  'usage-problem.ts': ['commands'],
  'cli.ts': ['main.ts'],
  'index.ts': ['main.ts', ...Object.keys(folders)],
};

/** Where an npm package may be imported: folders end in a slash. */
export const packages: Readonly<Record<string, readonly string[]>> = {
  yargs: ['main.ts', 'commands/'],
  zod: [
    'providers/profile-file.ts',
    'providers/profile-file/',
    'emulator/parse-config.ts',
    'reports/run-result-schema.ts',
    'targets/',
  ],
  newman: ['runner/'],
  'postman-collection': ['doctor/collection/resolve.ts'],
  'csv-parse': ['targets/'],
  yaml: ['targets/'],
  picomatch: ['targets/'],
  diff: ['collection/', 'commands/'],
  picocolors: ['reports/', 'commands/'],
  hono: ['emulator/', 'login/'],
  '@hono/node-server': ['login/'],
  jose: ['login/'],
  cheerio: ['doctor/read-page.ts'],
  'tough-cookie': ['doctor/observe.ts', 'login/', 'runner/set-cookies.ts'],
  // Both are reached through Io.
  'env-paths': ['cli.ts'],
  open: ['cli.ts'],
  'write-file-atomic': ['login/private-file.ts'],
  // An optional peer: whoever saves no session does without.
  'playwright-core': ['login/steered-browser.ts'],
};

/** Packages that exactly one file may import. */
export const oneFile = ['newman'];

/** Packages that may be loaded before the command is known: `legwork --help` loads nothing else. */
export const light = ['yargs', 'picocolors'];

/** An effect that is otherwise only had through `Io`. */
export type Effect =
  | 'process'
  | 'Date.now'
  | 'new Date()'
  | 'performance.now'
  | 'Math.random'
  | 'AbortSignal.timeout'
  | 'the global fetch'
  | 'randomness of crypto';

/** Files that may reach for an effect themselves, each with the reason. `cli.ts` may all: it makes the Io. */
export const exceptions: Readonly<
  Record<string, { readonly effects: readonly Effect[]; readonly why: string }>
> = {
  'commands/run/targets/worker.ts': {
    effects: ['Date.now'],
    why: 'a thread is a process of its own: like cli.ts it has nobody who could give it an Io',
  },
  'runner/newman.ts': {
    effects: ['process'],
    why: 'a script that leaves a rejected promise behind would end the process; only a listener there keeps it alive',
  },
};

/** Root files, and folders with a slash, that every file may import. */
export const everywhere = [
  'exit-code.ts',
  'failure.ts',
  'file-reason.ts',
  // Nothing unescaped gets into a page or a report by it.
  'html/',
  'inert.ts',
  'io.ts',
  'json-mistake.ts',
  'make-folder.ts',
  'command-line.ts',
  'nearest.ts',
  'option.ts',
  'places-in.ts',
  // Text for terminals and logs: whoever says something needs it.
  'printable/',
  'read-text.ts',
  'replace-file.ts',
  'steady-clock.ts',
  'shell-word.ts',
  'time-limit.ts',
];

/** Which folders a folder may import, besides itself and {@link everywhere}: the table of CONTRIBUTING.md. */
const named: Readonly<Record<string, readonly string[]>> = {
  oauth: [],
  'redirect-uri': ['oauth'],
  redaction: [],
  providers: ['oauth', 'redirect-uri'],
  flows: ['providers', 'oauth', 'redirect-uri'],
  collection: ['flows', 'providers', 'oauth', 'redirect-uri'],
  // It takes collections and environments as plain JSON.
  runner: ['redaction'],
  reports: ['redaction', 'redirect-uri'],
  emulator: ['redaction', 'providers', 'oauth', 'redirect-uri'],
  login: ['redaction', 'providers', 'oauth', 'redirect-uri'],
  doctor: ['redaction', 'providers', 'oauth', 'redirect-uri'],
  settings: ['oauth', 'providers'],
  tokens: ['oauth', 'providers', 'collection', 'emulator', 'login', 'redaction', 'settings'],
};

/** Rooms that put others together, each of which may import all that stand before it. */
const together = ['run', 'batch', 'commands'] as const;

/** Which folders a folder may import, besides itself and {@link everywhere}. */
export const folders: Readonly<Record<string, readonly string[]>> = {
  html: [],
  printable: [],
  ...named,
  ...Object.fromEntries(
    together.map((folder, index) => [folder, [...Object.keys(named), ...together.slice(0, index)]]),
  ),
};

/** What a folder may take from another by `import type` only: a report knows results, and does not make them. */
export const typesOnly: Readonly<Record<string, readonly string[]>> = {
  reports: ['runner', 'doctor'],
};

/** Which folders and root files a root file may import, besides {@link everywhere}. */
export const rootFiles: Readonly<Record<string, readonly string[]>> = {
  'exit-code.ts': [],
  'failure.ts': [],
  'inert.ts': [],
  'io.ts': [],
  'command-line.ts': ['shell-word.ts'],
  'nearest.ts': [],
  'option.ts': [],
  'option-problem.ts': [],
  'file-reason.ts': [],
  'make-folder.ts': [],
  'read-text.ts': [],
  'replace-file.ts': [],
  'json-mistake.ts': [],
  'places-in.ts': [],
  'steady-clock.ts': [],
  'shell-word.ts': [],
  'time-limit.ts': [],
  'main.ts': ['commands', 'option-problem.ts', 'usage-problem.ts'],
  'usage-problem.ts': ['commands'],
  'out-of-files.ts': [],
  'cli.ts': ['main.ts', 'out-of-files.ts'],
  'index.ts': ['main.ts', ...Object.keys(folders)],
};

/** Where an npm package may be imported: folders end in a slash. */
export const packages: Readonly<Record<string, readonly string[]>> = {
  yargs: ['main.ts', 'option.ts', 'commands/'],
  zod: [
    'providers/profile-file.ts',
    'providers/profile-file/',
    'emulator/config/parse-config.ts',
    'reports/run-result-schema.ts',
    'batch/targets/',
  ],
  newman: ['runner/'],
  // A run makes its collections without it: it is slow to load.
  'postman-collection': ['collection/written-by-sdk.ts', 'doctor/collection/resolve.ts'],
  'csv-parse': ['batch/targets/'],
  'jsonc-parser': ['json-mistake.ts', 'batch/targets/json-node.ts', 'doctor/collection/fix/rewrite-json.ts'],
  yaml: ['batch/targets/'],
  picomatch: ['batch/targets/'],
  diff: ['collection/', 'commands/', 'redirect-uri/'],
  tldts: ['providers/'],
  picocolors: ['printable/'],
  // Nobody imports it: the server for callbacks needs it beside it.
  hono: [],
  '@hono/node-server': ['login/'],
  jose: ['login/'],
  cheerio: ['doctor/read-page.ts'],
  entities: ['redaction/'],
  'tough-cookie': ['doctor/observe.ts', 'login/', 'runner/set-cookies.ts'],
  // Both are reached through Io.
  'env-paths': ['cli.ts'],
  open: ['cli.ts'],
  // An optional peer: whoever saves no session does without.
  'playwright-core': ['login/steered-browser.ts'],
};

/** Where a package may be imported by `import type` as well: nothing of it is loaded there when the program runs. */
export const typePackages: Readonly<Record<string, readonly string[]>> = {
  'har-format': ['reports/har.ts'],
  'postman-collection': ['collection/'],
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
  'batch/worker.ts': {
    effects: ['Date.now', 'the global fetch'],
    why: 'a thread is a process of its own: like cli.ts it has nobody who could give it an Io',
  },
  'runner/newman.ts': {
    effects: ['process'],
    why: 'a script that leaves a rejected promise behind would end the process; only a listener there keeps it alive',
  },
};

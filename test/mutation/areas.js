// @ts-check

/**
 * What is measured, named by what the code does, so that a name outlives a move of its files. When code moves, only
 * `files` changes here; survivors are kept by their text.
 *
 * @typedef {object} Area
 * @property {'stryker' | 'script'} by which engine makes the mutants: `script` for files that are embedded as text
 * @property {readonly string[]} files globs of the code
 * @property {readonly string[]} tests globs of the tests that run against each mutant; those whose cases are drawn by
 *   chance (`*.property.test.ts`) would give another result each time, and take long
 */

/** @type {Readonly<Record<string, Area>>} */
export const areas = {
  'redirect-uri': {
    by: 'stryker',
    files: [
      'src/redirect-uri/{characters,corrected-redirect-uri,loopback-hosts,pasted-uri,postman-callbacks}.ts',
      'src/redirect-uri/{redirect-uri*,uri-*}.ts',
    ],
    // truth.test.ts asks real servers, which knows more of providers than of the comparison, and takes long.
    tests: ['test/redirect-uri/!(*.property|truth).test.ts'],
  },
  'provider-rules': {
    by: 'stryker',
    files: ['src/redirect-uri/{bans,judge-by-rule,leniencies,provider-rule,rule-text,ways}.ts'],
    tests: ['test/redirect-uri/*rule*.test.ts'],
  },
  oauth: {
    by: 'stryker',
    files: [
      'src/oauth/{authorization-url,callback,callback-url,pkce,random,same-text,scope,secure-url,token-request}.ts',
    ],
    tests: ['test/oauth/*.test.ts'],
  },
  'token-responses': {
    by: 'stryker',
    files: [
      'src/oauth/{id-token-rules,introspection-rules,odd-value,token-answer,token-rules,userinfo-rules}.ts',
    ],
    tests: ['test/oauth/*.test.ts'],
  },
  login: {
    by: 'stryker',
    files: ['src/login/{attempt,explain-refusal,read-body,stored-token,time-text}.ts'],
    tests: ['test/login/{attempt,explain-refusal,stored-token}.test.ts'],
  },
  guards: {
    by: 'stryker',
    files: ['src/runner/guards.ts', 'src/runner/guard-tests.ts'],
    tests: ['test/runner/guard-rules.test.ts'],
  },
  redaction: {
    by: 'stryker',
    files: ['src/redaction/**/*.ts'],
    tests: ['test/redaction/**/!(*.property).test.ts'],
  },
  'sign-in-scripts': {
    by: 'script',
    files: ['scripts/sign-in/*.js'],
    tests: ['test/scripts/sign-in-*.test.ts'],
  },
};

/** Areas without a committed result, and why. */
export const notYet = {
  'provider-rules': 'the code is new, and is still being changed',
  'token-responses': 'the code is new, and is still being changed',
  redaction: 'the code is still being changed',
  'sign-in-scripts': 'the code is still being changed',
};

/** Killed mutants, of 100, that an area must have. */
export const GOAL = 85;

/** Mutants of one run: more would take longer than a night's patience. */
export const MOST_MUTANTS = 2000;

/** What only child processes, sockets or a browser reach, so that no mutant in this process is seen by its tests. */
export const notMeasured = {
  'src/cli.ts': 'the program itself: test/main.test.ts and test/commands start it as a child process',
  'src/login/file-lock.ts, private-file.ts':
    'locks and file modes between processes: test/login starts several',
  'src/login/steered-browser.ts, save-session.ts': 'a browser: test/login/session.browser.test.ts',
  'src/login/callback-server.ts, receiver.ts': 'sockets and signals: test/login/receiver.test.ts',
  'src/runner/reuse, src/batch': 'workers in processes of their own: test/batch',
  'the text of GUARD in src/runner/guard-tests.ts': 'it runs in the sandbox; only its presence is measured',
};

// @ts-check
import { Stryker } from '@stryker-mutator/core';

/** @type {any} an enumeration, of a package that only Stryker needs */
const LOUDNESS = 'warn';

/** Milliseconds that a mutant may take longer than its tests took without it; a machine may be busy. */
const PATIENCE = 10_000;

/**
 * Tries every mutant of code that runs in the process of its tests.
 *
 * @param {readonly string[]} files @param {readonly string[]} tests paths, not globs
 * @returns {Promise<import('./mutants.js').Tried[]>}
 */
export async function tryByStryker(files, tests) {
  // Read by vitest.config.ts, in the processes that Stryker starts.
  process.env.LEGWORK_TEST_FILES = tests.join(',');
  const results = await new Stryker({
    mutate: [...files],
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { related: false },
    coverageAnalysis: 'perTest',
    concurrency: 1,
    timeoutMS: PATIENCE,
    // Stryker would parse tsconfig.json with the programming interface of TypeScript 6, which 7 does not have.
    tsconfigFile: 'none',
    reporters: ['progress-append-only'],
    tempDirName: '.stryker-tmp',
    logLevel: LOUDNESS,
  }).runMutationTest();
  return results.map(({ fileName, location, replacement, status }) => ({
    file: fileName,
    // Counted from 1 here, and from 0 by the instrumenter.
    location: { start: fromZero(location.start), end: fromZero(location.end) },
    replacement: replacement ?? '',
    outcome: outcomeOf(status),
  }));
}

/** @param {{ line: number, column: number }} position */
function fromZero({ line, column }) {
  return { line: line - 1, column: column - 1 };
}

/** @param {string} status @returns {import('./mutants.js').Outcome} */
function outcomeOf(status) {
  switch (status) {
    case 'Killed':
      return 'killed';
    case 'Timeout':
      return 'timed out';
    case 'Survived':
    case 'NoCoverage':
      return 'survived';
    default:
      return 'invalid';
  }
}

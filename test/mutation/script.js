// @ts-check
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { mutated } from './survivor.js';

/** What the tests of the scripts read. */
const NEEDED = [
  'src',
  'scripts',
  'test',
  'collections',
  'schemas',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
];

/** A mutant may take this many times as long as the tests took without one, and it is ended. */
const PATIENCE = 5;

/**
 * Tries mutants of files that are embedded as text and run in another engine, where Stryker's switches cannot be
 * seen: each is written into a copy of the project, and the tests run there.
 *
 * @param {readonly import('./mutants.js').Mutant[]} mutants @param {readonly string[]} tests
 * @param {(done: number) => void} progress
 * @returns {Promise<import('./mutants.js').Tried[]>}
 */
export async function tryInScripts(mutants, tests, progress) {
  mkdirSync('.stryker-tmp', { recursive: true });
  const copy = mkdtempSync(join('.stryker-tmp', 'scripts-'));
  try {
    for (const name of NEEDED) cpSync(name, join(copy, name), { recursive: true });
    symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
    const begun = Date.now();
    if ((await runTests(copy, tests, 10 * 60_000)) !== 'passed') {
      throw new Error('The tests do not pass without a mutant: run them first.');
    }
    const patience = (Date.now() - begun) * PATIENCE;
    /** @type {import('./mutants.js').Tried[]} */
    const tried = [];
    for (const mutant of mutants) {
      const source = readFileSync(mutant.file, 'utf8');
      writeFileSync(join(copy, mutant.file), mutated(source, mutant.location, mutant.replacement));
      const ended = await runTests(copy, tests, patience);
      writeFileSync(join(copy, mutant.file), source);
      tried.push({ ...mutant, outcome: OUTCOMES[ended] });
      progress(tried.length);
    }
    return tried;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** @type {Record<'passed' | 'failed' | 'too long', import('./mutants.js').Outcome>} */
const OUTCOMES = { passed: 'survived', failed: 'killed', 'too long': 'timed out' };

/**
 * A process for each mutant: a script that never ends blocks its thread, and only a process can be ended then.
 *
 * @param {string} folder @param {readonly string[]} tests @param {number} patience milliseconds
 * @returns {Promise<keyof typeof OUTCOMES>}
 */
function runTests(folder, tests, patience) {
  return new Promise((done) => {
    const vitest = resolve('node_modules/vitest/vitest.mjs');
    const child = spawn(process.execPath, [vitest, 'run', '--bail=1', '--maxWorkers=1'], {
      cwd: folder,
      env: { ...process.env, LEGWORK_TEST_FILES: tests.join(',') },
      stdio: 'ignore',
      // A group of its own, so that the workers end with it.
      detached: true,
    });
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, patience);
    child.once('exit', (code) => {
      clearTimeout(timer);
      done(isLate ? 'too long' : code === 0 ? 'passed' : 'failed');
    });
  });
}

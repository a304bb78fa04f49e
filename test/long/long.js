// @ts-check
// Runs what takes too long for each change, and writes down what came of it. Usage: npm run test:long [-- PART…]
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * @typedef {object} Part
 * @property {string} what it is, for people
 * @property {readonly string[]} files that are run
 * @property {Readonly<Record<string, string>>} settings by which they do more than usual
 */

/** @type {Readonly<Record<string, Part>>} */
const parts = {
  fuzz: {
    what: 'every property with generated cases, 100,000 times each',
    files: ['test/fuzz'],
    settings: { LEGWORK_FUZZ: process.env.LEGWORK_FUZZ ?? '100000' },
  },
  hostile: {
    what: 'every redirect at every request, in every spelling',
    files: ['test/hostile'],
    settings: { LEGWORK_HOSTILE: 'all' },
  },
  'fault-matrix': {
    what: 'every fault in every flow; docs/fault-matrix.md is written anew',
    files: ['test/usage/fault-matrix'],
    settings: { LEGWORK_WRITE_MATRIX: '1' },
  },
};

const file = new URL('last-result.json', import.meta.url);
const named = process.argv.slice(2);
const unknown = named.find((word) => !Object.hasOwn(parts, word));
if (unknown !== undefined) {
  console.error(`There is no part "${unknown}". Parts: ${Object.keys(parts).join(', ')}.`);
  process.exit(1);
}

const results = JSON.parse(readFileSync(file, 'utf8'));
for (const [name, part] of Object.entries(parts)) {
  if (named.length > 0 && !named.includes(name)) {
    console.log(`NOT RUN: ${name} (${part.what}): it was not named.`);
    continue;
  }
  console.log(`${name}: ${part.what}`);
  results[name] = await run(part);
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  if (results[name].failed > 0 || results[name].passed === 0) process.exitCode = 1;
}
for (const [name, result] of Object.entries(results)) {
  const { date, node, seconds, passed, failed, skipped } = result;
  console.log(`${name}: ${date}, Node ${node}, ${seconds} s: ${passed} passed, ${failed} failed`);
  for (const test of skipped) console.log(`  NOT RUN: ${test}`);
}

/** @param {Part} part */
async function run({ files, settings }) {
  const folder = mkdtempSync(join(tmpdir(), 'legwork-long-'));
  const begun = Date.now();
  try {
    const report = join(folder, 'report.json');
    const vitest = join('node_modules', 'vitest', 'vitest.mjs');
    const argv = [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile=${report}`, ...files];
    const child = spawn(process.execPath, argv, { env: { ...process.env, ...settings }, stdio: 'inherit' });
    await new Promise((done) => child.once('exit', done));
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    return {
      date: new Date(begun).toISOString().slice(0, 10),
      node: process.version,
      seconds: Math.round((Date.now() - begun) / 1000),
      settings,
      passed: numPassedTests,
      failed: numFailedTests,
      skipped: skippedIn(testResults),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {readonly { assertionResults: readonly { status: string, fullName: string }[] }[]} testResults
 * @returns {string[]}
 */
function skippedIn(testResults) {
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'skipped' || status === 'pending')
    .map(({ fullName }) => fullName);
}

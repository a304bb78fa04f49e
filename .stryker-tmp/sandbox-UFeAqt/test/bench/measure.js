// @ts-nocheck
// 
// What all parts of the benchmark share. Everything is compared in pairs, measured in turn: the machine may be shared
// and slow, a ratio still holds.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The built program, to be run by Node. */
export const legwork = join(root, 'dist/cli.js');

/** Newman's program, to be run by Node. */
export const newman = createRequire(import.meta.url).resolve('newman/bin/newman.js');

/**
 * The path of a generated file in `collections/`.
 *
 * @param {string} name
 */
export function generated(name) {
  return join(root, 'collections', name);
}

/**
 * Runs a program of Node to its end.
 *
 * @param {string[]} args
 * @param {string} cwd
 * @param {number[]} codes with which it may end
 * @returns {Promise<number>} the milliseconds that it took
 */
export function run(args, cwd, codes = [0]) {
  return new Promise((resolve, reject) => {
    const started = process.hrtime.bigint();
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
    let complaint = '';
    child.stderr.on('data', (chunk) => {
      complaint += chunk;
    });
    child.on('error', reject).on('close', (code) => {
      if (!codes.includes(code ?? -1))
        reject(new Error(`${args.join(' ')} ended with ${code}: ${complaint}`));
      else resolve(Number(process.hrtime.bigint() - started) / 1e6);
    });
  });
}

/**
 * A server that runs as a process of its own.
 *
 * @typedef {object} Server
 * @property {string} origin without a slash at the end
 * @property {() => void} stop
 */

/**
 * Starts a server, a program of Node that says its address on standard output once it listens.
 *
 * @param {string[]} args
 * @returns {Promise<Server>}
 */
export async function start(args) {
  const { child, origin } = await listening(args);
  return { origin, stop: () => void child.kill() };
}

/**
 * A server that can be asked what it needs.
 *
 * @typedef {object} Measures
 * @property {() => Promise<number>} processor milliseconds of processor time so far
 * @property {() => Promise<number>} memory bytes of the heap in use after a collection
 */

/**
 * Starts a server as {@link start} does, so that it can be measured.
 *
 * @param {string[]} args
 * @returns {Promise<Server & Measures>}
 */
export async function startMeasured(args) {
  const figures = fileURLToPath(new URL('servers/figures.js', import.meta.url));
  const { child, origin } = await listening(['--expose-gc', '--import', figures, ...args]);
  const ask = (/** @type {string} */ question) => () =>
    new Promise((/** @type {(figure: any) => void} */ resolve, reject) => {
      child.once('message', resolve);
      child.send(question, (error) => error && reject(error));
    });
  const stop = () => {
    child.kill();
    // Whoever can still be asked does not end.
    child.disconnect();
  };
  return { origin, stop, processor: ask('processor'), memory: ask('memory') };
}

/**
 * @param {string[]} args
 * @returns {Promise<{ child: import('node:child_process').ChildProcess, origin: string }>}
 */
function listening(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    let said = '';
    let complaint = '';
    child.stderr?.on('data', (chunk) => {
      complaint += chunk;
    });
    child.stdout?.on('data', (chunk) => {
      said += chunk;
      const origin = /https?:\/\/[^\s/]+/.exec(said)?.[0];
      if (origin !== undefined && said.includes('\n')) resolve({ child, origin });
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`${args.join(' ')} did not start: ${complaint}`)));
  });
}

/**
 * @param {number[]} numbers
 * @returns {number}
 */
export function median(numbers) {
  return [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

/**
 * Measures both sides in turn, so that whatever slows the machine slows both, and prints the median of the ratios. One
 * pair before the first warms both up.
 *
 * @param {string} title
 * @param {{ atMost: number } | { atLeast: number }} goal of ours by theirs
 * @param {() => Promise<number>} ours
 * @param {() => Promise<number>} theirs
 * @param {{ rounds: number, unit?: string }} options the unit of what both sides return: `ms` if left out
 */
export async function compare(title, goal, ours, theirs, { rounds, unit = 'ms' }) {
  /** @type {[number, number][]} */
  const pairs = [];
  await ours();
  await theirs();
  for (let round = 0; round < rounds; round += 1) pairs.push([await ours(), await theirs()]);
  const ratio = median(pairs.map(([one, other]) => one / other));
  const one = Math.round(median(pairs.map(([first]) => first)));
  const other = Math.round(median(pairs.map(([, second]) => second)));
  const [words, reached] =
    'atMost' in goal
      ? [`at most ${goal.atMost.toFixed(2)}`, ratio <= goal.atMost]
      : [`at least ${goal.atLeast.toFixed(2)}`, ratio >= goal.atLeast];
  const verdict = reached ? 'reached' : 'missed';
  console.log(
    `${title}: ratio ${ratio.toFixed(2)} (goal: ${words}, ${verdict}); ${one} ${unit} beside ${other} ${unit}`,
  );
}

// @ts-nocheck
// 
// Many targets by legwork beside what one would do without it, all against the same emulator, in the same run.
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { REQUESTS, signIn } from '../support/three-legged-client.js';
import { generated, legwork, median, newman, startMeasured } from './measure.js';

const TARGETS = 200;
/** With more targets, the time in which everything warms up counts less. */
const CROWD = 1000;
/** A loop of whole programs takes minutes; so many of its turns are run, and each takes what the others take. */
const TURNS = 20;
/** How memory and cost grow, in the whole login and in a small flow. */
const SIZES = [100, 1000, 10_000];
const FLOWS = ['three-legged', 'client-credentials'];

const collection = generated('linkedin-three-legged.postman_collection.json');
const program = (/** @type {string} */ name) =>
  fileURLToPath(new URL(`programs/${name}.js`, import.meta.url));

/**
 * What a program took.
 *
 * @typedef {{ ms: number, processor: number, peak: number, said: string }} Cost processor in milliseconds, peak in
 *   megabytes
 */

/** @param {{ rounds: number, scratch: string }} surroundings */
export async function measure({ rounds, scratch }) {
  const emulator = await startMeasured([legwork, 'emulate', '--port', '0']);
  try {
    const environment = environmentFor(emulator.origin, scratch);
    const many = (/** @type {number} */ count, flow = 'three-legged') => {
      const args = ['run', '--target', 'live', '--environment', environment, '--flow', flow];
      return measured([legwork, ...args, '--targets', targets(count, scratch)], scratch);
    };
    await beside({ environment, many, scratch, rounds: Math.min(rounds, 3) });
    await growth(many);
    await floor({ environment, many, emulator });
  } finally {
    emulator.stop();
  }
}

/** @param {{ environment: string, many: (count: number) => Promise<Cost>, scratch: string, rounds: number }} what */
async function beside({ environment, many, scratch, rounds }) {
  const data = join(scratch, 'rows.json');
  writeFileSync(data, JSON.stringify(Array.from({ length: TARGETS }, (_, row) => ({ row }))));
  const plain = [newman, 'run', collection, '--environment', environment];
  const ways = {
    'a shell loop of newman run': async () => {
      let ms = 0;
      for (let turn = 0; turn < TURNS; turn += 1) ms += (await measured(plain, scratch)).ms;
      return { ms: (ms * TARGETS) / TURNS, requests: requestsOf((await measured(plain, scratch)).said) };
    },
    'one newman run with an iteration data file': async () => {
      const { ms, said } = await measured([...plain, '--iteration-data', data], scratch);
      return { ms, requests: requestsOf(said) / TARGETS };
    },
    'postman-runtime driven directly': async () => {
      const { ms, said } = await measured(
        [program('iterations'), collection, environment, String(TARGETS)],
        scratch,
      );
      return { ms, requests: requestsOf(said) / TARGETS };
    },
  };
  const goals = { 'a shell loop of newman run': 30, 'one newman run with an iteration data file': 3 };
  /** @type {Record<string, number[]>} */
  const ratios = {};
  /** @type {Record<string, number>} */
  const requests = {};
  /** @type {Record<string, number>} */
  const each = {};
  for (let round = 0; round < rounds; round += 1) {
    const ours = await many(TARGETS);
    for (const [way, run] of Object.entries(ways)) {
      const theirs = await run();
      ratios[way] = [...(ratios[way] ?? []), theirs.ms / ours.ms];
      requests[way] = theirs.requests;
      each[way] = theirs.ms / TARGETS;
    }
    console.log(
      `${TARGETS} targets by legwork: ${Math.round(ours.ms)} ms, ${(ours.ms / TARGETS).toFixed(1)} ms each`,
    );
  }
  for (const [way, all] of Object.entries(ratios)) {
    const ratio = median(all);
    const goal = /** @type {Record<string, number>} */ (goals)[way];
    const verdict = goal === undefined ? '' : ` (goal: ${goal}, ${ratio >= goal ? 'reached' : 'missed'})`;
    console.log(
      `${way}: ${ratio.toFixed(1)} times as long${verdict}; ${requests[way]?.toFixed(1)} requests for each target, legwork ${REQUESTS}: a request takes ${((ratio * REQUESTS) / (requests[way] ?? REQUESTS)).toFixed(1)} times as long`,
    );
  }
  const crowd = await many(CROWD);
  for (const [way, ms] of Object.entries(each)) {
    const ratio = (ms * CROWD) / crowd.ms;
    console.log(`${way}, ${CROWD} targets: ${ratio.toFixed(1)} times as long, as far as ${TARGETS} tell`);
  }
}

/** @param {(count: number, flow: string) => Promise<Cost>} many */
async function growth(many) {
  for (const flow of FLOWS) {
    /** @type {Cost | undefined} */
    let first;
    for (const size of SIZES) {
      const { ms, processor, peak } = await many(size, flow);
      first ??= { ms, processor, peak, said: '' };
      const more = (peak / first.peak - 1) * 100;
      console.log(
        `${size} targets, ${flow}: peak memory ${Math.round(peak)} MB (${more.toFixed(0)} % more than ${SIZES[0]} targets; goal: within 20); ${(ms / size).toFixed(1)} ms and ${(processor / size).toFixed(1)} ms of processor for each`,
      );
    }
  }
}

/** @param {{ environment: string, many: (count: number) => Promise<Cost>, emulator: import('./measure.js').Server & import('./measure.js').Measures }} what */
async function floor({ environment, many, emulator }) {
  /** @type {{ values: { key: string, value: string }[] }} */
  const { values } = JSON.parse(readFileSync(environment, 'utf8'));
  const settings = Object.fromEntries(values.map(({ key, value }) => [key, value]));
  const before = process.cpuUsage();
  const emulatorBefore = await emulator.processor();
  for (let turn = 0; turn < TARGETS; turn += 1) await signIn(settings, `state-${turn}`);
  const { user, system } = process.cpuUsage(before);
  const bare = (user + system) / 1000 / TARGETS / REQUESTS;
  const server = ((await emulator.processor()) - emulatorBefore) / TARGETS / REQUESTS;
  const [few, lots] = [await many(TARGETS), await many(2 * TARGETS)];
  const ours = (lots.processor - few.processor) / TARGETS / REQUESTS;
  console.log(
    `Processor for a request: legwork ${ours.toFixed(2)} ms, a bare HTTP client on the same way ${bare.toFixed(2)} ms, the emulator ${server.toFixed(2)} ms`,
  );
}

/**
 * @param {string} origin
 * @param {string} scratch
 */
function environmentFor(origin, scratch) {
  const file = join(scratch, 'emulator.postman_environment.json');
  const text = readFileSync(generated('linkedin-emulator.postman_environment.json'), 'utf8');
  writeFileSync(file, text.replaceAll('http://127.0.0.1:9480', origin));
  return file;
}

/**
 * @param {number} count
 * @param {string} scratch
 */
function targets(count, scratch) {
  const file = join(scratch, `targets-${count}.csv`);
  writeFileSync(
    file,
    ['name', ...Array.from({ length: count }, (_, number) => `target ${number}`)].join('\n'),
  );
  return file;
}

/** @param {string} said what Newman's table, or another program, says of requests */
function requestsOf(said) {
  return Number(/requests\D+(\d+)/.exec(said)?.[1]);
}

/**
 * Runs a program of Node to its end.
 *
 * @param {string[]} args
 * @param {string} cwd
 * @returns {Promise<Cost>}
 */
function measured(args, cwd) {
  const figures = join(cwd, 'figures.json');
  return new Promise((resolve, reject) => {
    const started = process.hrtime.bigint();
    const env = { ...process.env, LEGWORK_BENCH_FIGURES: figures };
    const child = spawn(process.execPath, ['--import', program('peak'), ...args], {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [said, complaint] = ['', ''];
    child.stdout.on('data', (chunk) => {
      said = (said + chunk).slice(-10_000);
    });
    child.stderr.on('data', (chunk) => {
      complaint = (complaint + chunk).slice(-2000);
    });
    child.on('error', reject).on('close', (code) => {
      if (code !== 0) {
        reject(new Error(`${args.join(' ')} ended with ${code}: ${said} ${complaint}`));
        return;
      }
      const ms = Number(process.hrtime.bigint() - started) / 1e6;
      resolve({ ms, said, ...JSON.parse(readFileSync(figures, 'utf8')) });
    });
  });
}

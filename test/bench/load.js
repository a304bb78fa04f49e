// @ts-check
// Many sign-ins at once on one emulator: whether they stay apart, what they cost, what is left of them in memory.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crowdConfig, signInTogether } from '../support/crowd.js';
import { REQUESTS } from '../support/three-legged-client.js';
import { legwork, startMeasured } from './measure.js';

const CROWD = 1000;
const CROWDS = 8;
/** By then the emulator has forgotten every token of before. */
const YEARS = 2 * 366 * 86_400;

/** @param {{ scratch: string }} surroundings */
export async function measure({ scratch }) {
  const config = crowdConfig(CROWD);
  const file = join(scratch, 'crowd.json');
  writeFileSync(file, JSON.stringify(config));
  const server = await startMeasured([legwork, 'emulate', '--port', '0', '--control', '--config', file]);
  try {
    const { emulatorSettings } = await import('../../dist/emulator/config/settings.js');
    const everybody = config.apps.map(({ name }, index) =>
      emulatorSettings(server.origin, config, name, config.members[index]?.name),
    );
    const heaps = [await server.memory()];
    for (let crowd = 1; crowd <= CROWDS; crowd += 1) {
      const processor = await server.processor();
      const started = performance.now();
      const strangers = await signInTogether(everybody);
      const seconds = (performance.now() - started) / 1000;
      const each = ((await server.processor()) - processor) / CROWD;
      heaps.push(await server.memory());
      console.log(
        `${CROWD} sign-ins at once, crowd ${crowd}: ${Math.round(CROWD / seconds)} a second; ${each.toFixed(2)} ms of the emulator's processor each, ${(each / REQUESTS).toFixed(2)} ms a request; values of somebody else: ${strangers.length}`,
      );
      for (const stranger of strangers.slice(0, 5)) console.log(`  ${stranger}`);
      if (strangers.length > 0) process.exitCode = 1;
      await forward(server.origin);
    }
    printMemory(heaps);
  } finally {
    server.stop();
  }
}

/** @param {number[]} heaps bytes before the first crowd, and after each; two years lie between two of them */
function printMemory(heaps) {
  const [before = 0, first = 0, ...later] = heaps;
  const megabytes = (/** @type {number} */ bytes) => (bytes / 1024 / 1024).toFixed(1);
  const growth = ((later.at(-1) ?? first) - first) / (later.length * CROWD);
  console.log(
    `Memory in use, MB: ${megabytes(before)} before, ${[first, ...later].map(megabytes).join(', ')} after each crowd, two years apart, so that the tokens of the one before are forgotten; ${Math.round(growth)} bytes stay for each sign-in`,
  );
}

/** @param {string} origin */
async function forward(origin) {
  const answer = await fetch(`${origin}/_emulator/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advance: YEARS }),
  });
  if (!answer.ok) throw new Error(`The clock did not move: ${await answer.text()}`);
}

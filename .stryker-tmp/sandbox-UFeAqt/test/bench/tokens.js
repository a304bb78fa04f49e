// @ts-nocheck
// 
// The same token requests to the emulator and to two servers of others, each in a process of its own.
import { fileURLToPath } from 'node:url';
import { compare, legwork, median, startMeasured } from './measure.js';
import { repeat } from './raw-client.js';

const load = { times: 4000, connections: 20, expected: '"access_token"' };

/** @param {{ rounds: number }} surroundings */
export async function measure({ rounds }) {
  const { client } = await import('./servers/client.js');
  const form = new URLSearchParams({ grant_type: 'client_credentials', ...client }).toString();
  const program = (/** @type {string} */ name) =>
    fileURLToPath(new URL(`servers/${name}.js`, import.meta.url));
  const emulator = await startMeasured([legwork, 'emulate', '--port', '0']);
  const others = {
    'oidc-provider': await startMeasured([program('oidc-provider')]),
    'oauth2-mock-server, which checks no client and signs each token': await startMeasured([
      program('oauth2-mock-server'),
    ]),
  };
  try {
    for (const [name, other] of Object.entries(others)) {
      await compareRates(name, emulator, other, form, rounds);
    }
  } finally {
    for (const server of [emulator, ...Object.values(others)]) server.stop();
  }
}

/** @typedef {import('./measure.js').Server & import('./measure.js').Measures} Measured */

/**
 * Compares tokens by the clock, for which the client needs a part of the machine, too, and by the processor time of the
 * server alone.
 *
 * @param {string} name
 * @param {Measured} emulator
 * @param {Measured} other
 * @param {string} form
 * @param {number} rounds
 */
async function compareRates(name, emulator, other, form, rounds) {
  /** @type {[number[], number[]]} */
  const byProcessor = [[], []];
  const rate =
    (/** @type {Measured} */ server, /** @type {string} */ path, /** @type {number[]} */ rates) =>
    async () => {
      const before = await server.processor();
      const answersPerSecond = await repeat(server.origin + path, form, load);
      rates.push(load.times / (((await server.processor()) - before) / 1000));
      return answersPerSecond;
    };
  await compare(
    `Tokens by client credentials, the emulator beside ${name}`,
    { atLeast: 3 },
    rate(emulator, '/oauth/v2/accessToken', byProcessor[0]),
    rate(other, '/token', byProcessor[1]),
    { rounds, unit: 'tokens/s' },
  );
  const [ours = 0, theirs = 0] = byProcessor.map((rates) => median(rates.slice(1)));
  console.log(
    `  by processor time of the servers alone: ratio ${(ours / theirs).toFixed(2)}; ${Math.round(ours)} beside ${Math.round(theirs)} tokens for each second of it`,
  );
}

// @ts-check
// The same token requests to the emulator and to two servers of others, each in a process of its own.
import { fileURLToPath } from 'node:url';
import { compare, legwork, start } from './measure.js';
import { repeat } from './raw-client.js';

const load = { times: 4000, connections: 20, expected: '"access_token"' };

/** @param {{ rounds: number }} surroundings */
export async function measure({ rounds }) {
  const { client } = await import('./servers/client.js');
  const program = (/** @type {string} */ name) =>
    fileURLToPath(new URL(`servers/${name}.js`, import.meta.url));
  const servers = await Promise.all([
    start([legwork, 'emulate', '--port', '0']),
    start([program('oidc-provider')]),
    start([program('oauth2-mock-server')]),
  ]);
  const [emulator, oidcProvider, mockServer] = servers;
  const form = new URLSearchParams({ grant_type: 'client_credentials', ...client }).toString();
  const rate = (/** @type {string} */ url) => () => repeat(url, form, load);
  const ours = rate(`${emulator.origin}/oauth/v2/accessToken`);
  const options = { rounds, unit: 'tokens/s' };
  try {
    await compare(
      'Tokens by client credentials, the emulator beside oidc-provider',
      { atLeast: 3 },
      ours,
      rate(`${oidcProvider.origin}/token`),
      options,
    );
    await compare(
      'Tokens by client credentials, the emulator beside oauth2-mock-server, which checks no client and signs each token',
      { atLeast: 3 },
      ours,
      rate(`${mockServer.origin}/token`),
      options,
    );
  } finally {
    for (const server of servers) server.stop();
  }
}

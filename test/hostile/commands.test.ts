import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { changeTokens } from '../../src/login/token-store.ts';
import { main } from '../../src/main.ts';
import { freePort } from '../login/free-port.ts';
import { realIo } from '../login/support.ts';
import { COMMANDS } from './commands.ts';
import { PLACES } from './places.ts';
import { profileOf, SECRETS } from './provider.ts';
import { type Reply, startServer } from './server.ts';
import { leaksIn, spelled } from './spellings.ts';

const env = {
  OAUTH_CLIENT_ID: 'client',
  OAUTH_CLIENT_SECRET: SECRETS.client_secret,
  OAUTH_PASSWORD: SECRETS.password,
  LINKEDIN_CLIENT_SECRET: SECRETS.client_secret,
  LINKEDIN_PASSWORD: SECRETS.password,
};

/** Everything that a command prints when the server gives this reply at the request that the command is about. */
const printed: Record<keyof typeof COMMANDS, (reply: Reply) => Promise<string>> = {
  login: async (reply) => {
    const uri = `http://127.0.0.1:${await freePort()}/callback`;
    return atServer(reply, ['login', '--redirect-uri', uri, '--timeout', '20'], async (address) => {
      const state = new URL(address).searchParams.get('state') ?? '';
      await fetch(`${uri}?${new URLSearchParams({ code: SECRETS.code, state })}`);
    });
  },
  'token introspect': (reply) => atServer(reply, ['token', 'introspect']),
  'doctor error': (reply) => explained(reply),
  'doctor error --json': (reply) => explained(reply, '--json'),
};

const cases = (Object.keys(COMMANDS) as (keyof typeof COMMANDS)[]).flatMap((command) =>
  Object.keys(PLACES).map((place) => [command, place] as const),
);

test.each(cases)('%s: no secret that a server says again in %s is printed', async (command, place) => {
  const shown = await printed[command](PLACES[place]?.(spelled(COMMANDS[command], 'client')) ?? {});
  expect(shown.length).toBeGreaterThan(30);
  expect(leaksIn({ shown }, COMMANDS[command])).toEqual([]);
});

async function atServer(
  reply: Reply,
  argv: readonly string[],
  openBrowser: (address: string) => Promise<void> = async () => {},
): Promise<string> {
  const server = await startServer(() => reply);
  onTestFinished(server.close);
  const io = realIo({ env, openBrowser });
  writeFileSync(join(io.cwd, 'profile.json'), JSON.stringify(profileOf(server.origin)));
  await changeTokens(
    join(io.cwd, 'tokens.json'),
    () => [
      {
        provider: 'profile',
        holder: 'member',
        issuer: server.origin,
        clientId: 'client',
        scopes: ['other'],
        accessToken: `${SECRETS.access_token}-client`,
        obtainedAt: 0,
        granted: ['other'],
      },
    ],
    io,
  );
  await main([...argv, '--provider', 'profile.json', '--store', 'tokens.json'], io, '0');
  expect(server.received.length, io.said()).toBeGreaterThan(0);
  return io.said() + io.written();
}

async function explained(reply: Reply, ...options: string[]): Promise<string> {
  const { status = 200, reason = 'Bad', headers = {}, body = '' } = reply;
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const text = [`HTTP/1.1 ${status} ${reason}`, ...lines, '', body].join('\r\n');
  const stdin = { isTerminal: false, read: async () => new TextEncoder().encode(text) };
  const io = realIo({ env, stdin });
  await main(['doctor', 'error', '-', ...options], io, '0');
  return io.said() + io.written();
}

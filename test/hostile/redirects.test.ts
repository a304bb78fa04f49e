import { expect, onTestFinished, test } from 'vitest';
import { isLong } from './long.ts';
import { hostileProvider, SECRETS } from './provider.ts';
import { redirects } from './redirects.ts';
import { runUntilReached } from './run-targets.ts';
import { startServer } from './server.ts';

test('no redirect of any status at any request takes a secret to another server', async () => {
  // It would give out what was asked for, so that whoever follows goes on.
  const foreign = await startServer(() => ({
    headers: { 'content-type': 'application/json', 'set-cookie': 'taken=1' },
    body: JSON.stringify({
      access_token: 'stolen',
      token_type: 'Bearer',
      expires_in: 60,
      sub: 'ann',
      active: true,
    }),
  }));
  onTestFinished(foreign.close);
  const attacks = redirects(foreign.origin.replace('127.0.0.1', 'localhost'), isLong);
  const provider = hostileProvider(attacks);
  const server = await startServer(provider.respond);
  onTestFinished(server.close);

  const { passed } = await runUntilReached(server.origin, attacks, provider.played, '--reporter', 'json');
  const taken = foreign.received.filter(({ text }) =>
    Object.values(SECRETS).some((secret) => text.includes(secret)),
  );
  expect(taken.map(({ text }) => text)).toEqual([]);
  expect(passed).toEqual([]);
}, 300_000);

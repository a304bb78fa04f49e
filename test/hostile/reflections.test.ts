import { expect, onTestFinished, test } from 'vitest';
import { isLong } from './long.ts';
import { hostileProvider } from './provider.ts';
import { reflections } from './reflections.ts';
import { runUntilReached } from './run-targets.ts';
import { startServer } from './server.ts';
import { leaksIn } from './spellings.ts';

test('run: no secret that a server says again, anywhere and in any spelling, is in anything that is left', async () => {
  const attacks = reflections(isLong);
  const provider = hostileProvider(attacks);
  const server = await startServer(provider.respond);
  onTestFinished(server.close);
  const { texts } = await runUntilReached(server.origin, attacks, provider.played, '--verbose');
  // Five reports and files of the run, and what it printed.
  expect(Object.keys(texts).length).toBeGreaterThanOrEqual(7);
  const names = ['client_secret', 'password', 'code', 'access_token', 'refresh_token'] as const;
  expect(leaksIn(texts, names)).toEqual([]);
}, 300_000);

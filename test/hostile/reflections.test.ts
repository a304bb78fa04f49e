import { expect, onTestFinished, test } from 'vitest';
import { isLong } from './long.ts';
import { hostileProvider } from './provider.ts';
import { reflections } from './reflections.ts';
import { runTargets } from './run-targets.ts';
import { startServer } from './server.ts';
import { leaksIn } from './spellings.ts';

test('run: no secret that a server says again, anywhere and in any spelling, is in anything that is left', async () => {
  const attacks = reflections(isLong);
  const provider = hostileProvider(attacks);
  const server = await startServer(provider.respond);
  onTestFinished(server.close);
  const { out, err, files } = await runTargets(server.origin, attacks, '--verbose');
  expect(
    attacks.filter(({ id }) => !provider.played.has(id)).map(({ id }) => id),
    'not reached',
  ).toEqual([]);
  expect(Object.keys(files).length).toBeGreaterThanOrEqual(5);
  const names = ['client_secret', 'password', 'code', 'access_token', 'refresh_token'] as const;
  expect(leaksIn({ ...files, out, err }, names)).toEqual([]);
}, 300_000);

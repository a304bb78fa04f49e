import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { beginAttempt } from '../../../src/login/attempt.ts';
import { main } from '../../../src/main.ts';
import { loadProfile } from '../../../src/providers/load.ts';
import { startPractice } from '../../../src/tokens/practice.ts';
import { freePort } from '../../login/free-port.ts';
import { testIo } from '../../support/io.ts';
import { scratchFolder } from '../../support/scratch-folder.ts';
import { signInAt } from './stage.ts';

const alice = { username: 'alice@example.com', password: 'correct-horse-1' };

/** A person whose browser opens at the sign-in, signs in, and goes to the callback. */
async function login(provider: string, ...more: readonly string[]) {
  const cwd = scratchFolder('dialect-login');
  const io = testIo({
    cwd,
    randomBytes,
    fetch,
    now: Date.now,
    openBrowser: async (url) => {
      const { callback } = await signInAt(url, alice);
      if (callback !== undefined) await fetch(callback);
    },
  });
  const uri = `http://127.0.0.1:${await freePort()}/callback`;
  const store = join(cwd, 'tokens.json');
  const argv = [
    'login',
    '--provider',
    provider,
    '--redirect-uri',
    uri,
    '--store',
    store,
    '--timeout',
    '20',
    ...more,
  ];
  return { code: await main(argv, io, '0'), out: io.written(), err: io.said() };
}

test.each(['google', 'github', 'keycloak', 'spotify', 'x', 'discord'])(
  'legwork login --provider %s signs in at the emulator, with a redirect URI of this computer',
  async (provider) => {
    const { code, out, err } = await login(provider);
    expect(code, err + out).toBe(0);
    expect(err).toContain('This is practice: the emulator plays');
    expect(err).toContain('http://127.0.0.1:');
  },
);

test('--pkce goes with a provider whose usual endpoint takes it', async () => {
  const { code, err } = await login('google', '--pkce');
  expect(code, err).toBe(0);
});

test('the emulated Slack takes the scopes of a login, which stand between commas there', async () => {
  const { profile, settings, close } = await startPractice(
    await loadProfile('slack', testIo(), { standIns: true }),
    { 'redirect-uri': undefined, pkce: false },
    testIo({ randomBytes }),
  );
  const attempt = beginAttempt(
    {
      profile,
      client: { id: settings.client_id ?? '', secret: '', method: 'client_secret_post' },
      redirectUri: settings.redirect_uri ?? '',
      scopes: ['users:read', 'chat:write'],
      pkce: false,
      authorizationEndpoint: profile.metadata.authorization_endpoint ?? '',
    },
    randomBytes,
  );
  const { callback } = await signInAt(attempt.address, alice);
  await close();
  expect(callback?.searchParams.get('error')).toBeNull();
  expect(callback?.searchParams.get('code')).toBeTruthy();
});

// @ts-nocheck
import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  collectionsFor,
  createEmulator,
  defaultConfig,
  emulatorSettings,
  linkedin,
  postmanEnvironment,
  serveEmulator,
} from '../../src/index.ts';

test("an application's own tests can talk to a LinkedIn of their own", async () => {
  const emulator = createEmulator({ config: defaultConfig, now: Date.now, randomBytes });
  const { origin, close } = await serveEmulator(emulator, { port: 0 });
  const { token_endpoint = '', client_id = '', client_secret = '' } = emulatorSettings(origin);

  const answer = await fetch(token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id, client_secret }),
  });

  expect(await answer.json()).toEqual({ access_token: expect.stringMatching(/^AQ/), expires_in: '1800' });
  expect(emulator.journal).toMatchObject([{ method: 'POST', path: '/oauth/v2/accessToken', status: 200 }]);
  await close();
});

test('collections and environments can be made by a program', () => {
  const [clientCredentials] = collectionsFor(linkedin, ['client-credentials']);
  expect(clientCredentials?.collection.info.name).toBe('LinkedIn OAuth 2.0: client credentials');
  const environment = postmanEnvironment(linkedin, 'mine', { client_id: 'my-client' });
  expect(environment.values).toContainEqual({
    key: 'client_id',
    value: 'my-client',
    type: 'default',
    enabled: true,
  });
});

test('time and randomness are given to the emulator, so that a token can grow old at once', async () => {
  let now = 0;
  const emulator = createEmulator({ config: defaultConfig, now: () => now, randomBytes });
  const settings = emulatorSettings('http://localhost');
  const ask = (path: string, init: RequestInit = {}) =>
    emulator.fetch(new Request(`http://localhost${path}`, init));
  const { client_id = '', client_secret = '' } = settings;
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id, client_secret });
  const answer = await ask('/oauth/v2/accessToken', { method: 'POST', body });
  const { access_token } = (await answer.json()) as { access_token: string };
  const headers = { authorization: `Bearer ${access_token}` };

  expect((await ask('/v2/jobs', { headers })).status).toBe(200);
  now += 31 * 60 * 1000;
  expect(await (await ask('/v2/jobs', { headers })).json()).toMatchObject({ code: 'EXPIRED_ACCESS_TOKEN' });
});

// @ts-nocheck
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadProfile } from '../../src/index.ts';
import { testIo } from '../support/io.ts';

let server: Server;
let origin: string;
beforeAll(async () => {
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  server.on(
    'request',
    new Provider(origin, { features: { devInteractions: { enabled: false } } }).callback(),
  );
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

test('the discovery document of a certified server becomes a profile', async () => {
  const profile = await loadProfile(origin, testIo({ fetch }));
  expect(profile.id).toBe(origin.replace('http://', '').replace(/[.:]/g, '-'));
  expect(profile.metadata.authorization_endpoint).toBe(`${origin}/auth`);
  expect(profile.grants).toContain('authorization_code');
  expect(profile).toMatchObject({
    pkce: 'S256',
    clientAuthentication: 'client_secret_post',
    defaultScope: ['openid'],
    apiBaseUrl: '',
  });
  expect(profile.memberResources.map(({ name }) => name)).toEqual(['Read userinfo']);
});

test('a port where nobody listens is named with its reason', async () => {
  await expect(loadProfile('http://127.0.0.1:1', testIo({ fetch }))).rejects.toMatchObject({
    code: 'DISCOVERY_FAILED',
    message: expect.stringMatching(/well-known\/openid-configuration: .*(ECONNREFUSED|bad port)/),
  });
});

import { expect, test } from 'vitest';
import { allProviders } from '../../../src/providers/atlas/all.ts';
import { providerOfHost } from '../../../src/providers/provider-of-host.ts';

const all = await allProviders();

test.each([
  ['accounts.google.com', 'google'],
  ['my-app.auth.us-east-1.amazoncognito.com', 'cognito'],
  ['WWW.LinkedIn.com.', 'linkedin'],
  ['notgithub.com', undefined],
  ['amazoncognito.com.evil.example', undefined],
  ['login.example.com', undefined],
])('%s belongs to %s', (host, id) => {
  expect(providerOfHost(host, all)?.id).toBe(id);
});

test('no two providers claim the same host', () => {
  const hosts = all.flatMap((provider) => provider.hosts);
  expect(hosts.filter((host, index) => hosts.indexOf(host) !== index)).toEqual([]);
});

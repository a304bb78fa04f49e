import { describe, expect, test } from 'vitest';
import { allProviders, providerIds } from '../../src/providers/atlas/all.ts';
import { loadProfile } from '../../src/providers/load.ts';
import { testIo } from '../support/io.ts';

test.each(providerIds.filter((id) => id !== 'linkedin'))(
  '%s becomes a profile without asking anybody',
  async (id) => {
    const profile = await loadProfile(id, testIo(), { standIns: true });
    expect(profile).toMatchObject({
      id,
      facts: { id },
      environmentPrefix: id.toUpperCase().replaceAll('-', '_'),
    });
    for (const url of [profile.metadata.authorization_endpoint, profile.metadata.token_endpoint]) {
      expect(URL.canParse(url ?? '')).toBe(true);
      expect(url).not.toMatch(/[{}]/);
    }
  },
);

test('a stand-in belongs to nobody', async () => {
  const all = await allProviders();
  const named = all.filter(({ variables = {} }) => 'domain' in variables || 'base' in variables);
  for (const { id, variables = {} } of named) {
    if ((variables.base ?? variables.domain)?.fallback !== undefined) continue;
    const { metadata } = await loadProfile(id, testIo(), { standIns: true });
    expect(new URL(metadata.token_endpoint).hostname).toBe(`${id}.example`);
  }
});

describe("a value of the person's own", () => {
  test('comes from the environment', async () => {
    const { metadata } = await loadProfile('auth0', testIo({ env: { AUTH0_DOMAIN: 'shop.eu.auth0.com' } }));
    expect(metadata.token_endpoint).toBe('https://shop.eu.auth0.com/oauth/token');
  });

  test('comes from a .env file where the environment has none', async () => {
    const envFile = async () => ({ AUTH0_DOMAIN: 'file.eu.auth0.com' });
    expect((await loadProfile('auth0', testIo(), { envFile })).metadata.issuer).toBe(
      'https://file.eu.auth0.com/',
    );
    const io = testIo({ env: { AUTH0_DOMAIN: 'shop.eu.auth0.com' } });
    expect((await loadProfile('auth0', io, { envFile })).metadata.issuer).toBe('https://shop.eu.auth0.com/');
  });

  test('may be pasted as a URL', async () => {
    const io = testIo({ env: { AUTH0_DOMAIN: 'https://shop.eu.auth0.com/' } });
    expect((await loadProfile('auth0', io)).metadata.issuer).toBe('https://shop.eu.auth0.com/');
  });

  test('of a server that somebody runs is a URL, with a path or without', async () => {
    const io = testIo({ env: { KEYCLOAK_BASE: 'https://sso.example.com/auth/', KEYCLOAK_REALM: 'shop' } });
    expect((await loadProfile('keycloak', io)).metadata.issuer).toBe(
      'https://sso.example.com/auth/realms/shop',
    );
  });

  test('that is missing is named with what it is', async () => {
    await expect(loadProfile('keycloak', testIo())).rejects.toMatchObject({
      code: 'PROVIDER_INCOMPLETE',
      exitCode: 2,
      message: expect.stringMatching(
        /KEYCLOAK_BASE: URL of the server.*\n.*KEYCLOAK_REALM: name of the realm/,
      ),
    });
  });

  test.each(['http://sso.example.com', 'not a host', 'ftp://sso.example.com'])(
    'that makes no safe URL is refused: %s',
    async (base) => {
      const io = testIo({ env: { KEYCLOAK_BASE: base, KEYCLOAK_REALM: 'shop' } });
      await expect(loadProfile('keycloak', io)).rejects.toMatchObject({
        code: 'PROVIDER_INCOMPLETE',
        message: expect.stringContaining('is not a https URL'),
      });
    },
  );
});

test('what the atlas knows of the client is in the profile', async () => {
  expect(await loadProfile('x', testIo())).toMatchObject({
    pkce: 'S256',
    clientAuthentication: 'client_secret_basic',
    defaultScope: ['users.read', 'tweet.read', 'offline.access'],
    grants: ['authorization_code', 'refresh_token'],
    apiBaseUrl: 'https://api.x.com',
    memberResources: [{ name: 'Read the account', url: '{{api_base_url}}/2/users/me' }],
  });
  expect(await loadProfile('atlassian', testIo())).toMatchObject({
    authorizationParameters: { audience: 'api.atlassian.com', prompt: 'consent' },
  });
});

import { describe, expect, test } from 'vitest';
import { DEFAULT_PORT, defaultConfig } from '../../src/emulator/config/default-config.ts';
import { emulatorSettings } from '../../src/emulator/config/settings.ts';
import { scenarioNames } from '../../src/emulator/scenarios/catalogue.ts';

describe('the settings of an emulator', () => {
  test('are the variables that a collection needs', () => {
    expect(emulatorSettings(`http://localhost:${DEFAULT_PORT}`)).toEqual({
      issuer: 'http://localhost:9480/oauth',
      authorization_endpoint: 'http://localhost:9480/oauth/v2/authorization',
      native_authorization_endpoint: 'http://localhost:9480/oauth/native-pkce/authorization',
      token_endpoint: 'http://localhost:9480/oauth/v2/accessToken',
      userinfo_endpoint: 'http://localhost:9480/v2/userinfo',
      introspection_endpoint: 'http://localhost:9480/oauth/v2/introspectToken',
      revocation_endpoint: 'http://localhost:9480/oauth/v2/revoke',
      jwks_uri: 'http://localhost:9480/oauth/openid/jwks',
      api_base_url: 'http://localhost:9480',
      application_api_url: 'http://localhost:9480/v2/jobs',
      client_id: '77legworkdemo1',
      client_secret: 'WPL_AP1.EmulatorNotReal1.fa+/ke==',
      redirect_uri: 'http://localhost:3000/callback',
      scope: 'openid profile email r_basicprofile w_member_social',
      username: 'alice@example.com',
      password: 'correct-horse-1',
      other_client_id: '77noapptokens1',
      other_client_secret: 'WPL_AP1.NoAppTokensFake1.no+/ap==',
      no_refresh_client_id: '77otherredirct',
      no_refresh_client_secret: 'WPL_AP1.OtherRedirFake01.re+/di==',
    });
  });

  test('name the address that the application sends, registered or not', () => {
    const { redirect_uri } = emulatorSettings('http://x', defaultConfig, 'other-redirect-uri');
    expect(redirect_uri).toBe('http://localhost:3000/callback');
  });

  test('name the endpoint for native clients where that is enabled', () => {
    const { authorization_endpoint } = emulatorSettings('http://x', defaultConfig, 'native-pkce');
    expect(authorization_endpoint).toBe('http://x/oauth/native-pkce/authorization');
  });

  test('fail for names that the configuration does not have', () => {
    expect(() => emulatorSettings('http://x', defaultConfig, 'nope')).toThrowError(
      expect.objectContaining({
        code: 'EMULATED_UNKNOWN',
        hint: expect.stringContaining('default, no-application-tokens'),
      }),
    );
  });
});

describe('the default configuration', () => {
  test('has an application for every scenario, with a client_id of LinkedIn’s shape', () => {
    for (const name of scenarioNames)
      expect(defaultConfig.apps.find((app) => app.scenario === name)?.name).toBe(name);
    const ids = defaultConfig.apps.map(({ clientId }) => clientId);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]{14}$/);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('has secrets of LinkedIn’s two shapes', () => {
    for (const { clientSecret } of defaultConfig.apps) {
      expect(clientSecret).toMatch(/^(WPL_AP1\.[A-Za-z0-9]{16}\.[A-Za-z0-9+/]{6}==|[A-Za-z0-9]{16})$/);
    }
  });

  test('says of every application and member what happens', () => {
    for (const { description } of [...defaultConfig.apps, ...defaultConfig.members])
      expect(description).toMatch(/\.$/);
  });
});

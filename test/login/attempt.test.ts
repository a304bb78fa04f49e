import { describe, expect, test } from 'vitest';
import { beginAttempt, type LoginPlan } from '../../src/login/attempt.ts';
import { codeChallenge, isCodeVerifier } from '../../src/oauth/pkce.ts';
import { linkedin } from '../../src/providers/linkedin.ts';
import { testIo } from '../support/io.ts';

const begin = (plan: Partial<LoginPlan> = {}) =>
  beginAttempt(
    {
      profile: { ...linkedin, echoesNonce: true, authorizationParameters: {} },
      client: { id: 'me', secret: 'never sent here', method: 'client_secret_post' },
      redirectUri: 'http://localhost:1/cb',
      scopes: ['openid', 'email'],
      pkce: true,
      authorizationEndpoint: 'https://login.example/authorize',
      ...plan,
    },
    testIo().randomBytes,
  );
const parametersOf = (address: string) => Object.fromEntries(new URL(address).searchParams);

test('an authorization request carries what its callback must fit', () => {
  const { address, state, nonce, codeVerifier } = begin();
  expect(address.startsWith('https://login.example/authorize?')).toBe(true);
  expect(parametersOf(address)).toEqual({
    response_type: 'code',
    client_id: 'me',
    redirect_uri: 'http://localhost:1/cb',
    scope: 'openid email',
    state,
    nonce,
    code_challenge: codeChallenge(codeVerifier),
    code_challenge_method: 'S256',
  });
});

test('state, nonce and verifier are drawn each, with 256 bits', () => {
  const { state, nonce, codeVerifier } = begin();
  expect(new Set([state, nonce, codeVerifier]).size).toBe(3);
  for (const value of [state, nonce, codeVerifier]) expect(value).toHaveLength(43);
  expect(isCodeVerifier(codeVerifier)).toBe(true);
});

describe('left out are', () => {
  test('PKCE where it was not asked for', () => {
    const { address, codeVerifier } = begin({ pkce: false });
    expect(codeVerifier).toBe('');
    expect(Object.keys(parametersOf(address)).filter((name) => name.startsWith('code_'))).toEqual([]);
  });

  test('the nonce without openid, and where the provider does not repeat it', () => {
    expect(parametersOf(begin({ scopes: ['email'] }).address)).not.toHaveProperty('nonce');
    const profile = { ...linkedin, echoesNonce: false };
    expect(parametersOf(begin({ profile }).address)).not.toHaveProperty('nonce');
  });
});

test('parameters of the provider are added, and the plan stays', () => {
  const profile = { ...linkedin, authorizationParameters: { prompt: 'login' } };
  const attempt = begin({ profile });
  expect(parametersOf(attempt.address)).toMatchObject({ prompt: 'login' });
  expect(attempt).toMatchObject({ redirectUri: 'http://localhost:1/cb', pkce: true });
});

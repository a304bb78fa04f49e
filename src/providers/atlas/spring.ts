import type { ProviderFacts } from '../facts.ts';
import { documented, fact, literals } from '../sourced.ts';

const validator = documented(
  'spring-projects/spring-authorization-server OAuth2AuthorizationCodeRequestAuthenticationValidator.java',
);
const docs = documented(
  'https://docs.spring.io/spring-authorization-server/reference/core-model-components.html',
);
const endpoints = documented(
  'spring-projects/spring-authorization-server settings/AuthorizationServerSettings.java',
);

export const spring: ProviderFacts = {
  id: 'spring',
  name: 'Spring Authorization Server',
  aliases: ['spring-authorization-server', 'spring-security'],
  kind: 'software',
  hosts: [],
  variables: { base: { describe: 'URL of the server' } },
  redirectUris: fact(
    {
      bans: [{ ban: 'fragment' }],
      leniencies: [{ ignores: 'port', of: ['127.0.0.0/8', '[::1]'], registered: 'any' }],
      ways: [{ way: 'same text' }],
    },
    validator,
  ),
  registration: {
    page: fact('The client in code, or in the registered client repository', docs),
    field: fact('RegisteredClient.redirectUri(…)', docs),
    http: fact('any host', validator),
    loopbackIp: fact('allowed', validator),
    mayBeLeftOut: fact(true, validator, 'with exactly one registered, and without the scope openid'),
  },
  endpoints: {
    authorization: fact('{base}/oauth2/authorize', endpoints),
    token: fact('{base}/oauth2/token', endpoints),
    userinfo: fact('{base}/userinfo', endpoints),
    discovery: fact('{base}/.well-known/openid-configuration', endpoints),
    issuer: fact('{base}', endpoints),
  },
  client: {
    authentication: fact(
      [
        'client_secret_basic',
        'client_secret_post',
        'client_secret_jwt',
        'private_key_jwt',
        'tls_client_auth',
        'none',
      ],
      docs,
    ),
    pkce: fact('allowed', validator, 'required by default since Spring Security 7'),
    pkceMethods: fact(['S256'], validator),
    scopeDelimiter: fact(' ', docs),
    grantedScopeDelimiter: fact(' ', docs),
    clientCredentials: fact(true, docs),
    defaultScope: fact(['openid', 'profile'], docs),
  },
  errors: [
    ...literals(
      { recognition: 'identifies', at: 'authorization', arrival: 'page', status: 400, source: validator },
      {
        '[invalid_request] OAuth 2.0 Parameter: redirect_uri': 'redirect-uri',
        'OAuth 2.0 Parameter: redirect_uri': 'redirect-uri',
        'OAuth 2.0 Parameter: client_id': 'client-id',
        'OAuth 2.0 Parameter: scope': 'scope',
        'OAuth 2.0 Parameter: code_challenge': 'pkce',
        'OAuth 2.0 Parameter: code_challenge_method': 'pkce',
      },
    ),
    {
      text: 'localhost is not allowed for the redirect_uri ({requested}). Use the IP literal (127.0.0.1) instead.',
      recognition: 'identifies',
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'page',
      note: 'Versions before 1.1.0 rejected the name localhost.',
      source: documented(
        'spring-projects/spring-authorization-server, source and tests of the versions before 1.1.0',
      ),
    },
    {
      text: 'Client authentication failed: {parameter}',
      recognition: 'shared',
      cause: 'client-authentication',
      at: 'token',
      arrival: 'JSON',
      status: 401,
      source: documented(
        'spring-projects/spring-authorization-server ClientSecretAuthenticationProvider.java',
      ),
    },
  ],
};

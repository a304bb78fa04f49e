import type { ProviderFacts } from '../facts.ts';
import { documented, fact, literals, observed } from '../sourced.ts';

const redirectUtils = documented(
  'keycloak/keycloak services/src/main/java/org/keycloak/protocol/oidc/utils/RedirectUtils.java',
);
const codeGrant = documented(
  'keycloak/keycloak services/src/main/java/org/keycloak/protocol/oidc/grants/AuthorizationCodeGrantType.java',
);
const admin = documented(
  'https://www.keycloak.org/docs/latest/server_admin/#con-basic-settings_server_administration_guide',
);
const endpoints = documented(
  'keycloak/keycloak docs/guides/securing-apps/partials/oidc/available-endpoints.adoc',
);

export const keycloak: ProviderFacts = {
  id: 'keycloak',
  name: 'Keycloak',
  aliases: ['rhsso', 'red-hat-sso'],
  kind: 'software',
  hosts: [],
  variables: {
    base: { describe: 'URL of the server, with /auth before version 17: https://keycloak.example.com' },
    realm: { describe: 'name of the realm' },
  },
  redirectUris: fact(
    {
      bans: [
        {
          ban: 'query parameter',
          names: [
            'code',
            'id_token',
            'access_token',
            'token_type',
            'expires_in',
            'state',
            'iss',
            'error',
            'error_description',
            'session_state',
            'response',
          ],
          when: { clause: 'the server is older than 2026, when this check came', usually: 'unknown' },
        },
      ],
      leniencies: [
        { ignores: 'port', of: ['localhost', '127.0.0.1', '[::1]'], registered: 'no port', scheme: 'http' },
        {
          ignores: 'case',
          in: 'scheme and host',
          when: {
            clause: 'the server is of 2026 or newer, which compares scheme and host so',
            usually: 'unknown',
          },
        },
      ],
      ways: [{ way: 'same text' }, { way: 'trailing star', query: 'ignored' }],
    },
    redirectUtils,
  ),
  registration: {
    page: fact('Admin console → the realm → Clients → the client → Settings → Access settings', admin),
    field: fact('Valid redirect URIs', admin),
    http: fact('any host', redirectUtils),
    localhost: fact('allowed', redirectUtils),
    loopbackIp: fact('allowed', redirectUtils),
    wildcard: fact('allowed', admin, 'at the end only'),
  },
  endpoints: {
    authorization: fact('{base}/realms/{realm}/protocol/openid-connect/auth', endpoints),
    token: fact('{base}/realms/{realm}/protocol/openid-connect/token', endpoints),
    userinfo: fact('{base}/realms/{realm}/protocol/openid-connect/userinfo', endpoints),
    discovery: fact('{base}/realms/{realm}/.well-known/openid-configuration', endpoints),
    issuer: fact('{base}/realms/{realm}', endpoints),
  },
  client: {
    authentication: fact(
      [
        'client_secret_basic',
        'client_secret_post',
        'private_key_jwt',
        'client_secret_jwt',
        'tls_client_auth',
        'none',
      ],
      endpoints,
    ),
    pkce: fact('allowed', codeGrant, 'the client setting can require it'),
    pkceMethods: fact(['S256', 'plain'], codeGrant),
    scopeDelimiter: fact(' ', endpoints),
    grantedScopeDelimiter: fact(' ', endpoints),
    clientCredentials: fact(true, endpoints),
    defaultScope: fact(['openid', 'profile', 'email'], endpoints),
  },
  errors: [
    {
      text: 'We are sorry... Invalid parameter: redirect_uri',
      recognition: 'identifies',
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'page',
      status: 400,
      source: observed('keycloak/keycloak#16923'),
    },
    {
      text: 'Invalid parameter: redirect_uri',
      recognition: 'shared',
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'page',
      status: 400,
      note: 'Spring Authorization Server and others word it in the same way.',
      source: observed('keycloak/keycloak#16923'),
    },
    {
      text: '[org.keycloak.events] {anything} error=invalid_redirect_uri',
      recognition: 'identifies',
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'log',
      source: observed('keycloak/keycloak-community#185'),
    },
    {
      text: '[org.keycloak.events] {anything} error=invalid_client_credentials',
      recognition: 'identifies',
      cause: 'client-authentication',
      at: 'token',
      arrival: 'log',
      source: observed('kavahub/springseeds springseed-keycloak-embed-server/FAQ.md'),
    },
    {
      text: 'Invalid client or Invalid client credentials',
      recognition: 'identifies',
      cause: 'client-authentication',
      at: 'token',
      arrival: 'JSON',
      status: 401,
      note: 'A confidential client without a secret, or with a wrong one: send it, or make the client public.',
      source: observed('mauriciovigolo/keycloak-angular#212'),
    },
    {
      text: "Parameter 'redirect_uri' did not match originally saved redirect URI used in initial OIDC request. Saved redirectUri: {registered}, redirectUri parameter: {requested}",
      recognition: 'identifies',
      cause: 'redirect-uri-at-token',
      at: 'token',
      arrival: 'log',
      source: codeGrant,
    },
    ...literals(
      { recognition: 'shared', at: 'token', arrival: 'JSON', status: 400, source: codeGrant },
      {
        'Code not valid': 'code',
        'Code is expired': 'code',
        'User session not found': 'code',
        'Incorrect redirect_uri': 'redirect-uri-at-token',
        'Auth error: Found different client_id in clientSession': 'code',
        'Client not allowed to exchange code': 'grant',
        'Session not active': 'token',
        'Client no longer has requested consent from user': 'consent',
      },
    ),
  ],
};

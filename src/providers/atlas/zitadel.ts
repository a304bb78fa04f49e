import type { ProviderFacts } from '../facts.ts';
import { documented, fact, literals, observed } from '../sourced.ts';

const request = documented('zitadel/oidc@81322d9 pkg/op/auth_request.go');
const code = documented('zitadel/oidc@81322d9 pkg/op/token_code.go');
const token = documented('zitadel/oidc@81322d9 pkg/op/token_request.go');
const docs = observed('public configurations of the server that route these paths');
const identified = { recognition: 'identifies', arrival: 'JSON', status: 400 } as const;

export const zitadel: ProviderFacts = {
  id: 'zitadel',
  name: 'Zitadel',
  kind: 'software',
  hosts: ['*.zitadel.cloud'],
  variables: { base: { describe: 'URL of the instance' } },
  redirectUris: fact(
    {
      bans: [
        {
          ban: 'plain http',
          except: [],
          for: ['web', 'spa'],
          when: {
            clause: 'development mode is on, or the client is confidential and uses the code flow',
            usually: 'unknown',
          },
        },
        { ban: 'custom scheme', for: ['web', 'spa'] },
        { ban: 'plain http', except: ['localhost', '127.0.0.0/8', '[::1]'], for: ['native'] },
      ],
      leniencies: [
        { ignores: 'which loopback name', for: ['native'] },
        { ignores: 'port', of: ['localhost', '127.0.0.0/8', '[::1]'], registered: 'any', for: ['native'] },
      ],
      ways: [
        { way: 'same text' },
        {
          way: 'pattern',
          language: 'glob',
          when: {
            clause: 'glob patterns are enabled for the client and one of them covers the value',
            usually: 'off',
          },
        },
      ],
    },
    request,
  ),
  registration: {
    page: fact('Project → Applications → the application → Redirect Settings', docs),
    field: fact('Redirect URIs', docs),
    http: fact('loopback', request, 'for native applications; any host in development mode'),
    customSchemes: fact('allowed', request, 'for native applications'),
  },
  endpoints: {
    authorization: fact('{base}/oauth/v2/authorize', docs),
    token: fact('{base}/oauth/v2/token', docs),
    userinfo: fact('{base}/oidc/v1/userinfo', docs),
    discovery: fact('{base}/.well-known/openid-configuration', docs),
    issuer: fact('{base}', docs),
  },
  client: {
    authentication: fact(['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'], code),
    pkce: fact('allowed', code, 'required without a secret'),
    pkceMethods: fact(['S256', 'plain'], code),
    scopeDelimiter: fact(' ', docs),
    grantedScopeDelimiter: fact(' ', docs),
    defaultScope: fact(['openid', 'profile', 'email'], docs),
  },
  errors: [
    ...literals(
      { ...identified, at: 'authorization', source: request },
      {
        'The requested redirect_uri is missing in the client configuration. If you have any questions, you may contact the administrator of the application.':
          'redirect-uri',
        'The redirect_uri is missing in the request. Please ensure it is added to the request.':
          'redirect-uri',
        "This client's redirect_uri is http and is not allowed.": 'redirect-uri',
        "This client's redirect_uri is using a custom schema and is not allowed.": 'redirect-uri',
        'The scope of your request is missing. Please ensure some scopes are requested.': 'scope',
        'The response type is missing in your request.': 'request',
        'The requested response type is missing in the client configuration.': 'grant',
      },
    ),
    ...literals(
      { ...identified, at: 'token', source: code },
      {
        'redirect_uri does not correspond': 'redirect-uri-at-token',
        'auth_method private_key_jwt not supported': 'client-authentication',
        'private_key_jwt not allowed for this client': 'client-authentication',
        'auth_method post not supported': 'client-authentication',
        'client missing grant type {grant}': 'grant',
      },
    ),
    ...literals(
      { ...identified, recognition: 'shared', at: 'token', source: token },
      {
        'unable to retrieve client by id': 'client-id',
        'PKCE required': 'pkce',
        'code_verifier required': 'pkce',
        'invalid code_verifier': 'pkce',
        'code_verifier unexpectedly provided': 'pkce',
        'invalid client_id / client_secret': 'client-authentication',
        'client authentication must not use more than one method': 'client-authentication',
        'invalid basic auth header': 'client-authentication',
        'grant_type missing': 'request',
      },
    ),
  ],
};

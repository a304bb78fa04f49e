import type { ProviderFacts } from '../facts.ts';
import { documented, fact, literals } from '../sourced.ts';

const client = documented('panva/node-oidc-provider@b95c2944 lib/models/client.js');
const source = documented('panva/node-oidc-provider@b95c2944 lib/');
const docs = documented('panva/node-oidc-provider@b95c2944 lib/helpers/defaults.js and docs/README.md');
const page = {
  recognition: 'identifies',
  at: 'authorization',
  arrival: 'page',
  status: 400,
  source,
} as const;

export const oidcProvider: ProviderFacts = {
  id: 'oidc-provider',
  name: 'node-oidc-provider',
  aliases: ['node-oidc-provider', 'panva'],
  kind: 'software',
  hosts: [],
  variables: { base: { describe: 'issuer of the server' } },
  redirectUris: fact(
    {
      leniencies: [
        {
          ignores: 'port',
          of: ['localhost', '127.0.0.1', '[::1]'],
          registered: 'any',
          scheme: 'http',
          for: ['native'],
        },
      ],
      ways: [{ way: 'same text' }],
    },
    client,
  ),
  registration: {
    page: fact('The client in the configuration or in the adapter', docs),
    field: fact('redirect_uris', docs),
    http: fact(
      'any host',
      docs,
      'loopback only for native clients; not for web clients of the implicit flow',
    ),
  },
  endpoints: {
    authorization: fact('{base}/auth', docs),
    token: fact('{base}/token', docs),
    userinfo: fact('{base}/me', docs),
    discovery: fact('{base}/.well-known/openid-configuration', docs),
    issuer: fact('{base}', docs),
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
    pkceMethods: fact(['S256'], source),
    scopeDelimiter: fact(' ', docs),
    grantedScopeDelimiter: fact(' ', docs),
    defaultScope: fact(['openid'], docs),
  },
  errors: [
    ...literals(page, {
      "redirect_uri did not match any of the client's registered redirect_uris": 'redirect-uri',
      'Authorization Server policy requires PKCE to be used for this request': 'pkce',
      'requested response_type is not allowed for this client': 'grant',
      'code_challenge must be provided with code_challenge_method': 'pkce',
      'not supported value of code_challenge_method': 'pkce',
    }),
    ...literals(
      { ...page, recognition: 'shared' },
      {
        'openid scope must be requested for this response_type': 'scope',
        'is not allowed for this client': 'grant',
      },
    ),
    ...literals(
      { ...page, at: 'token', arrival: 'JSON' },
      {
        'grant request is invalid': 'code',
        'the provided authentication mechanism does not match the registered client authentication method':
          'client-authentication',
        'client authentication must only be provided using one mechanism': 'client-authentication',
        'no client authentication mechanism provided': 'client-authentication',
        'client_secret must be provided in the Authorization header': 'client-authentication',
        "provided client_id does not match the authenticated client's one": 'client-id',
        'invalid authorization header value format': 'request',
      },
    ),
  ],
};

import type { ProviderFacts } from '../facts.ts';
import { documented, fact, literals, observed } from '../sourced.ts';

const helper = documented('ory/hydra@83127c575 fosite/authorize_helper.go');
const codeHandler = documented('ory/hydra@83127c575 fosite/handler/oauth2/flow_authorize_code_token.go');
const pkceHandler = documented('ory/hydra@83127c575 fosite/handler/pkce/handler.go');
const clientHandler = documented('ory/hydra@83127c575 fosite/client_authentication.go');
const docs = documented('ory/hydra@83127c575 cmd/ and client/client.go');
const told = { recognition: 'shared', at: 'token', arrival: 'JSON', status: 400 } as const;

export const hydra: ProviderFacts = {
  id: 'hydra',
  name: 'Ory Hydra',
  aliases: ['ory', 'ory-hydra', 'fosite'],
  kind: 'software',
  hosts: [],
  variables: { base: { describe: 'public URL of the server' } },
  redirectUris: fact(
    {
      bans: [{ ban: 'fragment' }],
      leniencies: [{ ignores: 'port', of: ['127.0.0.0/8', '[::1]'], registered: 'any', scheme: 'http' }],
      ways: [{ way: 'same text' }],
    },
    helper,
  ),
  registration: {
    page: fact('The client in the admin API, or "hydra create client" and "hydra update client"', docs),
    field: fact('redirect_uris', docs),
    http: fact('loopback', helper, 'any host with --dev'),
    mayBeLeftOut: fact(true, helper, 'with exactly one registered, and without the scope openid'),
  },
  endpoints: {
    authorization: fact('{base}/oauth2/auth', docs),
    token: fact('{base}/oauth2/token', docs),
    userinfo: fact('{base}/userinfo', docs),
    discovery: fact('{base}/.well-known/openid-configuration', docs),
    issuer: fact('{base}', docs),
  },
  client: {
    authentication: fact(
      ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'],
      clientHandler,
    ),
    pkce: fact('allowed', pkceHandler, 'the configuration can enforce it'),
    pkceMethods: fact(['S256', 'plain'], pkceHandler),
    scopeDelimiter: fact(' ', docs),
    grantedScopeDelimiter: fact(' ', docs),
    clientCredentials: fact(true, docs),
    defaultScope: fact(['openid'], docs),
  },
  errors: [
    {
      text: "The 'redirect_uri' parameter does not match any of the OAuth 2.0 Client's pre-registered redirect urls.",
      recognition: 'shared',
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'own error URL',
      status: 400,
      note: 'Every server that is built on fosite says it; Authelia, for one.',
      source: helper,
    },
    {
      text: "The 'redirect_uri' parameter does not match any of the OAuth 2.0 Client's pre-registered 'redirect_uris'.",
      recognition: 'shared',
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'page',
      source: observed('9p4/jellyfin-plugin-sso#284'),
    },
    ...literals(
      { recognition: 'shared', at: 'authorization', arrival: 'own error URL', status: 400, source: helper },
      {
        "The 'redirect_uri' parameter is required when using OpenID Connect 1.0.": 'redirect-uri',
        "The redirect URI '{requested}' contains an illegal character (for example #) or is otherwise invalid.":
          'redirect-uri',
      },
    ),
    ...literals(
      { ...told, source: codeHandler },
      {
        'The "redirect_uri" from this request does not match the one from the authorize request.':
          'redirect-uri-at-token',
        'The OAuth 2.0 Client ID from this request does not match the one from the authorize request.':
          'code',
        'The authorization code has already been used.': 'code',
        'The OAuth 2.0 Client is not allowed to use authorization grant "authorization_code".': 'grant',
      },
    ),
    ...literals(
      { ...told, source: pkceHandler },
      {
        'The PKCE code challenge did not match the code verifier.': 'pkce',
        'The PKCE code verifier must be at least 43 characters.': 'pkce',
        'Clients must include a code_challenge when performing the authorize code flow, but it is missing.':
          'pkce',
        'This client must include a code_challenge when performing the authorize code flow, but it is missing.':
          'pkce',
        'The PKCE code verifier was provided but the code challenge was absent from the authorization request.':
          'pkce',
      },
    ),
    ...literals(
      { ...told, status: 401, source: clientHandler },
      {
        'The requested OAuth 2.0 Client does not exist.': 'client-id',
        "The OAuth 2.0 Client supports client authentication method '{registered_method}', but method '{method}' was requested.":
          'client-authentication',
        'Client credentials missing or malformed in both HTTP Authorization header and HTTP POST body.':
          'client-authentication',
        'Unable to decode OAuth 2.0 Client Secret from HTTP basic authorization header, make sure it is properly encoded.':
          'client-authentication',
        "The OAuth 2.0 Client is not allowed to request scope '{scope}'.": 'scope',
      },
    ),
    {
      text: 'The state is missing or does not have enough characters and is therefore considered too weak.',
      recognition: 'shared',
      cause: 'state',
      at: 'authorization',
      arrival: 'redirect',
      source: documented('ory/hydra@83127c575 fosite/errors.go'),
    },
  ],
};

import type { ProviderFacts } from '../facts.ts';
import { documented, fact, literals, observed } from '../sourced.ts';

const strict = documented(
  'DuendeSoftware/products@18193b5f5 identity-server/src/IdentityServer/Validation/Default/StrictRedirectUriValidator.cs',
);
const request = documented(
  'DuendeSoftware/products@18193b5f5 identity-server/src/IdentityServer/Validation/Default/AuthorizeRequestValidator.cs',
);
const limits = documented(
  'DuendeSoftware/products@18193b5f5 identity-server/src/IdentityServer/Configuration/DependencyInjection/Options/InputLengthRestrictions.cs',
);
const docs = documented(
  'DuendeSoftware/products@18193b5f5 IdentityServerConstants.cs and Storage/Models/Client.cs',
);
const shared = { recognition: 'shared', at: 'authorization', arrival: 'page' } as const;

export const duende: ProviderFacts = {
  id: 'duende',
  name: 'Duende IdentityServer',
  aliases: ['identityserver', 'identityserver4', 'duende-identityserver'],
  kind: 'software',
  hosts: ['demo.duendesoftware.com'],
  variables: { base: { describe: 'URL of the server' } },
  redirectUris: fact(
    {
      leniencies: [{ ignores: 'case', in: 'everything' }],
      ways: [
        { way: 'same text' },
        {
          way: 'pattern',
          language: 'any port of 127.0.0.1 where http://127.0.0.1 is registered',
          when: {
            clause:
              'the server validates with StrictRedirectUriValidatorAppAuth and the client requires PKCE',
            usually: 'off',
          },
        },
      ],
    },
    strict,
    'at the authorization endpoint; the token endpoint compares case, too',
  ),
  registration: {
    page: fact('The client in code or in the configuration store', docs),
    field: fact('Client.RedirectUris', docs),
    http: fact('any host', strict),
    localhost: fact('allowed', strict),
    loopbackIp: fact('allowed', strict),
    longest: fact(400, limits),
  },
  endpoints: {
    authorization: fact('{base}/connect/authorize', docs),
    token: fact('{base}/connect/token', docs),
    userinfo: fact('{base}/connect/userinfo', docs),
    discovery: fact('{base}/.well-known/openid-configuration', docs),
    issuer: fact('{base}', docs),
  },
  client: {
    authentication: fact(
      ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'tls_client_auth', 'none'],
      docs,
    ),
    pkce: fact('required', docs, 'unless RequirePkce is false'),
    pkceMethods: fact(['S256'], docs),
    scopeDelimiter: fact(' ', docs),
    grantedScopeDelimiter: fact(' ', docs),
    clientCredentials: fact(true, docs),
    defaultScope: fact(['openid', 'profile'], docs),
  },
  errors: [
    {
      ...shared,
      text: 'Invalid redirect_uri',
      cause: 'redirect-uri',
      note: 'Every server of the IdentityServer family says it; Xero, for one.',
      source: request,
    },
    ...literals(
      { ...shared, source: request },
      {
        'Unknown client or client not enabled': 'client-id',
        'Invalid client_id': 'client-id',
        'Missing response_type': 'request',
        'Response type not supported': 'request',
        'Invalid grant type for client': 'grant',
        'Client not configured to receive access tokens via browser': 'grant',
        'Missing openid scope': 'scope',
        'Identity scopes requested, but openid scope is missing': 'scope',
        'Client must use request object, but no request or request_uri parameter present': 'request',
      },
    ),
    {
      ...shared,
      text: 'code challenge required',
      cause: 'pkce',
      source: observed('DuendeArchive/Support#861'),
    },
  ],
};

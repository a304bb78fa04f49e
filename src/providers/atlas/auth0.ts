import type { ProviderFacts } from '../facts.ts';
import { documented, fact, observed } from '../sourced.ts';

const wildcards = documented('https://auth0.com/docs/get-started/applications/wildcards-for-subdomains');
const settings = documented('https://auth0.com/docs/get-started/applications/application-settings');
const api = documented(
  'https://auth0.com/docs/api/authentication/authorization-code-flow-with-pkce/get-token-pkce',
);
const discovery = documented(
  'https://auth0.com/docs/get-started/applications/configure-applications-with-oidc-discovery',
);
const identified = { recognition: 'identifies' } as const;

export const auth0: ProviderFacts = {
  id: 'auth0',
  name: 'Auth0',
  kind: 'service',
  hosts: ['*.auth0.com'],
  variables: { domain: { describe: 'domain of the tenant, such as my-tenant.eu.auth0.com' } },
  redirectUris: fact(
    { ways: [{ way: 'same text' }, { way: 'sub-domain star' }] },
    wildcards,
    'third-party applications may not use the wildcard',
  ),
  registration: {
    page: fact('Auth0 Dashboard → Applications → the application → Settings', settings),
    field: fact('Allowed Callback URLs', settings),
    wildcard: fact('allowed', wildcards, 'as the left-most sub-domain label'),
  },
  endpoints: {
    authorization: fact('https://{domain}/authorize', api),
    token: fact('https://{domain}/oauth/token', api),
    userinfo: fact('https://{domain}/userinfo', api),
    discovery: fact('https://{domain}/.well-known/openid-configuration', discovery),
    issuer: fact('https://{domain}/', discovery),
  },
  client: {
    authentication: fact(
      ['client_secret_post', 'client_secret_basic', 'private_key_jwt', 'tls_client_auth', 'none'],
      discovery,
    ),
    requestBody: fact('form or JSON', observed('public requests to /oauth/token, of both kinds')),
    pkce: fact('allowed', api),
    pkceMethods: fact(['S256', 'plain'], api),
    scopeDelimiter: fact(' ', api),
    clientCredentials: fact(true, api),
    defaultScope: fact(['openid', 'profile', 'email'], api),
  },
  errors: [
    {
      ...identified,
      text: 'The provided redirect_uri is not in the list of allowed callback URLs.',
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'page',
      source: observed('MudXtra/MudXThemeCreator#25; SimplQ#118'),
    },
    {
      recognition: 'shared',
      text: 'Callback URL mismatch.',
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'page',
      source: documented('https://auth0.com/docs/quickstart/native/maui'),
    },
    {
      ...identified,
      text: 'The redirect URI is wrong. You {verb} {requested}, and we expected {registered}',
      cause: 'redirect-uri-at-token',
      at: 'token',
      arrival: 'JSON',
      source: documented('https://auth0.com/docs/quickstart/webapp/rails/02-troubleshooting'),
    },
  ],
};

import type { ProviderFacts } from '../facts.ts';
import { documented, fact, library, observed } from '../sourced.ts';

const api = documented('https://developer.okta.com/docs/guides/implement-grant-type/authcode/main/');
const nango = library('NangoHQ/nango packages/providers/providers.yaml');
const discovery = library('python-social-auth/social-core social_core/backends/okta_openidconnect.py');
const apps = documented('https://developer.okta.com/docs/release-notes/2021/#monthly-release-2021-02-0');
const create = documented('https://developer.okta.com/docs/guides/sign-into-web-app-redirect/');

export const okta: ProviderFacts = {
  id: 'okta',
  name: 'Okta',
  kind: 'service',
  hosts: ['*.okta.com', '*.oktapreview.com', '*.okta-emea.com'],
  variables: { domain: { describe: 'domain of the organization, such as dev-123456.okta.com' } },
  redirectUris: fact(
    {
      ways: [
        { way: 'same text' },
        {
          way: 'sub-domain star',
          when: { clause: 'wildcard_redirect of the application is SUBDOMAIN', usually: 'off' },
        },
      ],
    },
    apps,
  ),
  registration: {
    page: fact('Okta Admin Console → Applications → the application → General', create),
    field: fact('Sign-in redirect URIs', create),
  },
  endpoints: {
    authorization: fact('https://{domain}/oauth2/v1/authorize', nango),
    token: fact('https://{domain}/oauth2/v1/token', nango),
    userinfo: fact('https://{domain}/oauth2/v1/userinfo', discovery),
    discovery: fact('https://{domain}/.well-known/openid-configuration', discovery),
    issuer: fact('https://{domain}', discovery),
  },
  client: {
    authentication: fact(
      ['client_secret_basic', 'client_secret_post', 'client_secret_jwt', 'private_key_jwt', 'none'],
      api,
    ),
    pkce: fact('allowed', api),
    pkceMethods: fact(['S256'], api),
    scopeDelimiter: fact(' ', api),
    grantedScopeDelimiter: fact(' ', api),
    clientCredentials: fact(true, api),
    defaultScope: fact(['openid', 'profile', 'email'], api),
  },
  errors: [
    {
      text: "The 'redirect_uri' parameter must be a Login redirect URI in the client app settings: {settings}",
      recognition: 'identifies',
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'page',
      status: 400,
      note: 'The page links the setting in the Admin Console.',
      source: observed('okta/okta-signin-widget#947'),
    },
    {
      text: "The 'redirect_uri' parameter must be a Login redirect URI in the client app settings",
      recognition: 'identifies',
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'page',
      status: 400,
      note: 'The page links the setting in the Admin Console.',
      source: observed('okta/okta-signin-widget#947'),
    },
    {
      text: "The 'redirect_uri' parameter must be an absolute URI that is whitelisted in the client app settings.",
      recognition: 'identifies',
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'page',
      note: 'The older wording of the page.',
      source: observed('rdegges/chatapp#9'),
    },
    {
      text: "Invalid value for 'client_id' parameter.",
      recognition: 'identifies',
      cause: 'client-id',
      at: 'token',
      arrival: 'JSON',
      note: 'The client_id is wrong, or the authorization server is another one.',
      source: observed('Okta developer forum, several threads'),
    },
  ],
};

import type { ProviderFacts } from '../facts.ts';
import { documented, fact, library, literals, observed } from '../sourced.ts';

const api = documented('https://docs.gitlab.com/api/oauth2/');
const betterAuth = library('better-auth/better-auth packages/core/src/social-providers/gitlab.ts');
const nextAuth = library('nextauthjs/next-auth packages/core/src/providers/gitlab.ts');
const doorkeeper = documented('doorkeeper-gem/doorkeeper lib/doorkeeper/oauth/helpers/uri_checker.rb');

export const gitlab: ProviderFacts = {
  id: 'gitlab',
  name: 'GitLab',
  kind: 'service',
  hosts: ['gitlab.com'],
  variables: { base: { describe: 'URL of the GitLab server', fallback: 'https://gitlab.com' } },
  redirectUris: fact(
    {
      bans: [{ ban: 'fragment' }],
      leniencies: [
        {
          ignores: 'port',
          of: ['127.0.0.0/8', '[::1]'],
          registered: 'any',
          when: {
            clause: 'the server has a Doorkeeper that frees the loopback port (5.5 and newer)',
            usually: 'on',
          },
        },
      ],
      ways: [{ way: 'same text' }],
    },
    doorkeeper,
  ),
  registration: {
    page: fact('User settings → Applications (/user_settings/applications) → the application', api),
    field: fact('Redirect URI', documented('doorkeeper-gem/doorkeeper config/locales/en.yml')),
    http: fact('any host', api, 'for development'),
  },
  endpoints: {
    authorization: fact('{base}/oauth/authorize', api),
    token: fact('{base}/oauth/token', api),
    userinfo: fact('{base}/api/v4/user', nextAuth),
  },
  client: {
    // The documentation shows the body; a library that many sign in with sends the header.
    authentication: fact(
      ['client_secret_post', 'client_secret_basic', 'none'],
      library('pilcrowonpaper/arctic src/providers/gitlab.ts'),
    ),
    pkce: fact('allowed', api),
    pkceMethods: fact(['S256'], api),
    scopeDelimiter: fact(' ', api),
    defaultScope: fact(['read_user'], betterAuth),
  },
  lifetimes: { accessToken: fact(7200, api) },
  errors: [
    {
      text: 'The redirect URI included is not valid.',
      recognition: 'shared',
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'page',
      note: 'Servers that are built on Doorkeeper word it in the same way.',
      source: observed('sveltia/sveltia-cms-auth#8'),
    },
    ...literals(
      { recognition: 'shared', at: 'token', arrival: 'JSON', status: 400, source: api },
      {
        'The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client.':
          'code',
      },
    ),
  ],
};

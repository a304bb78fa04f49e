import type { ProviderFacts } from '../facts.ts';
import { documented, fact, literals, observed } from '../sourced.ts';

const checker = documented('doorkeeper-gem/doorkeeper lib/doorkeeper/oauth/helpers/uri_checker.rb');
const texts = documented('doorkeeper-gem/doorkeeper config/locales/en.yml');
const guides = documented(
  'doorkeeper-gem/doorkeeper lib/doorkeeper/rails/routes.rb and lib/doorkeeper/config.rb',
);

export const doorkeeper: ProviderFacts = {
  id: 'doorkeeper',
  name: 'Doorkeeper',
  aliases: ['mastodon'],
  kind: 'software',
  hosts: [],
  variables: { base: { describe: 'URL of the server' } },
  redirectUris: fact(
    {
      bans: [{ ban: 'fragment' }],
      leniencies: [{ ignores: 'port', of: ['127.0.0.0/8', '[::1]'], registered: 'any' }],
      ways: [{ way: 'same text' }],
    },
    checker,
  ),
  registration: {
    page: fact('/oauth/applications of the server → the application', texts),
    field: fact('Redirect URI', texts),
  },
  endpoints: {
    authorization: fact('{base}/oauth/authorize', guides),
    token: fact('{base}/oauth/token', guides),
  },
  client: {
    authentication: fact(['client_secret_basic', 'client_secret_post', 'none'], guides),
    scopeDelimiter: fact(' ', guides),
    grantedScopeDelimiter: fact(' ', guides),
  },
  errors: [
    {
      text: "The requested redirect URI is malformed or doesn't match the client redirect URI.",
      recognition: 'shared',
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'page',
      note: 'Every server that is built on Doorkeeper says it: GitLab, Mastodon and others.',
      source: texts,
    },
    {
      text: 'The redirect uri included is not valid.',
      recognition: 'shared',
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'page',
      source: observed(
        'https://docs.digitalocean.com/support/im-getting-an-error-when-using-the-digitalocean-oauth-api',
      ),
    },
    ...literals(
      { recognition: 'shared', at: 'authorization', arrival: 'redirect', source: texts },
      {
        'Code challenge is required.': 'pkce',
        'The code_challenge_method must be {methods}.': 'pkce',
        'The requested scope is invalid, unknown, or malformed.': 'scope',
        'The resource owner or authorization server denied the request.': 'consent',
        'The authorization server does not support this response type.': 'request',
      },
    ),
    ...literals(
      { recognition: 'shared', at: 'token', arrival: 'JSON', source: texts },
      {
        'Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.':
          'client-authentication',
        'The authorization grant type is not supported by the authorization server.': 'grant',
        'The client is not authorized to perform this request using this method.': 'grant',
        'Missing required parameter: {parameter}.': 'request',
        'The request utilizes more than one mechanism for authenticating the client.':
          'client-authentication',
        'The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client.':
          'code',
      },
    ),
    ...literals(
      { recognition: 'shared', at: 'api', arrival: 'JSON', status: 401, source: texts },
      {
        'The access token was revoked': 'token',
        'The access token expired': 'token',
        'The access token is invalid': 'token',
      },
    ),
  ],
};

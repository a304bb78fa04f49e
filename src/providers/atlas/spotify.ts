import type { ProviderFacts } from '../facts.ts';
import { documented, fact, library, literals, observed } from '../sourced.ts';

const rules = documented('https://developer.spotify.com/documentation/web-api/concepts/redirect_uri');
const migration = documented(
  'https://developer.spotify.com/documentation/web-api/tutorials/migration-insecure-redirect-uri',
);
const betterAuth = library('better-auth/better-auth packages/core/src/social-providers/spotify.ts');

export const spotify: ProviderFacts = {
  id: 'spotify',
  name: 'Spotify',
  kind: 'service',
  hosts: ['accounts.spotify.com', 'api.spotify.com'],
  redirectUris: fact(
    {
      bans: [
        { ban: 'host', hosts: ['localhost'] },
        { ban: 'plain http', except: ['127.0.0.1', '[::1]'] },
      ],
      leniencies: [{ ignores: 'port', of: ['127.0.0.1', '[::1]'], registered: 'no port' }],
      ways: [{ way: 'same text' }],
    },
    rules,
    'for new apps since 2025-04-09, for all since 2025-11-27',
  ),
  registration: {
    page: fact('Spotify for Developers → Dashboard → the app → Settings', migration),
    field: fact('Redirect URIs', migration),
    http: fact('loopback IP', rules),
    localhost: fact('rejected', rules),
    loopbackIp: fact('allowed', rules),
    customSchemes: fact('allowed', observed('spotipy-dev/spotipy#1186')),
  },
  endpoints: {
    authorization: fact('https://accounts.spotify.com/authorize', betterAuth),
    token: fact('https://accounts.spotify.com/api/token', betterAuth),
    userinfo: fact('https://api.spotify.com/v1/me', betterAuth),
  },
  client: {
    authentication: fact(
      ['client_secret_basic'],
      library('python-social-auth/social-core social_core/backends/spotify.py'),
    ),
    pkce: fact('allowed', betterAuth),
    pkceMethods: fact(['S256'], betterAuth),
    scopeDelimiter: fact(' ', betterAuth),
    grantedScopeDelimiter: fact(' ', betterAuth),
    defaultScope: fact(['user-read-email'], betterAuth),
  },
  errors: [
    ...literals(
      {
        recognition: 'identifies',
        at: 'authorization',
        arrival: 'page',
        note: 'localhost and plain http were taken until November 2025: register http://127.0.0.1 or https.',
        source: observed('n8n-io/n8n#25805; plamere/OrganizeYourMusic#25'),
      },
      {
        'INVALID_CLIENT: Invalid redirect URI': 'redirect-uri',
        'INVALID_CLIENT: Insecure redirect URI': 'redirect-uri',
        'redirect_uri: Not matching configuration': 'redirect-uri',
      },
    ),
    {
      text: 'This redirect URI is not secure',
      recognition: 'shared',
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'page',
      note: 'The form in the dashboard says it: register http://127.0.0.1 or https.',
      source: observed('spotify/web-api-examples#141'),
    },
    {
      text: '"error": "invalid_grant", "error_description": "Invalid redirect URI"',
      recognition: 'shared',
      cause: 'redirect-uri-at-token',
      at: 'token',
      arrival: 'JSON',
      status: 400,
      source: observed('spotify/web-api-examples#141'),
    },
  ],
};

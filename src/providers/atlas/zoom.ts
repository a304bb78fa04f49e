import type { ProviderFacts } from '../facts.ts';
import { documented, fact, library, literals, observed } from '../sourced.ts';

const info = documented('https://developers.zoom.us/docs/build-flow/basic-info/oauth-info/');
const messages = documented('https://developers.zoom.us/docs/integrations/oauth-error-messages/');
const nango = library('NangoHQ/nango packages/providers/providers.yaml');
const betterAuth = library('better-auth/better-auth packages/core/src/social-providers/zoom.ts');

export const zoom: ProviderFacts = {
  id: 'zoom',
  name: 'Zoom',
  kind: 'service',
  hosts: ['zoom.us', 'api.zoom.us', 'marketplace.zoom.us'],
  redirectUris: fact(
    {
      ways: [
        { way: 'same text' },
        { way: 'prefix', when: { clause: '"Strict Mode URL" is off for the app', usually: 'on' } },
      ],
      alsoNeeds: ['the OAuth Allow List covers it'],
    },
    info,
  ),
  registration: {
    page: fact('Zoom App Marketplace → Manage → the app → Basic Information → OAuth Information', info),
    field: fact('OAuth Redirect URL, and OAuth Allow Lists', info),
    localhost: fact('allowed', info, 'for development'),
    loopbackIp: fact('allowed', info, 'for development'),
    customSchemes: fact('rejected', info, 'except for Meeting SDK apps'),
  },
  endpoints: {
    authorization: fact('https://zoom.us/oauth/authorize', nango),
    token: fact('https://zoom.us/oauth/token', nango),
    userinfo: fact('https://api.zoom.us/v2/users/me', betterAuth),
  },
  client: {
    authentication: fact(['client_secret_basic', 'client_secret_post'], messages),
    pkce: fact('allowed', betterAuth),
    pkceMethods: fact(['S256'], betterAuth),
    scopeDelimiter: fact(',', nango),
  },
  errors: [
    ...literals(
      {
        recognition: 'identifies',
        at: 'authorization',
        arrival: 'page',
        note: 'Add the URL to the OAuth Allow List, and compare it with the OAuth Redirect URL of the right environment.',
        source: observed('https://docs.unified.to/skills/zoom-oauth-app/SKILL.md, and one public thread'),
      },
      {
        'Invalid redirect url (4,700)': 'redirect-uri',
        'Invalid redirect: {requested} (4,700)': 'redirect-uri',
      },
    ),
    ...literals(
      { recognition: 'identifies', at: 'token', arrival: 'JSON', source: messages },
      {
        'Grant type is not supported from token endpoint.': 'grant',
      },
    ),
    ...literals(
      { recognition: 'shared', at: 'token', arrival: 'JSON', source: messages },
      {
        'Invalid client secret.': 'client-authentication',
        'Client ID does not match authenticated client.': 'client-authentication',
        'Client ID or client secret is missing.': 'client-authentication',
        'Token cannot be empty.': 'token',
      },
    ),
    {
      text: 'Invalid access token, this access token is not supported as query parameter string.',
      recognition: 'identifies',
      cause: 'request',
      at: 'api',
      arrival: 'JSON',
      status: 401,
      source: observed('giorgosavgeris/passport-zoom-oauth2#6'),
    },
  ],
};

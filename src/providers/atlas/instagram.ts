import type { ProviderFacts } from '../facts.ts';
import { fact, library, literals, observed } from '../sourced.ts';

const nango = library('NangoHQ/nango packages/providers/providers.yaml');
const nextAuth = library('nextauthjs/next-auth packages/core/src/providers/instagram.ts');
const slash = observed('pablobarbera/instaR#12; wagnerdelima/drf-social-oauth2#115');
const unregistered = {
  at: 'authorization',
  arrival: 'JSON',
  status: 400,
  cause: 'redirect-uri',
  source: observed('omab/python-social-auth#21; crino/instagram-ios-sdk#39'),
} as const;
const json = { at: 'token', arrival: 'JSON', status: 400 } as const;

export const instagram: ProviderFacts = {
  id: 'instagram',
  name: 'Instagram',
  kind: 'service',
  hosts: ['instagram.com', 'www.instagram.com', 'api.instagram.com', 'graph.instagram.com'],
  redirectUris: fact({ ways: [{ way: 'same text' }] }, slash),
  registration: {
    page: fact('App Dashboard → Instagram → Business login settings', slash),
    field: fact('Valid OAuth Redirect URIs', slash),
    query: fact('rejected', observed('wagnerdelima/drf-social-oauth2#115')),
  },
  endpoints: {
    authorization: fact('https://www.instagram.com/oauth/authorize', nango),
    token: fact('https://api.instagram.com/oauth/access_token', nango),
    userinfo: fact('https://graph.instagram.com/me', nextAuth),
  },
  retiredEndpoints: [
    {
      url: 'api.instagram.com/oauth/authorize',
      standing: 'gone',
      instead: 'https://www.instagram.com/oauth/authorize',
      source: library('espresso-dev/instagram-basic-display-php README.md'),
    },
  ],
  client: {
    authentication: fact(['client_secret_post'], nextAuth),
    scopeDelimiter: fact(',', nango),
  },
  errors: [
    {
      ...unregistered,
      text: '"error_type": "OAuthException", "error_message": "Redirect URI does not match registered redirect URI',
      recognition: 'identifies',
    },
    { ...unregistered, text: 'Redirect URI does not match registered redirect URI', recognition: 'shared' },
    ...literals(
      { ...json, recognition: 'identifies', source: observed('titarenko/OAuth2#129') },
      { 'Matching code was not found or was already used.': 'code' },
    ),
    {
      ...json,
      text: '"error_type": "OAuthException", "code": 400, "error_message": "Error validating verification code',
      recognition: 'identifies',
      cause: 'redirect-uri-at-token',
      note: 'A truncated app secret looks the same.',
      source: observed('wagnerdelima/drf-social-oauth2#115'),
    },
  ],
};

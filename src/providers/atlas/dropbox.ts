import type { ProviderFacts } from '../facts.ts';
import { fact, library, literals, observed } from '../sourced.ts';

const nango = library('NangoHQ/nango packages/providers/providers.yaml');
const betterAuth = library('better-auth/better-auth packages/core/src/social-providers/dropbox.ts');
const report = observed('Laverna/laverna#447; DanielDe/org-web#74; dropbox/dropbox-sdk-python#203');

export const dropbox: ProviderFacts = {
  id: 'dropbox',
  name: 'Dropbox',
  kind: 'service',
  hosts: ['dropbox.com', 'www.dropbox.com', 'api.dropboxapi.com'],
  redirectUris: fact({ ways: [{ way: 'same text' }] }, report),
  registration: {
    page: fact('App Console → the app → Settings → OAuth 2', report),
    field: fact('Redirect URIs', report),
    localhost: fact('allowed', observed('Laverna/laverna#447')),
  },
  endpoints: {
    authorization: fact('https://www.dropbox.com/oauth2/authorize', nango),
    token: fact('https://api.dropboxapi.com/oauth2/token', nango),
  },
  client: {
    authentication: fact(['client_secret_post'], betterAuth),
    pkce: fact('allowed', betterAuth),
    pkceMethods: fact(['S256'], betterAuth),
    scopeDelimiter: fact(' ', betterAuth),
    authorizationParameters: fact({ token_access_type: 'offline' }, nango, 'for a refresh token'),
    defaultScope: fact(['account_info.read'], betterAuth),
  },
  errors: literals(
    { recognition: 'identifies', at: 'authorization', arrival: 'page', source: report },
    {
      "It must exactly match one of the redirect URIs you've pre-configured for your app (including the path)":
        'redirect-uri',
      "It must exactly match one of the redirect URIs you've pre-configured": 'redirect-uri',
    },
  ),
};

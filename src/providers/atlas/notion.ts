import type { ProviderFacts } from '../facts.ts';
import { fact, library, literals, observed } from '../sourced.ts';

const nango = library('NangoHQ/nango packages/providers/providers.yaml');
const betterAuth = library('better-auth/better-auth packages/core/src/social-providers/notion.ts');
const report = observed('langgenius/dify#21355; onecli/onecli#369');

export const notion: ProviderFacts = {
  id: 'notion',
  name: 'Notion',
  kind: 'service',
  hosts: ['notion.so', 'www.notion.so', 'api.notion.com'],
  redirectUris: fact({ ways: [{ way: 'same text' }] }, report),
  registration: {
    page: fact('Integrations → the integration, made public → OAuth Domain & URIs', report),
    field: fact('Redirect URIs', report),
  },
  endpoints: {
    authorization: fact('https://api.notion.com/v1/oauth/authorize', nango),
    token: fact('https://api.notion.com/v1/oauth/token', nango),
    userinfo: fact('https://api.notion.com/v1/users/me', betterAuth),
  },
  client: {
    authentication: fact(['client_secret_basic'], betterAuth),
    requestBody: fact('JSON', nango),
    authorizationParameters: fact({ owner: 'user' }, nango),
  },
  errors: literals(
    {
      recognition: 'shared',
      at: 'authorization',
      arrival: 'page',
      note: 'Where a redirect URI is configured, a request without redirect_uri is rejected with the same words.',
      source: report,
    },
    { 'Missing or invalid redirect_uri': 'redirect-uri' },
  ),
};

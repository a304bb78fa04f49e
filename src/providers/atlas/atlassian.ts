import type { ProviderFacts } from '../facts.ts';
import { documented, fact, library, observed } from '../sourced.ts';

const enabling = documented(
  'https://developer.atlassian.com/cloud/oauth/getting-started/enabling-oauth-3lo/',
);
const implementing = documented(
  'https://developer.atlassian.com/cloud/oauth/getting-started/implementing-oauth-3lo/',
);
const nango = library('NangoHQ/nango packages/providers/providers.yaml');
const nextAuth = library('nextauthjs/next-auth packages/core/src/providers/atlassian.ts');

export const atlassian: ProviderFacts = {
  id: 'atlassian',
  name: 'Atlassian',
  aliases: ['jira', 'confluence'],
  kind: 'service',
  hosts: ['auth.atlassian.com', 'id.atlassian.com', 'api.atlassian.com'],
  redirectUris: fact({ ways: [{ way: 'same text' }] }, enabling),
  registration: {
    page: fact('developer.atlassian.com/console → the app → Authorization → OAuth 2.0 (3LO)', enabling),
    field: fact('Callback URL', enabling),
    most: fact(1, enabling),
  },
  endpoints: {
    authorization: fact('https://auth.atlassian.com/authorize', nango),
    token: fact('https://auth.atlassian.com/oauth/token', nango),
    userinfo: fact('https://api.atlassian.com/me', nextAuth),
  },
  client: {
    authentication: fact(['client_secret_post'], implementing),
    requestBody: fact('JSON', implementing),
    scopeDelimiter: fact(' ', implementing),
    authorizationParameters: fact({ audience: 'api.atlassian.com', prompt: 'consent' }, implementing),
    defaultScope: fact(['read:me'], nextAuth),
  },
  errors: [
    {
      text: 'redirect_uri is not registered for client: {requested}',
      recognition: 'identifies',
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'own error URL',
      source: observed('atlassian/atlassian-mcp-server#246'),
    },
    {
      text: 'redirect_uri is not registered for client',
      recognition: 'identifies',
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'own error URL',
      source: observed('atlassian/atlassian-mcp-server#246'),
    },
  ],
};

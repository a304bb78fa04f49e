import type { ProviderFacts } from '../facts.ts';
import { fact, library, observed } from '../sourced.ts';

const nango = library('NangoHQ/nango packages/providers/providers.yaml');
const report = observed('XeroAPI/xero-python-oauth2-app#35');

export const xero: ProviderFacts = {
  id: 'xero',
  name: 'Xero',
  kind: 'service',
  hosts: ['login.xero.com', 'identity.xero.com', 'api.xero.com'],
  redirectUris: fact({ ways: [{ way: 'same text' }] }, report),
  registration: {
    page: fact('developer.xero.com → My Apps → the app → Configuration', report),
    field: fact('Redirect URIs', report),
    http: fact('localhost', report),
    localhost: fact('allowed', report),
  },
  endpoints: {
    authorization: fact('https://login.xero.com/identity/connect/authorize', nango),
    token: fact('https://identity.xero.com/connect/token', nango),
    userinfo: fact('https://api.xero.com/connections', nango),
  },
  client: {
    authentication: fact(['client_secret_basic', 'none'], report),
    scopeDelimiter: fact(' ', nango),
    defaultScope: fact(['offline_access'], nango),
  },
  errors: [
    {
      text: 'Error: unauthorized_client : Invalid redirect_uri',
      recognition: 'shared',
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'page',
      note: 'The redirect URI differs, often http for https. The code unauthorized_client is a red herring.',
      source: report,
    },
  ],
};

import type { ProviderFacts } from '../facts.ts';
import { fact, library, literals, observed } from '../sourced.ts';

const nango = library('NangoHQ/nango packages/providers/providers.yaml');
const nextAuth = library('nextauthjs/next-auth packages/core/src/providers/hubspot.ts');
const report = observed('n8n-io/n8n#23581; HubSpot/oauth-quickstart-python#3');

export const hubspot: ProviderFacts = {
  id: 'hubspot',
  name: 'HubSpot',
  kind: 'service',
  hosts: ['app.hubspot.com', 'app-eu1.hubspot.com', 'api.hubapi.com'],
  redirectUris: fact({ ways: [{ way: 'same text' }] }, report),
  registration: {
    page: fact('Developer account → Apps → the app → Auth', report),
    field: fact('Redirect URLs', report),
  },
  endpoints: {
    authorization: fact('https://app.hubspot.com/oauth/authorize', nango),
    token: fact('https://api.hubapi.com/oauth/v1/token', nango),
  },
  client: {
    authentication: fact(['client_secret_post'], nextAuth),
    scopeDelimiter: fact(' ', nextAuth),
    defaultScope: fact(['oauth'], nextAuth),
  },
  errors: [
    {
      text: "Authorization failed as the redirect URL '{requested}' doesn't match the app's registered redirect URL",
      recognition: 'identifies',
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'page',
      source: report,
    },
    {
      text: "The redirect_uri doesn't match the client registered redirect_uri. Please contact the app developer.",
      recognition: 'identifies',
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'page',
      source: observed('microsoft/PowerPlatformConnectors#3212'),
    },
    ...literals(
      {
        recognition: 'identifies',
        at: 'token',
        arrival: 'JSON',
        status: 400,
        source: observed('handled by four public clients'),
      },
      { MISMATCH_REDIRECT_URI_AUTH_CODE: 'redirect-uri-at-token' },
    ),
    ...literals(
      {
        recognition: 'identifies',
        at: 'token',
        arrival: 'JSON',
        source: observed('HGData/mk-node-hubspot#87'),
      },
      { 'missing or unknown auth code': 'code' },
    ),
    ...literals(
      { recognition: 'shared', at: 'token', arrival: 'JSON', source: observed('HGData/mk-node-hubspot#87') },
      { BAD_AUTH_CODE: 'code', EXPIRED_AUTH_CODE: 'code' },
    ),
  ],
};

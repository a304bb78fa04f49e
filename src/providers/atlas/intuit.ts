import type { ProviderFacts } from '../facts.ts';
import { fact, library, literals, observed } from '../sourced.ts';

const nango = library('NangoHQ/nango packages/providers/providers.yaml');
const report = observed('intuit/quickbooks-online-mcp-server#51; vm0-ai/vm0#25780');

export const intuit: ProviderFacts = {
  id: 'intuit',
  name: 'Intuit (QuickBooks)',
  aliases: ['quickbooks'],
  kind: 'service',
  hosts: ['appcenter.intuit.com', 'oauth.platform.intuit.com', 'accounts.platform.intuit.com'],
  redirectUris: fact({ ways: [{ way: 'same text' }] }, report),
  registration: {
    page: fact(
      'developer.intuit.com → the app → Keys & credentials (Development and Production apart)',
      report,
    ),
    field: fact('Redirect URIs', report),
  },
  endpoints: {
    authorization: fact('https://appcenter.intuit.com/connect/oauth2', nango),
    token: fact('https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer', nango),
  },
  client: {
    scopeDelimiter: fact(' ', nango),
    defaultScope: fact(['com.intuit.quickbooks.accounting'], observed('IntuitDeveloper/OAuth2_PHP#5')),
  },
  errors: literals(
    { recognition: 'identifies', at: 'authorization', arrival: 'page', source: report },
    {
      "The redirect_uri query parameter value is invalid. Make sure it is listed in the Redirect URIs section on your app's keys tab and matches it exactly.":
        'redirect-uri',
    },
  ),
};

import type { ProviderFacts } from '../facts.ts';
import { fact, library, literals, observed } from '../sourced.ts';

const nango = library('NangoHQ/nango packages/providers/providers.yaml');
const hosts = observed('Shopify/shopify_app#1531');

export const shopify: ProviderFacts = {
  id: 'shopify',
  name: 'Shopify',
  kind: 'service',
  hosts: ['*.myshopify.com', 'admin.shopify.com'],
  variables: { shop: { describe: 'name of the shop: the part before .myshopify.com' } },
  redirectUris: fact({ ways: [{ way: 'same text' }], alsoNeeds: ['its host is that of the App URL'] }, hosts),
  registration: {
    page: fact('Dev Dashboard → the app → Versions → the version', hosts),
    field: fact('Redirect URLs (and the App URL, whose host must be the same)', hosts),
  },
  endpoints: {
    authorization: fact('https://{shop}.myshopify.com/admin/oauth/authorize', nango),
    token: fact('https://{shop}.myshopify.com/admin/oauth/access_token', nango),
  },
  client: {
    authentication: fact(['client_secret_post'], nango),
  },
  errors: literals(
    { recognition: 'identifies', at: 'authorization', arrival: 'page', source: hosts },
    {
      'Oauth error invalid_request: The redirect_uri is not whitelisted': 'redirect-uri',
      'The redirect_uri and application url must have matching hosts': 'redirect-uri',
      'redirect_uri and application url must have matching hosts': 'redirect-uri',
    },
  ),
};

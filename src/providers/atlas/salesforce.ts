import type { ProviderFacts } from '../facts.ts';
import { documented, fact, library, literals, observed } from '../sourced.ts';

const betterAuth = library('better-auth/better-auth packages/core/src/social-providers/salesforce.ts');
const mismatch = documented('https://help.salesforce.com/s/articleView?id=001122778');
const report = observed('sfdx-mass-action-scheduler#29');

export const salesforce: ProviderFacts = {
  id: 'salesforce',
  name: 'Salesforce',
  kind: 'service',
  hosts: ['login.salesforce.com', 'test.salesforce.com', '*.my.salesforce.com'],
  variables: {
    domain: {
      describe: 'host of the organization, or test.salesforce.com',
      fallback: 'login.salesforce.com',
    },
  },
  redirectUris: fact({ ways: [{ way: 'same text' }] }, mismatch),
  registration: {
    page: fact('Setup → App Manager → the External Client App or Connected App', mismatch),
    field: fact('Callback URL', mismatch),
  },
  endpoints: {
    authorization: fact('https://{domain}/services/oauth2/authorize', betterAuth),
    token: fact('https://{domain}/services/oauth2/token', betterAuth),
    userinfo: fact('https://{domain}/services/oauth2/userinfo', betterAuth),
    issuer: fact(
      'https://{domain}',
      library('nextauthjs/next-auth packages/core/src/providers/salesforce.ts'),
    ),
  },
  client: {
    authentication: fact(['client_secret_post', 'client_secret_basic'], betterAuth),
    pkce: fact('allowed', betterAuth, 'an app can require it'),
    pkceMethods: fact(['S256'], betterAuth),
    scopeDelimiter: fact(' ', library('python-social-auth/social-core social_core/backends/salesforce.py')),
    defaultScope: fact(['openid', 'email', 'profile'], betterAuth),
  },
  errors: literals(
    {
      recognition: 'identifies',
      at: 'authorization',
      arrival: 'page',
      note: 'An app that is younger than about ten minutes says it, too: wait. The token endpoint says it with status 400.',
      source: report,
    },
    { 'redirect_uri must match configuration': 'redirect-uri' },
  ),
};

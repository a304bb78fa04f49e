import type { ProviderFacts } from '../facts.ts';
import { documented, fact, library, literals, observed } from '../sourced.ts';

const codes = documented('https://learn.microsoft.com/en-us/azure/active-directory-b2c/error-codes');
const register = documented(
  'https://learn.microsoft.com/en-us/azure/active-directory-b2c/tutorial-register-applications',
);
const clients = observed('the URL in five public clients');
const socialCore = library('python-social-auth/social-core social_core/backends/azuread_b2c.py');

export const entraB2c: ProviderFacts = {
  id: 'entra-b2c',
  name: 'Azure AD B2C',
  aliases: ['b2c', 'azure-b2c'],
  kind: 'service',
  hosts: ['*.b2clogin.com'],
  variables: {
    tenant: { describe: 'name of the tenant: the part before .b2clogin.com' },
    policy: { describe: 'name of the user flow or custom policy, such as B2C_1_signin' },
  },
  redirectUris: fact({ ways: [{ way: 'same text' }] }, codes),
  registration: {
    page: fact('Azure portal, in the B2C tenant → App registrations → the app → Authentication', register),
    field: fact('Redirect URIs', register),
  },
  endpoints: {
    authorization: fact(
      'https://{tenant}.b2clogin.com/{tenant}.onmicrosoft.com/{policy}/oauth2/v2.0/authorize',
      clients,
    ),
    token: fact('https://{tenant}.b2clogin.com/{tenant}.onmicrosoft.com/{policy}/oauth2/v2.0/token', clients),
    discovery: fact(
      'https://{tenant}.b2clogin.com/{tenant}.onmicrosoft.com/{policy}/v2.0/.well-known/openid-configuration',
      socialCore,
    ),
  },
  client: {
    scopeDelimiter: fact(' ', socialCore),
    defaultScope: fact(['openid'], socialCore),
  },
  errors: [
    {
      text: "AADB2C90006: The redirect URI '{requested}' provided in the request is not registered for the client id '{client_id}'.",
      recognition: 'identifies',
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'redirect',
      source: codes,
    },
    ...literals(
      { recognition: 'identifies', at: 'authorization', arrival: 'redirect', source: codes },
      {
        AADB2C90006: 'redirect-uri',
        AADB2C90007: 'redirect-uri',
        AADB2C90008: 'request',
        AADB2C90010: 'scope',
        AADB2C90011: 'client-id',
        AADB2C90012: 'scope',
        AADB2C90013: 'request',
        AADB2C90014: 'request',
      },
    ),
  ],
  marks: [{ kind: 'error number', text: 'AADB2C{number}', source: codes }],
};

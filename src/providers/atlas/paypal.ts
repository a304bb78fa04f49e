import type { ProviderFacts } from '../facts.ts';
import { documented, fact, library } from '../sourced.ts';

const blog = documented('https://medium.com/paypal-tech (2015-03-30, on return URLs)');
const betterAuth = library('better-auth/better-auth packages/core/src/social-providers/paypal.ts');
const nango = library('NangoHQ/nango packages/providers/providers.yaml');

export const paypal: ProviderFacts = {
  id: 'paypal',
  name: 'PayPal',
  kind: 'service',
  hosts: [
    'paypal.com',
    'www.paypal.com',
    'api-m.paypal.com',
    'www.sandbox.paypal.com',
    'api-m.sandbox.paypal.com',
  ],
  redirectUris: fact(
    {
      bans: [
        { ban: 'plain http', except: [] },
        { ban: 'host', hosts: ['localhost'] },
      ],
      ways: [{ way: 'same text' }],
    },
    blog,
    'scheme, host, port, path, and the names and values of the query; a parameter state is exempt',
  ),
  registration: {
    page: fact(
      'PayPal Developer → Apps & Credentials → the app → Log in with PayPal → Advanced Settings',
      betterAuth,
    ),
    field: fact('Return URL', betterAuth),
    http: fact('none', betterAuth),
    localhost: fact('rejected', betterAuth),
  },
  endpoints: {
    authorization: fact('https://www.paypal.com/signin/authorize', betterAuth),
    token: fact('https://api-m.paypal.com/v1/oauth2/token', betterAuth),
    userinfo: fact('https://api-m.paypal.com/v1/identity/oauth2/userinfo?schema=paypalv1.1', betterAuth),
  },
  client: {
    authentication: fact(['client_secret_basic'], nango),
    scopeDelimiter: fact(' ', nango),
  },
  errors: [],
};

import type { ProviderFacts } from '../facts.ts';
import { documented, fact, library } from '../sourced.ts';

const use = documented('https://support.atlassian.com/bitbucket-cloud/docs/use-oauth-on-bitbucket-cloud/');
const oauth = documented('https://developer.atlassian.com/cloud/bitbucket/oauth-2');
const nextAuth = library('nextauthjs/next-auth packages/core/src/providers/bitbucket.ts');

export const bitbucket: ProviderFacts = {
  id: 'bitbucket',
  name: 'Bitbucket Cloud',
  kind: 'service',
  hosts: ['bitbucket.org', 'api.bitbucket.org'],
  redirectUris: fact({ ways: [{ way: 'same text' }, { way: 'prefix' }] }, use),
  registration: {
    page: fact('Workspace settings → OAuth consumers → the consumer', use),
    field: fact('Callback URL', use),
    most: fact(1, use),
    mayBeLeftOut: fact(true, use),
  },
  endpoints: {
    authorization: fact('https://bitbucket.org/site/oauth2/authorize', oauth),
    token: fact('https://bitbucket.org/site/oauth2/access_token', oauth),
    userinfo: fact('https://api.bitbucket.org/2.0/user', nextAuth),
  },
  client: {
    authentication: fact(['client_secret_basic'], oauth),
    clientCredentials: fact(true, oauth),
  },
  lifetimes: { accessToken: fact(7200, oauth) },
  errors: [],
};

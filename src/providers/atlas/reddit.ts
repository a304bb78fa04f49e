import type { ProviderFacts } from '../facts.ts';
import { documented, fact, library, literals, observed } from '../sourced.ts';

const controller = documented('reddit-archive/reddit r2/r2/controllers/oauth2.py (2017)');
const texts = documented('reddit-archive/reddit r2/r2/lib/errors.py (2017)');
const betterAuth = library('better-auth/better-auth packages/core/src/social-providers/reddit.ts');

export const reddit: ProviderFacts = {
  id: 'reddit',
  name: 'Reddit',
  kind: 'service',
  hosts: ['reddit.com', 'www.reddit.com', 'ssl.reddit.com', 'oauth.reddit.com'],
  redirectUris: fact({ ways: [{ way: 'same text' }] }, controller),
  registration: {
    page: fact('reddit.com/prefs/apps → the app', controller),
    field: fact('redirect uri', controller),
    most: fact(1, controller),
  },
  endpoints: {
    authorization: fact('https://www.reddit.com/api/v1/authorize', betterAuth),
    token: fact('https://www.reddit.com/api/v1/access_token', betterAuth),
    userinfo: fact('https://oauth.reddit.com/api/v1/me', betterAuth),
  },
  client: {
    authentication: fact(['client_secret_basic'], controller, 'installed apps send an empty password'),
    pkce: fact('ignored', controller),
    scopeDelimiter: fact(' ', betterAuth),
    authorizationParameters: fact(
      { duration: 'permanent' },
      library('NangoHQ/nango packages/providers/providers.yaml'),
      'for a refresh token',
    ),
    defaultScope: fact(['identity'], betterAuth),
  },
  errors: [
    {
      text: 'you sent an invalid request — invalid redirect_uri parameter.',
      recognition: 'identifies',
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'page',
      status: 400,
      source: controller,
    },
    {
      text: 'you are not allowed to do that — invalid redirect_uri parameter.',
      recognition: 'identifies',
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'page',
      source: observed('PandaWhisperer/meteor-accounts-reddit#3'),
    },
    ...literals(
      { recognition: 'shared', at: 'authorization', arrival: 'page', status: 400, source: texts },
      {
        'invalid redirect_uri parameter': 'redirect-uri',
        'invalid client id': 'client-id',
        'invalid scope requested': 'scope',
        'access denied by the user': 'consent',
      },
    ),
    ...literals(
      { recognition: 'identifies', at: 'authorization', arrival: 'page', status: 400, source: texts },
      {
        'refresh tokens are not allowed for this response_type': 'request',
        'confidential clients can not request tokens directly': 'grant',
      },
    ),
    {
      text: 'Only script apps may use password auth',
      recognition: 'identifies',
      cause: 'grant',
      at: 'token',
      arrival: 'JSON',
      status: 200,
      source: controller,
    },
  ],
};

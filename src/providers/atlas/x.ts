import type { ProviderFacts } from '../facts.ts';
import { documented, fact, library, observed } from '../sourced.ts';

const apps = documented('xdevplatform/docs fundamentals/developer-apps.mdx');
const flow = documented('xdevplatform/docs fundamentals/authentication/oauth-2-0/authorization-code.mdx');
const betterAuth = library('better-auth/better-auth packages/core/src/social-providers/twitter.ts');

export const x: ProviderFacts = {
  id: 'x',
  name: 'X',
  aliases: ['twitter'],
  kind: 'service',
  hosts: ['x.com', 'twitter.com', 'api.x.com', 'api.twitter.com'],
  redirectUris: fact({ ways: [{ way: 'same text' }] }, flow),
  registration: {
    page: fact('X Developer Console → the app → User authentication settings', apps),
    field: fact('Callback URI / Redirect URL', apps),
    localhost: fact('rejected', apps, 'discouraged: use http://127.0.0.1'),
    loopbackIp: fact('allowed', apps),
    most: fact(10, apps),
  },
  endpoints: {
    authorization: fact('https://x.com/i/oauth2/authorize', flow),
    token: fact('https://api.x.com/2/oauth2/token', betterAuth),
    userinfo: fact('https://api.x.com/2/users/me', betterAuth),
  },
  client: {
    authentication: fact(['client_secret_basic', 'none'], flow),
    pkce: fact('required', flow),
    pkceMethods: fact(['S256', 'plain'], flow),
    scopeDelimiter: fact(' ', flow),
    defaultScope: fact(['users.read', 'tweet.read', 'offline.access'], betterAuth),
    clientCredentials: fact(false, flow),
  },
  lifetimes: { code: fact(30, flow), accessToken: fact(7200, flow) },
  errors: [
    {
      text: 'Callback URL not approved for this client application.',
      recognition: 'identifies',
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'JSON',
      source: apps,
    },
    {
      text: "You weren't able to give access to the App.",
      recognition: 'identifies',
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'page',
      note: 'The page tells no reason: compare the callback URL and the client_id character by character.',
      source: observed('pilcrowonpaper/arctic#137; xdevplatform/xurl#27'),
    },
    {
      text: 'Value passed for the redirect uri did not match the uri of the authorization code.',
      recognition: 'identifies',
      cause: 'redirect-uri-at-token',
      at: 'token',
      arrival: 'JSON',
      status: 400,
      source: observed('seen in four public threads'),
    },
    {
      text: 'Missing valid authorization header',
      recognition: 'identifies',
      cause: 'client-authentication',
      at: 'token',
      arrival: 'JSON',
      note: 'A confidential app must use Basic; a public one is of the type Native App or Single page App.',
      source: observed('twitterdev/twitter-api-typescript-sdk#23'),
    },
  ],
};

import type { ProviderFacts } from '../facts.ts';
import { fact, library, observed } from '../sourced.ts';

const portal = observed('openid/AppAuth-iOS#586; capacitor-community/apple-sign-in#86');
const betterAuth = library('better-auth/better-auth packages/core/src/social-providers/apple.ts');
const nextAuth = library('nextauthjs/next-auth packages/core/src/providers/apple.ts');
const report = observed('capacitor-community/apple-sign-in#86; mikebronner/laravel-sign-in-with-apple#43');

export const apple: ProviderFacts = {
  id: 'apple',
  name: 'Apple',
  kind: 'service',
  hosts: ['appleid.apple.com'],
  redirectUris: fact(
    {
      bans: [
        { ban: 'plain http', except: [] },
        { ban: 'host', hosts: ['localhost', '127.0.0.0/8', '[::1]'] },
        { ban: 'custom scheme' },
      ],
      ways: [{ way: 'same text' }],
    },
    observed(
      'capacitor-community/apple-sign-in#86; aspnet-contrib/AspNet.Security.OAuth.Providers#431; openid/AppAuth-iOS#586',
    ),
  ),
  registration: {
    page: fact(
      'Certificates, Identifiers & Profiles → Identifiers → the Services ID → Sign in with Apple → Configure',
      portal,
    ),
    field: fact('Return URLs', portal),
    http: fact('none', report),
    localhost: fact('rejected', observed('aspnet-contrib/AspNet.Security.OAuth.Providers#431')),
    customSchemes: fact('rejected', observed('openid/AppAuth-iOS#586')),
  },
  endpoints: {
    authorization: fact('https://appleid.apple.com/auth/authorize', betterAuth),
    token: fact('https://appleid.apple.com/auth/token', betterAuth),
    issuer: fact('https://appleid.apple.com', betterAuth),
  },
  client: {
    authentication: fact(
      ['client_secret_post'],
      nextAuth,
      'the secret is a JWT that the application signs with ES256',
    ),
    scopeDelimiter: fact(' ', betterAuth),
    authorizationParameters: fact(
      { response_mode: 'form_post' },
      observed('aaronpk/sign-in-with-apple-example#3'),
      'needed for the scopes name and email',
    ),
    defaultScope: fact(['email', 'name'], betterAuth),
  },
  errors: [
    {
      text: 'Invalid web redirect url',
      recognition: 'identifies',
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'page',
      note: 'The Return URLs belong to a Services ID: its identifier is the client_id, not that of the app.',
      source: report,
    },
    {
      text: 'One or more Return URLs are invalid.',
      recognition: 'identifies',
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'page',
      note: 'The form where Return URLs are registered says it: only https, no localhost, no IP address.',
      source: observed('openid/AppAuth-iOS#586'),
    },
  ],
};

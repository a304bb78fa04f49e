import type { ProviderFacts } from '../facts.ts';
import { documented, fact, library, observed } from '../sourced.ts';

const callbackUrls = documented(
  'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html',
);
const betterAuth = library('better-auth/better-auth packages/core/src/social-providers/cognito.ts');
const authorize = documented(
  'https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html',
);

export const cognito: ProviderFacts = {
  id: 'cognito',
  name: 'Amazon Cognito',
  aliases: ['aws-cognito', 'amazon-cognito'],
  kind: 'service',
  hosts: ['*.amazoncognito.com'],
  variables: {
    domain: { describe: 'domain of the user pool, such as my-app.auth.us-east-1.amazoncognito.com' },
    region: { describe: 'AWS region of the user pool' },
    pool: { describe: 'ID of the user pool' },
  },
  redirectUris: fact(
    {
      bans: [{ ban: 'plain http', except: ['localhost'] }, { ban: 'fragment' }],
      ways: [{ way: 'same text' }],
    },
    callbackUrls,
  ),
  registration: {
    page: fact('Cognito console → User pools → the pool → App clients → the client → Login pages', authorize),
    field: fact('Allowed callback URLs', authorize),
    http: fact('localhost', callbackUrls),
    localhost: fact('allowed', callbackUrls),
    customSchemes: fact('allowed', callbackUrls),
  },
  endpoints: {
    authorization: fact('https://{domain}/oauth2/authorize', betterAuth),
    token: fact('https://{domain}/oauth2/token', betterAuth),
    userinfo: fact('https://{domain}/oauth2/userInfo', betterAuth),
    discovery: fact(
      'https://cognito-idp.{region}.amazonaws.com/{pool}/.well-known/openid-configuration',
      betterAuth,
    ),
    issuer: fact('https://cognito-idp.{region}.amazonaws.com/{pool}', betterAuth),
  },
  client: {
    pkce: fact('allowed', betterAuth),
    pkceMethods: fact(['S256'], betterAuth),
    scopeDelimiter: fact(' ', betterAuth, 'written as %20, never as +'),
    defaultScope: fact(['openid', 'profile', 'email'], betterAuth),
  },
  errors: [
    {
      text: 'amazoncognito.com/error?error=redirect_mismatch',
      recognition: 'identifies',
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'own error URL',
      status: 302,
      source: observed('aws/aws-aspnet-cognito-identity-provider#167'),
    },
    {
      text: 'redirect_mismatch',
      recognition: 'shared',
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'own error URL',
      note: 'Twitch says it, too.',
      source: observed('nextauthjs/next-auth#8771'),
    },
  ],
};

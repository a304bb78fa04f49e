import type { ProviderFacts } from '../facts.ts';
import { documented, fact, library, observed } from '../sourced.ts';

const oauth2 = documented('https://discord.com/developers/docs/topics/oauth2');
const linking = documented(
  'https://discord.com/developers/docs/discord-social-sdk/development-guides/account-linking-with-discord',
);
const betterAuth = library('better-auth/better-auth packages/core/src/social-providers/discord.ts');

export const discord: ProviderFacts = {
  id: 'discord',
  name: 'Discord',
  kind: 'service',
  hosts: ['discord.com', 'discordapp.com'],
  redirectUris: fact(
    { ways: [{ way: 'same text' }] },
    observed('discord/discord-api-docs#1810, and ten more'),
  ),
  registration: {
    page: fact('Discord Developer Portal → the application → OAuth2', linking),
    field: fact('Redirects', linking),
    loopbackIp: fact('allowed', linking),
    customSchemes: fact('allowed', linking, 'discord-APPLICATION_ID:/authorize/callback, with PKCE'),
  },
  endpoints: {
    authorization: fact('https://discord.com/oauth2/authorize', oauth2),
    token: fact('https://discord.com/api/oauth2/token', oauth2),
    userinfo: fact('https://discord.com/api/users/@me', betterAuth),
  },
  client: {
    authentication: fact(['client_secret_basic', 'client_secret_post'], oauth2),
    pkce: fact('allowed', linking, 'needed for custom schemes'),
    pkceMethods: fact(['S256'], linking),
    requestBody: fact('form', oauth2),
    scopeDelimiter: fact(' ', oauth2),
    grantedScopeDelimiter: fact(' ', oauth2),
    clientCredentials: fact(true, oauth2),
    defaultScope: fact(['identify', 'email'], betterAuth),
  },
  lifetimes: { accessToken: fact(604_800, oauth2) },
  errors: [
    {
      text: 'Invalid OAuth2 redirect_uri',
      recognition: 'identifies',
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'page',
      source: observed('discord/discord-api-docs#1810'),
    },
    {
      text: 'Invalid "redirect_uri" in request.',
      recognition: 'shared',
      cause: 'redirect-uri-at-token',
      at: 'token',
      arrival: 'JSON',
      status: 400,
      source: observed('discord/discord-api-docs#1810'),
    },
    {
      text: 'Invalid OAuth2 access token provided',
      recognition: 'identifies',
      cause: 'token',
      at: 'api',
      arrival: 'JSON',
      source: documented('https://discord.com/developers/docs/topics/opcodes-and-status-codes'),
    },
  ],
};

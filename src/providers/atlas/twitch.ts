import type { ProviderFacts } from '../facts.ts';
import { fact, library, observed } from '../sourced.ts';

const betterAuth = library('better-auth/better-auth packages/core/src/social-providers/twitch.ts');
const nextAuth = library('nextauthjs/next-auth packages/core/src/providers/twitch.ts');
const social = library('python-social-auth/social-core social_core/backends/twitch.py');
const mismatch = observed('skarab42/marv#222; ExpiredPopsicle/TwitchGD4#1; offish/twitchtube#7');

export const twitch: ProviderFacts = {
  id: 'twitch',
  name: 'Twitch',
  kind: 'service',
  hosts: ['id.twitch.tv', 'api.twitch.tv'],
  redirectUris: fact({ ways: [{ way: 'same text' }] }, mismatch),
  registration: {
    page: fact('dev.twitch.tv → Console → Applications → the application', mismatch),
    field: fact('OAuth Redirect URLs', mismatch),
    localhost: fact('allowed', mismatch),
  },
  endpoints: {
    authorization: fact('https://id.twitch.tv/oauth2/authorize', betterAuth),
    token: fact('https://id.twitch.tv/oauth2/token', betterAuth),
    userinfo: fact('https://id.twitch.tv/oauth2/userinfo', nextAuth),
    discovery: fact('https://id.twitch.tv/oauth2/.well-known/openid-configuration', social),
    issuer: fact('https://id.twitch.tv/oauth2', social),
  },
  retiredEndpoints: [
    {
      url: 'api.twitch.tv/kraken/',
      standing: 'gone',
      instead:
        'https://id.twitch.tv/oauth2/authorize, https://id.twitch.tv/oauth2/token and https://api.twitch.tv/helix',
      source: library('twitch4j/twitch4j package com.github.twitch4j.kraken'),
    },
  ],
  client: {
    authentication: fact(['client_secret_post'], nextAuth),
    scopeDelimiter: fact(' ', betterAuth),
    grantedScopeDelimiter: fact('array', nextAuth),
    defaultScope: fact(['user:read:email', 'openid'], betterAuth),
  },
  errors: [
    {
      text: 'Parameter redirect_uri does not match registered URI',
      recognition: 'identifies',
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'redirect',
      note: 'The redirect shows at the URL of the app. The token endpoint says the same with status 400.',
      source: mismatch,
    },
    {
      text: 'redirect_mismatch',
      recognition: 'shared',
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'redirect',
      note: 'Amazon Cognito says it, too.',
      source: mismatch,
    },
  ],
};

import type { ProviderFacts } from '../facts.ts';
import { documented, fact, library, literals, observed } from '../sourced.ts';

const security = documented('https://developers.facebook.com/docs/facebook-login/security');
const betterAuth = library('better-auth/better-auth packages/core/src/social-providers/facebook.ts');
const social = library('python-social-auth/social-core social_core/backends/facebook.py');
const blocked = observed('VulcanJS/Vulcan-Starter#98; graphql-boilerplates/react-fullstack-graphql#56');
const verification = observed('Shade-/MyFacebook-Connect#65');

export const facebook: ProviderFacts = {
  id: 'facebook',
  name: 'Facebook Login',
  aliases: ['meta'],
  kind: 'service',
  hosts: ['facebook.com', 'www.facebook.com', 'm.facebook.com', 'graph.facebook.com'],
  redirectUris: fact(
    { bans: [{ ban: 'wildcard' }], ways: [{ way: 'same text' }] },
    security,
    'in Strict Mode, which is the default since March 2018; the parameter state may be appended',
  ),
  registration: {
    page: fact('App Dashboard → Facebook Login → Settings', observed('pablobarbera/Rfacebook#170')),
    field: fact('Valid OAuth Redirect URIs', observed('pablobarbera/Rfacebook#170')),
    wildcard: fact('rejected', security),
  },
  endpoints: {
    authorization: fact('https://www.facebook.com/v24.0/dialog/oauth', betterAuth, 'the version moves'),
    token: fact('https://graph.facebook.com/v24.0/oauth/access_token', betterAuth, 'the version moves'),
    userinfo: fact('https://graph.facebook.com/me', betterAuth),
  },
  client: {
    authentication: fact(['client_secret_post'], social),
    scopeDelimiter: fact(',', social),
    defaultScope: fact(['email', 'public_profile'], betterAuth),
  },
  errors: [
    ...literals(
      { recognition: 'identifies', at: 'authorization', arrival: 'page', source: blocked },
      {
        "This redirect failed because the redirect URI is not whitelisted in the app's Client OAuth Settings":
          'redirect-uri',
        'Make sure Client and Web OAuth Login are on and add all your app domains as Valid OAuth Redirect URIs':
          'redirect-uri',
      },
    ),
    ...literals(
      {
        recognition: 'identifies',
        at: 'authorization',
        arrival: 'page',
        source: observed('seen in ten or more public threads'),
      },
      {
        "Can't Load URL: The domain of this URL isn't included in the app's domains": 'redirect-uri',
        'Insecure Login Blocked': 'redirect-uri',
      },
    ),
    {
      text: 'Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the OAuth dialog request',
      recognition: 'shared',
      cause: 'redirect-uri-at-token',
      at: 'token',
      arrival: 'JSON',
      status: 400,
      note: 'Facebook and Instagram say it, also for a truncated app secret: check the secret, too.',
      source: verification,
    },
    {
      text: '"error_subcode": 36008',
      recognition: 'shared',
      cause: 'redirect-uri-at-token',
      at: 'token',
      arrival: 'JSON',
      status: 400,
      note: 'Facebook and Instagram say it, also for a truncated app secret: check the secret, too.',
      source: observed('https://www.volcengine.com/article/1533662'),
    },
  ],
};

import type { ProviderFacts } from '../facts.ts';
import { documented, fact, library, observed } from '../sourced.ts';

const docs = documented('https://developers.strava.com/docs/authentication');
const social = library('python-social-auth/social-core social_core/backends/strava.py');
const nextAuth = library('nextauthjs/next-auth packages/core/src/providers/strava.ts');

export const strava: ProviderFacts = {
  id: 'strava',
  name: 'Strava',
  kind: 'service',
  hosts: ['strava.com', 'www.strava.com'],
  redirectUris: fact({ ways: [{ way: 'bare domain', always: ['localhost', '127.0.0.1'] }] }, docs),
  registration: {
    page: fact('strava.com/settings/api', docs),
    field: fact('Authorization Callback Domain', docs),
    takes: fact('domain', docs),
    localhost: fact('allowed', docs),
    loopbackIp: fact('allowed', docs),
    customSchemes: fact(
      'allowed',
      observed(
        'https://communityhub.strava.com/developers-api-7/requesting-access-via-strava-app-brings-invalid-redirect-uri-1834',
      ),
    ),
    most: fact(1, docs),
  },
  endpoints: {
    authorization: fact('https://www.strava.com/oauth/authorize', docs),
    token: fact('https://www.strava.com/oauth/token', docs),
    userinfo: fact('https://www.strava.com/api/v3/athlete', nextAuth),
  },
  client: {
    authentication: fact(['client_secret_post'], nextAuth),
    scopeDelimiter: fact(',', social),
    defaultScope: fact(['read'], docs),
  },
  errors: [
    {
      text: '"resource": "Application", "field": "redirect_uri", "code": "invalid"',
      recognition: 'identifies',
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'JSON',
      status: 400,
      note: 'The host is outside the callback domain, which is a bare domain. A client_id with a line end looks the same.',
      source: observed('codingcyclist/ha_strava#18; ethanopp/fitly#12'),
    },
  ],
};

import type { ProviderFacts } from '../facts.ts';
import { documented, fact, literals } from '../sourced.ts';

const models = documented('jazzband/django-oauth-toolkit oauth2_provider/models.py');
const oauthlib = documented('oauthlib/oauthlib oauthlib/oauth2/rfc6749/errors.py');
const settings = documented('jazzband/django-oauth-toolkit oauth2_provider/urls.py and settings.py');
const page = {
  recognition: 'shared',
  at: 'authorization',
  arrival: 'page',
  status: 400,
  source: oauthlib,
} as const;

export const djangoOauthToolkit: ProviderFacts = {
  id: 'django-oauth-toolkit',
  name: 'Django OAuth Toolkit',
  aliases: ['django', 'dot'],
  kind: 'software',
  hosts: [],
  variables: { base: { describe: 'URL below which the toolkit is mounted, such as https://example.com/o' } },
  redirectUris: fact(
    {
      leniencies: [
        { ignores: 'port', of: ['127.0.0.1', '[::1]'], registered: 'any', scheme: 'http' },
        { ignores: 'case', in: 'scheme and host' },
        { ignores: 'further query parameters' },
      ],
      ways: [
        { way: 'same text' },
        { way: 'sub-domain star', when: { clause: 'ALLOW_URI_WILDCARDS is on', usually: 'off' } },
      ],
    },
    models,
  ),
  registration: {
    page: fact('Django admin → Applications → the application', settings),
    field: fact('Redirect uris', models),
  },
  endpoints: {
    authorization: fact('{base}/authorize/', settings),
    token: fact('{base}/token/', settings),
    userinfo: fact('{base}/userinfo/', settings),
    discovery: fact('{base}/.well-known/openid-configuration', settings),
    issuer: fact('{base}', settings),
  },
  client: {
    pkce: fact('required', settings, 'unless PKCE_REQUIRED is off'),
    scopeDelimiter: fact(' ', settings),
    grantedScopeDelimiter: fact(' ', settings),
  },
  errors: [
    ...literals(page, {
      'Mismatching redirect URI.': 'redirect-uri',
      'Invalid redirect URI.': 'redirect-uri',
      'Missing redirect URI.': 'redirect-uri',
      'Invalid client_id parameter value.': 'client-id',
      'Missing client_id parameter.': 'client-id',
      'Missing response_type parameter.': 'request',
    }),
    ...literals(
      { ...page, arrival: 'redirect' },
      {
        'Code challenge required.': 'pkce',
        'Transform algorithm not supported.': 'pkce',
        'OAuth 2 MUST utilize https.': 'request',
      },
    ),
    ...literals(
      { ...page, at: 'token', arrival: 'JSON' },
      {
        'Code verifier required.': 'pkce',
        'CSRF Warning! State not equal in request and response.': 'state',
      },
    ),
  ],
};

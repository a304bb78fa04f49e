import type { ProviderFacts } from '../facts.ts';
import { documented, fact, literals, observed } from '../sourced.ts';

const authorize = documented('goauthentik/authentik authentik/providers/oauth2/views/authorize.py');
const texts = documented('goauthentik/authentik authentik/providers/oauth2/errors.py');
const docs = documented('goauthentik/authentik authentik/providers/oauth2/urls.py and models.py');

export const authentik: ProviderFacts = {
  id: 'authentik',
  name: 'authentik',
  kind: 'software',
  hosts: [],
  variables: {
    base: { describe: 'URL of the server' },
    slug: { describe: 'slug of the application' },
  },
  redirectUris: fact(
    {
      ways: [
        { way: 'same text' },
        {
          way: 'pattern',
          language: 'Python regular expression',
          when: {
            clause: 'a registered value is of the mode "Regex" and matches the whole of it',
            usually: 'off',
          },
        },
      ],
    },
    authorize,
  ),
  registration: {
    page: fact('Admin interface → Applications → Providers → the provider', docs),
    field: fact('Redirect URIs/Origins', docs),
  },
  endpoints: {
    authorization: fact('{base}/application/o/authorize/', docs),
    token: fact('{base}/application/o/token/', docs),
    userinfo: fact('{base}/application/o/userinfo/', docs),
    discovery: fact('{base}/application/o/{slug}/.well-known/openid-configuration', docs),
    issuer: fact('{base}/application/o/{slug}/', docs),
  },
  client: {
    authentication: fact(['client_secret_basic', 'client_secret_post', 'none'], docs),
    pkce: fact('allowed', docs),
    scopeDelimiter: fact(' ', docs),
    grantedScopeDelimiter: fact(' ', docs),
    defaultScope: fact(['openid', 'profile', 'email'], docs),
  },
  errors: [
    {
      text: 'Redirect URI Error',
      recognition: 'shared',
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'page',
      status: 400,
      note: 'The title of the page.',
      source: observed('dedicatedcode/reitti#396'),
    },
    ...literals(
      { recognition: 'identifies', at: 'authorization', arrival: 'page', status: 400, source: texts },
      {
        'The request fails due to a missing, invalid, or mismatching redirection URI (redirect_uri).':
          'redirect-uri',
        'The client identifier (client_id) is missing or invalid.': 'client-id',
      },
    ),
    {
      text: "Invalid redirect URI was used. Client used '{requested}'. Allowed redirect URIs are {registered}",
      recognition: 'identifies',
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'log',
      source: texts,
    },
    ...literals(
      { recognition: 'shared', at: 'authorization', arrival: 'redirect', source: texts },
      { 'The client is not authorized to request an authorization code using this method': 'grant' },
    ),
    ...literals(
      { recognition: 'shared', at: 'token', arrival: 'JSON', status: 400, source: texts },
      {
        'The request is otherwise malformed': 'request',
        'The authenticated client is not authorized to use this authorization grant type': 'grant',
        'The requested scope is invalid, unknown, malformed, or exceeds the scope granted by the resource owner':
          'scope',
        'The provided authorization grant or refresh token is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client':
          'code',
      },
    ),
  ],
};

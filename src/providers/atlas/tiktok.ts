import type { ProviderFacts } from '../facts.ts';
import { documented, fact, library, literals, observed } from '../sourced.ts';

const web = documented('https://developers.tiktok.com/doc/login-kit-web');
const desktop = documented('https://developers.tiktok.com/doc/login-kit-desktop/');
const errors = documented('https://developers.tiktok.com/doc/oauth-error-handling');
const nango = library('NangoHQ/nango packages/providers/providers.yaml');
const betterAuth = library('better-auth/better-auth packages/core/src/social-providers/tiktok.ts');

export const tiktok: ProviderFacts = {
  id: 'tiktok',
  name: 'TikTok',
  kind: 'service',
  hosts: ['tiktok.com', 'www.tiktok.com', 'open.tiktokapis.com'],
  redirectUris: fact(
    {
      bans: [
        { ban: 'query' },
        { ban: 'fragment' },
        { ban: 'plain http', except: [], for: ['web'] },
        { ban: 'plain http', except: ['localhost', '127.0.0.1'], for: ['native'] },
      ],
      ways: [{ way: 'same text' }, { way: 'port star', of: ['localhost', '127.0.0.1'], for: ['native'] }],
    },
    web,
    'for desktop applications, which are of the type native: developers.tiktok.com/doc/login-kit-desktop',
  ),
  registration: {
    page: fact('developers.tiktok.com → Manage apps → the app → Login Kit', web),
    field: fact('Redirect URI', web),
    http: fact('none', web, 'for the web; localhost and 127.0.0.1 for desktop'),
    localhost: fact('allowed', desktop, 'for desktop, with a port or * in its place'),
    loopbackIp: fact('allowed', desktop, 'for desktop, with a port or * in its place'),
    query: fact('rejected', web),
    wildcard: fact('allowed', desktop, 'as the port, for desktop'),
    most: fact(10, web),
    longest: fact(511, web),
  },
  endpoints: {
    authorization: fact('https://www.tiktok.com/v2/auth/authorize/', nango),
    token: fact('https://open.tiktokapis.com/v2/oauth/token/', nango),
    userinfo: fact('https://open.tiktokapis.com/v2/user/info/?fields=open_id', betterAuth),
  },
  client: {
    authentication: fact(['client_secret_post'], betterAuth),
    clientIdParameter: fact('client_key', betterAuth),
    scopeDelimiter: fact(',', nango),
    defaultScope: fact(['user.info.basic'], web),
  },
  errors: [
    ...literals(
      { recognition: 'shared', at: 'token', arrival: 'JSON', source: errors },
      {
        'Client authentication failed (for example, unknown client, no client authentication included, or unsupported authentication method).':
          'client-authentication',
        'The client is not authorized to request an authorization code using this method.': 'grant',
        'The request misses a required parameter or is otherwise malformed.': 'request',
      },
    ),
    {
      text: 'Redirect_uri is not matched with the uri when requesting code.',
      recognition: 'identifies',
      cause: 'redirect-uri-at-token',
      at: 'token',
      arrival: 'JSON',
      status: 400,
      source: observed(
        'the example of an error on the page of TikTok about access tokens, quoted in ten public repositories',
      ),
    },
  ],
};

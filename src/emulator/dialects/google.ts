import { documented, fact } from '../../providers/sourced.ts';
import type { DialectAdditions } from '../dialect/dialect.ts';

const webServer = documented('https://developers.google.com/identity/protocols/oauth2/web-server');

export const google: DialectAdditions = {
  errors: {
    'redirect-uri': fact(
      {
        error: 'redirect_uri_mismatch',
        texts: [
          'Error 400: redirect_uri_mismatch',
          "If you're the app developer, register the redirect URI in the Google Cloud Console. Request details: redirect_uri={requested}",
        ],
      },
      webServer,
    ),
    'banned-redirect-uri': fact(
      {
        error: 'invalid_request',
        texts: [
          "You can't sign in to this app because it doesn't comply with Google's OAuth 2.0 policy for keeping apps secure",
        ],
      },
      webServer,
    ),
    'unknown-client': fact(
      { texts: ['The OAuth client was not found.', 'Error 401: invalid_client'], status: 401 },
      webServer,
    ),
    'redirect-uri-at-token': fact({ error: 'redirect_uri_mismatch', texts: [] }, webServer),
  },
  refreshToken: fact({ comes: 'with parameter', parameter: 'access_type', value: 'offline' }, webServer),
};

import { documented, fact, library, observed } from '../../providers/sourced.ts';
import type { DialectAdditions } from '../dialect/dialect.ts';

const authorizing = documented(
  'https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps',
);
const authorizationErrors = documented(
  'https://docs.github.com/en/apps/oauth-apps/maintaining-oauth-apps/troubleshooting-authorization-request-errors',
);
const betterAuth = library('better-auth/better-auth packages/core/src/social-providers/github.ts');

export const github: DialectAdditions = {
  errors: {
    'redirect-uri': fact({ error: 'redirect_uri_mismatch' }, authorizationErrors),
    denied: fact(
      { error: 'access_denied', texts: ['The user has denied your application access.'] },
      authorizationErrors,
    ),
    'redirect-uri-at-token': fact(
      {
        error: 'redirect_uri_mismatch',
        texts: ['The redirect_uri MUST match the registered callback URL for this application.'],
        status: 200,
      },
      documented(
        'https://docs.github.com/en/apps/oauth-apps/maintaining-oauth-apps/troubleshooting-oauth-app-access-token-request-errors',
      ),
    ),
  },
  tokenType: fact('bearer', authorizing),
  expiresIn: fact('left out', authorizing),
  responseTypeMayBeLeftOut: fact(true, authorizing),
  grantTypeMayBeLeftOut: fact(true, authorizing),
  furtherScopeDelimiters: fact([','], library('octokit/oauth-authorization-url.js src/index.ts')),
  refreshToken: fact({ comes: 'never' }, authorizing),
  account: fact({ login: '{user}', id: '{id}', name: '{name}', email: '{email}', type: 'User' }, betterAuth),
  accountError: fact(
    { status: 401, body: { message: 'Bad credentials' } },
    observed('seen in ten public clients and their tests'),
  ),
};

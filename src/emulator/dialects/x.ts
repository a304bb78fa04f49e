import { documented, fact, library, observed } from '../../providers/sourced.ts';
import type { DialectAdditions } from '../dialect/dialect.ts';

const flow = documented('xdevplatform/docs fundamentals/authentication/oauth-2-0/authorization-code.mdx');

export const x: DialectAdditions = {
  errors: {
    'redirect-uri': fact(
      { texts: ["You weren't able to give access to the App."], arrival: 'page' },
      observed('pilcrowonpaper/arctic#137; xdevplatform/xurl#27'),
    ),
    'redirect-uri-at-token': fact({ error: 'invalid_request' }, observed('seen in four public threads')),
    'client-authentication': fact(
      { error: 'unauthorized_client' },
      observed('twitterdev/twitter-api-typescript-sdk#23'),
    ),
  },
  tokenType: fact('bearer', flow),
  refreshToken: fact({ comes: 'with scope', scope: 'offline.access' }, flow),
  rotates: fact('refresh token', flow),
  account: fact(
    { data: { id: '{id}', name: '{name}', username: '{user}' } },
    library('better-auth/better-auth packages/core/src/social-providers/twitter.ts'),
  ),
  accountError: fact(
    {
      status: 401,
      body: { title: 'Unauthorized', type: 'about:blank', status: 401, detail: 'Unauthorized' },
    },
    observed('xdevplatform/samples#69; plhery/node-twitter-api-v2#425'),
  ),
};

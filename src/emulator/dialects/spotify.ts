import { documented, fact, library, observed } from '../../providers/sourced.ts';
import type { DialectAdditions } from '../dialect/dialect.ts';

const codeFlow = documented('https://developer.spotify.com/documentation/web-api/tutorials/code-flow');
const pkceFlow = documented('https://developer.spotify.com/documentation/web-api/tutorials/code-pkce-flow');

export const spotify: DialectAdditions = {
  errors: {
    'redirect-uri': fact(
      { texts: ['INVALID_CLIENT: Invalid redirect URI'] },
      observed('plamere/OrganizeYourMusic#25'),
    ),
    'banned-redirect-uri': fact(
      { texts: ['INVALID_CLIENT: Insecure redirect URI'] },
      observed('n8n-io/n8n#25805'),
    ),
  },
  refreshToken: fact({ comes: 'always' }, codeFlow),
  secretIsOptionalWithPkce: fact(true, pkceFlow),
  account: fact(
    { id: '{id}', display_name: '{name}', email: '{email}', images: [], type: 'user' },
    library('better-auth/better-auth packages/core/src/social-providers/spotify.ts'),
  ),
  accountError: fact(
    { status: 401, body: { error: { status: 401, message: 'Invalid access token' } } },
    observed('spotify/web-api#1397'),
  ),
};

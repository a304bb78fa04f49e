import { documented, fact, library, observed } from '../../providers/sourced.ts';
import type { DialectAdditions } from '../dialect/dialect.ts';

export const discord: DialectAdditions = {
  errors: {
    'redirect-uri-at-token': fact({ error: 'invalid_request' }, observed('discord/discord-api-docs#4076')),
  },
  refreshToken: fact({ comes: 'always' }, documented('https://discord.com/developers/docs/topics/oauth2')),
  account: fact(
    { id: '{id}', username: '{user}', global_name: '{name}', email: '{email}', verified: true },
    library('better-auth/better-auth packages/core/src/social-providers/discord.ts'),
  ),
  accountError: fact(
    { status: 401, body: { message: 'Invalid OAuth2 access token provided', code: 50025 } },
    documented('https://discord.com/developers/docs/topics/opcodes-and-status-codes'),
  ),
};

import { documented, fact, library, observed } from '../../providers/sourced.ts';
import type { DialectAdditions } from '../dialect/dialect.ts';

const api = documented('https://docs.gitlab.com/api/oauth2/');

export const gitlab: DialectAdditions = {
  refreshToken: fact({ comes: 'always' }, api),
  rotates: fact('both tokens', api),
  account: fact(
    { id: '{id}', username: '{user}', name: '{name}', email: '{email}', state: 'active' },
    library('better-auth/better-auth packages/core/src/social-providers/gitlab.ts'),
  ),
  accountError: fact(
    { status: 401, body: { message: '401 Unauthorized' } },
    observed('seen in five public clients and their tests'),
  ),
};

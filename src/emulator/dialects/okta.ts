import { documented, fact } from '../../providers/sourced.ts';
import type { DialectAdditions } from '../dialect/dialect.ts';

export const okta: DialectAdditions = {
  refreshToken: fact(
    { comes: 'with scope', scope: 'offline_access' },
    documented('https://developer.okta.com/docs/guides/refresh-tokens/main/'),
  ),
};

import { documented, fact } from '../../providers/sourced.ts';
import type { DialectAdditions } from '../dialect/dialect.ts';

export const auth0: DialectAdditions = {
  errors: {
    'redirect-uri': fact(
      {
        texts: [
          'Callback URL mismatch.',
          'The provided redirect_uri is not in the list of allowed callback URLs.',
        ],
      },
      documented('https://auth0.com/docs/quickstart/native/maui'),
    ),
  },
  refreshToken: fact(
    { comes: 'with scope', scope: 'offline_access' },
    documented('https://auth0.com/docs/secure/tokens/refresh-tokens/get-refresh-tokens'),
  ),
};

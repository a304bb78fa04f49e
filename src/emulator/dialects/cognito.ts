import { documented, fact, observed } from '../../providers/sourced.ts';
import type { DialectAdditions } from '../dialect/dialect.ts';

const tokenEndpoint = documented(
  'https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html',
);

export const cognito: DialectAdditions = {
  errors: {
    'redirect-uri': fact(
      { error: 'redirect_mismatch', arrival: 'own error URL' },
      observed('aws/aws-aspnet-cognito-identity-provider#167'),
    ),
    'client-authentication': fact({ error: 'invalid_client', status: 400 }, tokenEndpoint),
  },
  refreshToken: fact({ comes: 'always' }, tokenEndpoint),
};

import { documented, fact } from '../../providers/sourced.ts';
import type { DialectAdditions } from '../dialect/dialect.ts';

const codeFlow = documented(
  'https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-auth-code-flow',
);
const errorCodes = documented(
  'https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes',
);

export const entra: DialectAdditions = {
  errors: {
    'unknown-client': fact({ error: 'unauthorized_client', texts: ['AADSTS700016'] }, errorCodes),
    'redirect-uri-at-token': fact({ error: 'invalid_grant' }, errorCodes),
    'client-authentication': fact({ error: 'invalid_client', texts: ['AADSTS7000215'] }, errorCodes),
    denied: fact({ error: 'access_denied' }, codeFlow),
  },
  refreshToken: fact({ comes: 'with scope', scope: 'offline_access' }, codeFlow),
};

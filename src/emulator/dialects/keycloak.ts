import { documented, fact, observed } from '../../providers/sourced.ts';
import type { DialectAdditions } from '../dialect/dialect.ts';

export const keycloak: DialectAdditions = {
  errors: {
    'redirect-uri': fact(
      { texts: ['We are sorry... Invalid parameter: redirect_uri'] },
      observed('keycloak/keycloak#16923'),
    ),
    'client-authentication': fact(
      { error: 'unauthorized_client', texts: ['Invalid client or Invalid client credentials'] },
      observed('mauriciovigolo/keycloak-angular#212'),
    ),
  },
  refreshToken: fact({ comes: 'always' }, documented('https://www.keycloak.org/securing-apps/oidc-layers')),
};

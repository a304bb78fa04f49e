import { documented, fact } from '../../providers/sourced.ts';
import type { DialectAdditions } from '../dialect/dialect.ts';

const access = documented('https://docs.slack.dev/reference/methods/oauth.v2.access');
const authTest = documented('https://docs.slack.dev/reference/methods/auth.test');

export const slack: DialectAdditions = {
  errors: {
    'redirect-uri': fact(
      {
        texts: [
          'redirect_uri did not match any configured URIs. Passed URI : {requested} Allowed URI : {registered}',
        ],
      },
      access,
    ),
    'redirect-uri-at-token': fact({ error: 'bad_redirect_uri', texts: [] }, access),
    'client-authentication': fact({ error: 'bad_client_secret', texts: [], status: 200 }, access),
    code: fact({ error: 'invalid_code', texts: [] }, access),
  },
  errorMembers: fact({ ok: false }, access),
  tokenType: fact('bot', access),
  expiresIn: fact('left out', access, 'unless token rotation is on'),
  grantTypeMayBeLeftOut: fact(true, access),
  responseTypeMayBeLeftOut: fact(
    true,
    documented('https://docs.slack.dev/authentication/installing-with-oauth'),
  ),
  tokenMembers: fact(
    {
      ok: true,
      app_id: 'A0EMULATED',
      bot_user_id: 'U0EMULATED',
      team: { id: 'T0EMULATED', name: 'Emulated workspace' },
      enterprise: null,
      authed_user: { id: 'U{id}' },
    },
    access,
  ),
  account: fact(
    {
      ok: true,
      url: 'https://emulated.example.com/',
      team: 'Emulated workspace',
      user: '{user}',
      team_id: 'T0EMULATED',
      user_id: 'U{id}',
    },
    authTest,
  ),
  accountError: fact({ status: 200, body: { ok: false, error: 'invalid_auth' } }, authTest),
};

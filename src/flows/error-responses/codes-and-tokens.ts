import { ours, resourceText, type Template } from '../../inert.ts';
import type { Profile } from '../../providers/profile.ts';
import type { NamedValue, Step } from '../flow.ts';
import { jsonHeaders } from '../headers.ts';
import { clientVariables, tokenStep } from '../token-step.ts';
import { authorizationGet } from './authorization-endpoint.ts';
import type { RefusalFolder } from './provocation.ts';
import { otherClient, tokenPost } from './token-endpoint.ts';

const TO_EXCHANGE = 'to be exchanged';

const NO_CODE = 'The request before this one should have brought a code.';

const client: readonly NamedValue[] = [
  { key: 'client_id', value: ours('{{client_id}}') },
  { key: 'client_secret', value: ours('{{client_secret}}') },
];

function exchange(
  changes: Readonly<Record<string, Template>>,
  by: readonly NamedValue[] = client,
): NamedValue[] {
  const fields: Readonly<Record<string, Template>> = {
    grant_type: ours('authorization_code'),
    code: ours('{{code}}'),
    redirect_uri: ours('{{redirect_uri}}'),
  };
  return [...Object.entries({ ...fields, ...changes }).map(([key, value]) => ({ key, value })), ...by];
}

/** Every refusal spends a code of its own: a server may withdraw what came from a code that is used wrongly. */
function anotherCode(what: string): Step {
  return {
    key: `another-code ${what}`,
    name: anotherCodeName(what),
    description:
      'Asks for authorization once more. The member is signed in and has allowed the same scopes before, so the code comes at once: this is how an application renews what it has without asking.',
    ...authorizationGet({ state: ours('{{state}}') }),
    browser: true,
    repeat: 'never',
    prerequest: {
      run: 'beforeAuthorization',
      facts: { pkce: 'none' },
    },
    test: { run: 'afterAnotherCode', facts: {} },
  };
}

function anotherCodeName(what: string): string {
  return `Another code, ${what}`;
}

/** Comes right after the request for its code. */
function exchangeCode(profile: Profile): Step {
  return tokenStep(profile, {
    keepsCode: true,
    key: 'exchange-code',
    name: 'Exchange the code for a token',
    description:
      'This one is right, and gives the tokens that the requests below need. (RFC 6749 section 4.1.3)',
    fields: exchange({}, []),
    required: ['code', 'redirect_uri', ...clientVariables(profile)],
    codeFrom: anotherCodeName(TO_EXCHANGE),
    holder: 'member',
    repeat: 'never',
  });
}

/** Codes that are used wrongly, and the one exchange that is right. */
export function codes(profile: Profile): RefusalFolder {
  return {
    key: 'codes',
    name: 'Codes',
    description:
      'An authorization code works once, for the application that asked for it, with the same redirect_uri. Each request here breaks one of these rules with a code of its own; the last exchange is right.',
    parts: [
      {
        refusal: 'code_verifier_on_ordinary_endpoint',
        name: 'A code_verifier where PKCE is not meant',
        wrong:
          'A `code_verifier` comes along, as PKCE libraries send it. LinkedIn refuses it as a failed client authentication, which misleads everybody.',
        request: tokenPost(
          exchange({ code_verifier: ours('a-verifier-of-43-characters-that-nobody-asked-for') }),
        ),
        needs: ['code'],
        why: NO_CODE,
      },
      anotherCode('for another redirect_uri'),
      {
        refusal: 'code_mismatch',
        key: 'code_mismatch redirect_uri',
        name: 'A code with another redirect_uri',
        wrong: 'The redirect_uri differs from the one of the authorization request.',
        request: tokenPost(exchange({ redirect_uri: ours('{{redirect_uri}}/other') })),
        needs: ['code'],
        why: NO_CODE,
      },
      anotherCode('for another application'),
      {
        refusal: 'code_mismatch',
        key: 'code_mismatch client',
        name: "Another application's code",
        wrong: 'The code was issued to one application, and another one tries to exchange it.',
        request: tokenPost(exchange({}, otherClient.fields)),
        needs: ['code', ...otherClient.needs],
        why: otherClient.why,
      },
      anotherCode(TO_EXCHANGE),
      exchangeCode(profile),
    ],
  };
}

/** Tokens that are dead or foreign; the last folder, because it ends what the run was given. */
export function deadTokens(profile: Profile): RefusalFolder {
  const refresh = (token: Template, by: readonly NamedValue[]) =>
    tokenPost([
      { key: 'grant_type', value: ours('refresh_token') },
      { key: 'refresh_token', value: token },
      ...by,
    ]);
  const withToken = (token: Template) => ({
    method: 'GET' as const,
    url: resourceText(profile.probeUrl, 'The URL that any token may be tried on'),
    headers: jsonHeaders,
    auth: { bearer: token },
  });
  return {
    key: 'dead-tokens',
    name: 'Dead and foreign tokens',
    description:
      'What comes of tokens that are unknown, belong to another application, or were revoked, and of a code that is used twice. After this folder the tokens of the run are dead.',
    parts: [
      {
        refusal: 'refresh_token_invalid',
        key: 'refresh_token_invalid made-up',
        name: 'A refresh token that was never issued',
        wrong: 'The refresh token is made up.',
        request: refresh(ours('this-token-was-never-issued'), client),
        needs: ['refresh_token'],
        why: 'An application without refresh tokens is refused before the token is looked at.',
      },
      {
        refusal: 'refresh_token_client_mismatch',
        name: "Another application's refresh token",
        wrong: 'The refresh token was issued to one application, and another one sends it.',
        request: refresh(ours('{{refresh_token}}'), otherClient.fields),
        needs: ['refresh_token', ...otherClient.needs],
        why: otherClient.why,
      },
      {
        refusal: 'code_mismatch',
        key: 'code_mismatch twice',
        name: 'A code for the second time',
        wrong: 'The code was exchanged before.',
        request: tokenPost(exchange({ code: ours('{{used_code}}') })),
        needs: ['used_code'],
        why: 'No code was exchanged.',
      },
      ...(profile.metadata.revocation_endpoint === undefined ? [] : [revoke]),
      {
        refusal: 'revoked_access_token',
        name: 'An API call with a revoked token',
        wrong: 'The token was revoked just now.',
        request: withToken(ours('{{access_token}}')),
        needs: ['access_token'],
        why: 'There is no token that was revoked.',
      },
      {
        refusal: 'refresh_token_invalid',
        key: 'refresh_token_invalid revoked',
        name: 'A refresh token that was revoked',
        wrong: 'The refresh token died together with the access token.',
        request: refresh(ours('{{refresh_token}}'), client),
        needs: ['refresh_token'],
        why: 'No refresh token came with the access token.',
      },
    ],
  };
}

const revoke: Step = {
  key: 'revoke',
  name: 'Revoke the tokens',
  description:
    'Tells the server to forget the access token (RFC 7009); the refresh token that came with it dies, too. A member can do the same in the settings of the account.',
  ...tokenPost([{ key: 'token', value: ours('{{access_token}}') }, ...client]),
  url: ours('{{revocation_endpoint}}'),
  browser: false,
  repeat: 'never',
  prerequest: {
    run: 'beforeProvocation',
    facts: {
      needsAll: ['access_token'],
      why: 'There is no token to revoke.',
    },
  },
  test: { run: 'afterRevocation', facts: {} },
};

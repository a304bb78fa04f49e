import { ours, resourceText, type Template } from '../../inert.ts';
import type { Profile } from '../../providers/profile.ts';
import { requestOf } from '../api-step.ts';
import type { NamedValue } from '../flow.ts';
import { htmlHeaders, jsonHeaders } from '../headers.ts';
import { authorizationGet } from './authorization-endpoint.ts';
import type { Provocation, RefusalFolder } from './provocation.ts';

const NO_TOKEN = 'The folder before this one should have brought a token.';

/** What the APIs refuse, and a consent that the member leaves by Cancel. */
export function apis(profile: Profile): RefusalFolder {
  const probe = resourceText(profile.probeUrl, 'The URL that any token may be tried on');
  const call = (
    headers: readonly NamedValue[],
    auth: Provocation['request']['auth'],
    url: Template = probe,
  ): Provocation['request'] => ({ method: 'GET', url, headers: [...jsonHeaders, ...headers], auth });
  const alive = { bearer: ours('{{access_token}}') } as const;
  const withToken = { needs: ['access_token'], why: NO_TOKEN };
  return {
    key: 'apis',
    name: 'APIs',
    description:
      'API calls that cannot succeed: without a token, with an invalid one, with a valid one that lacks the scope, or without the version that `/rest/` asks for.',
    parts: [
      {
        refusal: 'empty_access_token',
        name: 'An API call without a token',
        wrong: 'There is no Authorization header.',
        request: call([], 'none'),
      },
      {
        refusal: 'unknown_authentication_scheme',
        name: 'An API call with another scheme than Bearer',
        wrong: 'The Authorization header says `Basic`; its value is made up.',
        request: call([{ key: 'Authorization', value: ours('Basic bWFkZTp1cA==') }], 'none'),
      },
      {
        refusal: 'invalid_access_token',
        name: 'An API call with a token that was never issued',
        wrong: 'The token is made up.',
        request: call([], { bearer: ours('this-token-was-never-issued') }),
      },
      {
        refusal: 'resource_not_found',
        name: 'An API that does not exist',
        wrong: 'The address has a typing error.',
        request: call([], alive, ours('{{api_base_url}}/v2/userinfos')),
        ...withToken,
      },
      ...wrongScope(profile).map((part) => ({ ...part, ...withToken })),
      {
        refusal: 'version_missing',
        name: 'A versioned API without a version',
        wrong: 'The header `LinkedIn-Version` is missing, which everything under `/rest/` asks for.',
        request: call([], alive, ours('{{api_base_url}}/rest/me')),
        ...withToken,
      },
      {
        refusal: 'nonexistent_version',
        name: 'A version that is no longer active',
        wrong: '`LinkedIn-Version` is a month of 2020. Each is kept for a year or a little longer.',
        request: call(
          [{ key: 'LinkedIn-Version', value: ours('202001') }],
          alive,
          ours('{{api_base_url}}/rest/me'),
        ),
        values: { version: '20200101' },
        ...withToken,
      },
      ...wrongPosts(profile).map((part) => ({ ...part, ...withToken })),
      {
        refusal: 'user_cancelled_authorize',
        name: 'Cancel instead of consent',
        wrong:
          'The member is signed in, and the application asks for other scopes than before, so that consent is asked for again; the member leaves that page by its link *Cancel*. The request is repeated for each hop on the way there.',
        request: {
          ...authorizationGet({ scope: ours('{{consent_scope}}'), state: ours('{{state}}') }),
          headers: htmlHeaders,
        },
        cancels: true,
      },
    ],
  };
}

/** A resource that no token of today can read, because its scope was retired. */
function wrongScope(profile: Profile): Provocation[] {
  const isRetired = (scope: string) => profile.scopes[scope]?.access === 'retired';
  const resource = profile.memberResources.find(
    ({ method, scopes }) => method === 'GET' && scopes.length > 0 && scopes.every(isRetired),
  );
  if (resource === undefined) return [];
  return [
    {
      refusal: 'not_enough_permissions',
      name: 'A living token without the scope',
      wrong: `The token is alive and lacks ${resource.scopes.map((scope) => `\`${scope}\``).join(' and ')}, which this API takes.`,
      request: { ...requestOf(resource), auth: { bearer: ours('{{access_token}}') } },
      withoutScopes: resource.scopes,
    },
  ];
}

function wrongPosts(profile: Profile): Provocation[] {
  const resource = profile.memberResources.find(({ publishes }) => publishes);
  if (resource === undefined) return [];
  const post = (body: unknown): Provocation['request'] => ({
    ...requestOf(resource, body),
    auth: { bearer: ours('{{access_token}}') },
  });
  const author = 'urn:li:person:12345';
  return [
    {
      refusal: 'invalid_body',
      name: 'A post with nothing in it',
      wrong: 'The body lacks what every post must have, so it cannot be published.',
      request: post({ author }),
      scopes: resource.scopes,
    },
    {
      refusal: 'author_not_allowed',
      name: 'A post in the name of a bare id',
      wrong:
        '`author` is a bare id instead of a URN. A server that takes it would publish it, so it is sent only when the variable `publish` is `true`.',
      request: post({ ...(resource.body as object), author: '12345' }),
      scopes: resource.scopes,
      publishes: true,
    },
  ];
}

// @ts-nocheck
import type { ApiResource, Profile } from '../providers/profile.ts';
import { knownErrors } from './expectations.ts';
import type { Step } from './flow.ts';
import { jsonHeaders } from './headers.ts';
import { judging } from './repeat.ts';

/**
 * A request to a protected resource.
 *
 * @param number goes in front of the name
 * @param token variable that holds the token; undefined when Postman adds one of its own
 * @param needs variable without which the request is left out
 */
export function apiStep(
  profile: Profile,
  resource: ApiResource,
  { number, token, needs = '' }: { number: number; token: string | undefined; needs?: string },
): Step {
  const renewal = renewalOf(profile, token ?? 'access_token');
  // RFC 9110 section 9.2.2: a GET may be repeated without asking.
  const repeat = resource.method === 'GET' ? 'safe' : 'never';
  return {
    name: `${String(number).padStart(2, '0')} ${resource.name}`,
    description: describe(resource),
    method: resource.method,
    url: resource.url,
    headers: [...jsonHeaders, ...Object.entries(resource.headers).map(([key, value]) => ({ key, value }))],
    ...(resource.body === undefined ? {} : { body: { mode: 'json', value: resource.body } }),
    browser: false,
    auth: token === undefined ? 'inherit' : { bearer: `{{${token}}}` },
    repeat,
    prerequest: {
      files: ['skip.js', ...(renewal === undefined ? [] : RENEWAL_FILES), 'call-api.prerequest.js'],
      expected: {
        ...(renewal !== undefined && { renewal, errors: knownErrors(profile, ['token']) }),
        token: token ?? '',
        scopes: resource.scopes,
        publishes: resource.publishes ?? false,
        needs,
      },
    },
    test: judging(
      profile,
      repeat,
      {
        files: ['explain.js', 'plain-text.js', 'json-body.js', 'call-api.test.js'],
        expected: {
          status: resource.status,
          members: resource.members,
          memberId: resource.memberId ?? '',
          idHeader: resource.idHeader ?? '',
          errors: knownErrors(profile, ['api']),
        },
      },
      token,
    ),
  };
}

const RENEWAL_FILES = ['explain.js', 'json-body.js', 'form-encoding.js', 'renew-token.js'];

/** How a token is renewed without a person; undefined when the provider has no way. */
function renewalOf(profile: Profile, token: string) {
  const grant = token === 'application_token' ? 'client_credentials' : 'refresh_token';
  if (!profile.grants.includes(grant)) return undefined;
  const parameters = Object.entries(profile.tokenParameters);
  return { token, grant, authentication: profile.clientAuthentication, parameters };
}

function describe(resource: ApiResource): string {
  const scope =
    resource.scopes.length === 0
      ? ''
      : `\n\nIt takes the scope ${resource.scopes.map((name) => `\`${name}\``).join(' or ')}.`;
  return `${resource.description}${scope}\n\nSee ${resource.source}`;
}

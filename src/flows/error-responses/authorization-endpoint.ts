import { ours, type Template } from '../../inert.ts';
import type { Profile } from '../../providers/profile.ts';
import type { NamedValue } from '../flow.ts';
import { htmlHeaders } from '../headers.ts';
import { fromProfile } from '../variables.ts';
import { REFUSED_STATE } from './error-response-group.ts';
import type { Provocation, RefusalFolder } from './provocation.ts';

const complete = {
  response_type: ours('code'),
  client_id: ours('{{client_id}}'),
  redirect_uri: ours('{{redirect_uri}}'),
  scope: ours('{{scope}}'),
  state: ours(REFUSED_STATE),
};

/** A request to the authorization endpoint; what is undefined is left out. */
export function authorizationGet(
  changes: Readonly<Record<string, Template | undefined>>,
  url = ours('{{authorization_endpoint}}'),
): Provocation['request'] {
  const query: NamedValue[] = Object.entries({ ...complete, ...changes }).flatMap(([key, value]) =>
    value === undefined ? [] : [{ key, value }],
  );
  return { method: 'GET', url, query, headers: htmlHeaders, auth: 'none' };
}

function missing(parameter: string, onPage: boolean): Provocation {
  return {
    refusal: 'authorization_parameter_missing',
    key: `authorization_parameter_missing ${parameter}`,
    name: `An authorization request without ${parameter}`,
    wrong: `The authorization request has everything but \`${parameter}\`.${onPage ? ' The answer is a page: without client and redirect_uri there is nowhere to send the browser back to.' : ''}`,
    request: authorizationGet({ [parameter]: undefined }),
    values: { parameter },
    ...(onPage ? { place: 'authorization page' } : {}),
  };
}

/** What the authorization endpoint refuses before anybody signs in, and a login that the member leaves by Cancel. */
export function authorizationEndpoint(profile: Profile): RefusalFolder {
  const [retired] = Object.entries(profile.scopes).find(([, { access }]) => access === 'retired') ?? [];
  return {
    key: 'authorization-endpoint',
    name: 'Authorization endpoint',
    description:
      'Authorization requests that cannot succeed. What is wrong with client or redirect_uri is shown on a page; everything else goes back to the redirect_uri as `error` (RFC 6749 section 4.1.2.1). All of it comes before the login, so nobody signs in.',
    parts: [
      {
        refusal: 'redirect_uri_mismatch',
        name: 'A redirect_uri that is not registered',
        wrong: 'The path of the redirect_uri has one part too many.',
        request: authorizationGet({ redirect_uri: ours('{{redirect_uri}}/not-registered') }),
      },
      {
        refusal: 'unknown_client_id',
        name: 'Authorization request with an unknown client_id',
        wrong: 'The `client_id` is `undefined`: what programs send when a setting is empty.',
        request: authorizationGet({ client_id: ours('undefined') }),
        values: { client_id: 'undefined' },
      },
      missing('client_id', true),
      missing('redirect_uri', true),
      missing('response_type', false),
      missing('scope', false),
      {
        refusal: 'unsupported_response_type',
        name: 'The implicit flow',
        wrong: '`response_type` is `token`.',
        request: authorizationGet({ response_type: ours('token') }),
        values: { response_type: 'token' },
      },
      ...(retired === undefined
        ? []
        : [
            {
              refusal: 'unauthorized_scope',
              name: 'A retired scope',
              wrong: `It asks for \`${retired}\`, which was retired, so that no new application has it. (An application from before then still may: leave this request out for it.)`,
              request: authorizationGet({ scope: fromProfile(profile, 'scope', retired) }),
              values: { scope: retired },
            },
          ]),
      {
        refusal: 'native_pkce_not_enabled',
        name: 'The endpoint for native applications',
        wrong:
          "The request goes to the endpoint for native applications, which LinkedIn must enable for each. (LinkedIn's own wording was never recorded; the emulator plays an assumed one.)",
        request: authorizationGet({}, ours('{{native_authorization_endpoint}}')),
        needs: ['native_authorization_endpoint'],
        why: 'It is filled in for the emulator only: what LinkedIn answers is not known.',
      },
      {
        refusal: 'user_cancelled_login',
        name: 'Cancel instead of a login',
        wrong:
          'The authorization request is right, and the member leaves the login page by its link *Cancel*. The request is repeated for each hop on the way there; sent by hand, send it until the refusal comes.',
        request: authorizationGet({ state: ours('{{state}}') }),
        cancels: true,
      },
    ],
  };
}

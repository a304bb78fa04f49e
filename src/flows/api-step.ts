import { inert, ours, resourceJson, resourceText, type Template } from '../inert.ts';
import type { ApiResource, Profile } from '../providers/profile.ts';
import type { NamedValue, Step } from './flow.ts';
import { jsonHeaders } from './headers.ts';
import { renewalOf } from './renewal-step.ts';
import { retryFacts } from './repeat.ts';
import type { Renewal } from './script-facts.ts';

/**
 * A request to a protected resource.
 *
 * @param token variable that holds the token; undefined when Postman adds one of its own
 * @param needs variable without which the request is left out
 * @param why what is said then, instead of the name of the variable
 */
export function apiStep(
  profile: Profile,
  resource: ApiResource,
  { token, needs = '', why = '' }: { token: Renewal['token'] | undefined; needs?: string; why?: string },
): Step {
  const renewal = renewalOf(profile, token ?? 'access_token');
  // RFC 9110 section 9.2.2: a GET may be repeated without asking.
  const repeat = resource.method === 'GET' ? 'safe' : 'never';
  return {
    key: `call ${resource.name}`,
    name: resource.name,
    description: describe(resource),
    ...requestOf(resource),
    browser: false,
    auth: token === undefined ? 'inherit' : { bearer: BEARERS[token] },
    repeat,
    prerequest: {
      run: 'beforeApiCall',
      facts: {
        ...(renewal !== undefined && { renewal }),
        token: token ?? '',
        inert: mustBeInert(resource, token),
        scopes: resource.scopes,
        publishes: resource.publishes ?? false,
        needs,
        why,
      },
    },
    test: {
      run: 'afterApiCall',
      facts: {
        token: token ?? '',
        status: resource.status,
        members: resource.members,
        memberId: resource.memberId ?? '',
        idHeader: resource.idHeader ?? '',
        places: ['api'],
        ...retryFacts(profile, repeat, token),
      },
    },
  };
}

type TokenVariable = Renewal['token'];

const BEARERS: Readonly<Record<TokenVariable, Template>> = {
  access_token: ours('{{access_token}}'),
  application_token: ours('{{application_token}}'),
};

/**
 * What is sent to a resource of a profile.
 *
 * @param body in place of the one that the resource has
 * @throws Failure VALUE_NOT_INERT when it uses variables that are not meant for resources
 */
export function requestOf(
  resource: ApiResource,
  body = resource.body,
): Pick<Step, 'method' | 'url' | 'headers' | 'body'> {
  const { name, method } = resource;
  return {
    method,
    url: resourceText(resource.url, `The URL of "${name}"`),
    headers: [...jsonHeaders, ...headersOf(resource)],
    ...(body !== undefined && {
      body: { mode: 'json', text: resourceJson(body, `The body of "${name}"`) },
    }),
  };
}

function headersOf({ name, headers }: ApiResource): NamedValue[] {
  return Object.entries(headers).map(([key, value]) => ({
    key: inert(key, `The name of the header ${key} of "${name}"`, 'A variable cannot stand in a name.'),
    value: resourceText(value, `The header ${key} of "${name}"`),
  }));
}

/** Variables of a request in which Postman would replace others, so that they must be inert when it is sent. */
function mustBeInert(resource: ApiResource, token: TokenVariable | undefined): string[] {
  const text = JSON.stringify([resource.url, resource.headers, resource.body]);
  return [
    // The Authorization tab of the collection holds both.
    ...(token === undefined ? ['access_token', 'client_secret'] : [token]),
    ...(text.includes('{{member_id}}') ? ['member_id'] : []),
  ];
}

function describe(resource: ApiResource): string {
  const scope =
    resource.scopes.length === 0
      ? ''
      : `\n\nIt takes the scope ${resource.scopes.map((name) => `\`${name}\``).join(' or ')}.`;
  return `${resource.description}${scope}\n\nSee ${resource.source}`;
}

import { ours, type Template } from '../../inert.ts';
import type { NamedValue } from '../flow.ts';
import { jsonHeaders } from '../headers.ts';
import type { Provocation, RefusalFolder } from './provocation.ts';

/** Named in the reasons for leaving a request out. */
const OTHER_CLIENT =
  'It takes a second application: one that may not create application tokens, and has refresh tokens.';

const client: readonly NamedValue[] = [
  { key: 'client_id', value: ours('{{client_id}}') },
  { key: 'client_secret', value: ours('{{client_secret}}') },
];

const forApplication: readonly NamedValue[] = [
  { key: 'grant_type', value: ours('client_credentials') },
  ...client,
];
const forCode: readonly NamedValue[] = [
  { key: 'grant_type', value: ours('authorization_code') },
  ...client,
  { key: 'code', value: ours('this-code-was-never-issued') },
  { key: 'redirect_uri', value: ours('{{redirect_uri}}') },
];
const forRefresh: readonly NamedValue[] = [
  { key: 'grant_type', value: ours('refresh_token') },
  ...client,
  { key: 'refresh_token', value: ours('this-token-was-never-issued') },
];

/** Values that were never anybody's: they may stand in an address. */
const madeUp = [
  { key: 'grant_type', value: ours('client_credentials') },
  { key: 'client_id', value: ours('made-up-id') },
  { key: 'client_secret', value: ours('made-up-secret') },
];

/** A POST to the token endpoint. */
export function tokenPost(fields: readonly NamedValue[]): Provocation['request'] {
  return {
    method: 'POST',
    url: ours('{{token_endpoint}}'),
    headers: jsonHeaders,
    body: { mode: 'form', fields },
    auth: 'none',
  };
}

/** The fields with some of them changed. */
function changed(fields: readonly NamedValue[], changes: Readonly<Record<string, Template>>): NamedValue[] {
  return fields.map((field) => ({ ...field, value: changes[field.key] ?? field.value }));
}

function missing(parameter: string, fields: readonly NamedValue[], grant: string): Provocation {
  return {
    refusal: 'token_parameter_missing',
    key: `token_parameter_missing ${parameter}`,
    name: `No ${parameter}${grant}`,
    wrong: `The form body has everything but \`${parameter}\`.`,
    request: tokenPost(fields.filter(({ key }) => key !== parameter)),
    values: { parameter },
  };
}

/** What the token endpoint refuses without looking at a code or token of a member. */
export const tokenEndpoint: RefusalFolder = {
  key: 'token-endpoint',
  name: 'Token endpoint',
  description:
    'Requests for tokens that cannot succeed: a wrong client, a parameter too few, the right values in the wrong place. Nobody has to sign in for these.',
  parts: [
    {
      refusal: 'token_unknown_client_id',
      name: 'A client_id that nobody has',
      wrong: 'The `client_id` is made up.',
      request: tokenPost(
        changed(forApplication, { client_id: ours('abcdefghijk'), client_secret: ours('made-up-secret') }),
      ),
      values: { client_id: 'abcdefghijk' },
    },
    {
      refusal: 'client_authentication_failed',
      name: 'A wrong client_secret',
      wrong: 'The `client_id` is right and the secret is made up.',
      request: tokenPost(changed(forApplication, { client_secret: ours('made-up-secret') })),
    },
    {
      refusal: 'invalid_grant_type',
      name: 'A grant_type that does not exist',
      wrong: '`grant_type` is `password`, which LinkedIn has never had.',
      request: tokenPost(changed(forApplication, { grant_type: ours('password') })),
    },
    missing('grant_type', forApplication, ''),
    missing('client_id', forApplication, ''),
    missing('client_secret', forApplication, ''),
    missing('code', forCode, ' for a code exchange'),
    missing('redirect_uri', forCode, ' for a code exchange'),
    missing('refresh_token', forRefresh, ' for a refresh'),
    {
      refusal: 'token_parameter_missing',
      key: 'token_parameter_missing get',
      name: 'GET instead of POST',
      wrong:
        'A GET with everything in the address. It has no body, so nothing counts as sent. The values are made up: **never put a real secret into an address**, it ends up in logs.',
      request: {
        method: 'GET',
        url: ours('{{token_endpoint}}'),
        query: madeUp,
        headers: jsonHeaders,
        auth: 'none',
      },
      values: { parameter: 'grant_type' },
    },
    {
      refusal: 'token_parameter_missing',
      key: 'token_parameter_missing query',
      name: 'Everything in the query string',
      wrong:
        'A POST with an empty body and everything in the address. It worked once, and stopped in 2023. The values are made up: **never put a real secret into an address**, it ends up in logs.',
      request: {
        method: 'POST',
        url: ours('{{token_endpoint}}'),
        query: madeUp,
        headers: jsonHeaders,
        body: { mode: 'form', fields: [] },
        auth: 'none',
      },
      values: { parameter: 'grant_type' },
    },
    {
      refusal: 'token_parameter_missing',
      key: 'token_parameter_missing basic',
      name: 'Id and secret in a Basic header alone',
      wrong:
        'The client says who it is by HTTP Basic, which RFC 6749 wants every server to understand. LinkedIn stopped to in August 2022.',
      request: tokenPost([{ key: 'grant_type', value: ours('client_credentials') }]),
      basic: true,
      values: { parameter: 'client_id' },
    },
    {
      refusal: 'application_tokens_not_allowed',
      name: 'An application without the client credentials flow',
      wrong: 'Id and secret are right, and the application may not create tokens for itself.',
      request: tokenPost([
        { key: 'grant_type', value: ours('client_credentials') },
        { key: 'client_id', value: ours('{{other_client_id}}') },
        { key: 'client_secret', value: ours('{{other_client_secret}}') },
      ]),
      needs: ['other_client_id', 'other_client_secret'],
      why: OTHER_CLIENT,
    },
    {
      refusal: 'code_not_found',
      name: 'A code that was never issued',
      wrong: 'The authorization code is made up.',
      request: tokenPost(forCode),
    },
    {
      refusal: 'refresh_not_allowed',
      name: 'An application without refresh tokens',
      wrong: 'The application has no programmatic refresh tokens, so no refresh token can be its own.',
      request: tokenPost([
        { key: 'grant_type', value: ours('refresh_token') },
        { key: 'client_id', value: ours('{{no_refresh_client_id}}') },
        { key: 'client_secret', value: ours('{{no_refresh_client_secret}}') },
        { key: 'refresh_token', value: ours('this-token-was-never-issued') },
      ]),
      needs: ['no_refresh_client_id', 'no_refresh_client_secret'],
      why: 'It takes an application that has no programmatic refresh tokens.',
    },
    ...introspection(),
  ],
};

function introspection(): Provocation[] {
  const request = (fields: readonly NamedValue[]): Provocation['request'] => ({
    ...tokenPost([...fields, { key: 'token', value: ours('this-token-was-never-issued') }]),
    url: ours('{{introspection_endpoint}}'),
  });
  return [
    {
      refusal: 'introspection_unknown_client_id',
      name: 'Introspection by a client_id that nobody has',
      wrong: 'The `client_id` of an introspection request is made up.',
      request: request(
        changed(client, { client_id: ours('abcdefghijk'), client_secret: ours('made-up-secret') }),
      ),
      values: { client_id: 'abcdefghijk' },
    },
    {
      refusal: 'introspection_client_failed',
      name: 'Introspection with a wrong client_secret',
      wrong: 'The secret of an introspection request is made up.',
      request: request(changed(client, { client_secret: ours('made-up-secret') })),
    },
    {
      refusal: 'introspection_parameter_missing',
      name: 'Introspection of nothing',
      wrong: 'An introspection request without `token`.',
      request: { ...tokenPost(client), url: ours('{{introspection_endpoint}}') },
      values: { parameter: 'token' },
    },
  ];
}

/** The second application's side of a refusal, for other folders. */
export const otherClient = {
  fields: [
    { key: 'client_id', value: ours('{{other_client_id}}') },
    { key: 'client_secret', value: ours('{{other_client_secret}}') },
  ],
  needs: ['other_client_id', 'other_client_secret'],
  why: OTHER_CLIENT,
} as const;

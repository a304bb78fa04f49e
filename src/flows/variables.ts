import { type Inert, inert, ours } from '../inert.ts';
import type { Profile } from '../providers/profile.ts';
import type { NamedValue, Variable } from './flow.ts';

/**
 * The provider's addresses under their RFC 8414 names. They stand in the collection; an environment that names
 * them too (the emulator's, say) wins.
 */
export function endpointVariables(profile: Profile): Variable[] {
  const { metadata } = profile;
  const variables: (Variable | undefined)[] = [
    variable(
      profile,
      'issuer',
      metadata.issuer,
      'Who issues tokens: the name that id_tokens and callbacks carry.',
    ),
    variable(
      profile,
      'authorization_endpoint',
      metadata.authorization_endpoint,
      'Where the member signs in and consents.',
    ),
    variable(
      profile,
      'token_endpoint',
      metadata.token_endpoint,
      'Where codes and credentials are exchanged for tokens.',
    ),
    variable(
      profile,
      'userinfo_endpoint',
      metadata.userinfo_endpoint,
      'Says who the member is (OpenID Connect).',
    ),
    variable(
      profile,
      'introspection_endpoint',
      metadata.introspection_endpoint,
      'Says what a token is worth (RFC 7662).',
    ),
    variable(profile, 'api_base_url', profile.apiBaseUrl, 'Where the APIs are.'),
  ];
  return variables.filter((entry) => entry !== undefined);
}

/** A variable, unless it has no value that could be given. */
function variable(
  profile: Profile,
  key: string,
  value: string | undefined,
  description: string,
): Variable | undefined {
  if (value === undefined || value === '') return undefined;
  return { key, value: fromProfile(profile, key, value), description };
}

/**
 * A text of a profile as it may go into a collection.
 *
 * @param what names it for a person
 * @throws Failure VALUE_NOT_INERT
 */
export function fromProfile(profile: Profile, what: string, text: string): Inert {
  return inert(
    text,
    `The ${what} of ${profile.name}`,
    "Correct it in the profile file; if it came from the server's discovery document, do not trust that server.",
  );
}

/** Further parameters that a profile names, such as `audience`. */
export function parametersFrom(
  profile: Profile,
  given: Readonly<Record<string, string>>,
  what: string,
): NamedValue[] {
  return Object.entries(given).map(([key, value]) => ({
    key: fromProfile(profile, `name "${key}" in ${what}`, key),
    value: fromProfile(profile, `value of "${key}" in ${what}`, value),
  }));
}

/** A variable that the scripts fill in. */
export function filledIn(key: string, description: string): Variable {
  return { key, value: ours(''), description };
}

const FOR_ONE_REQUEST = 'Filled in by the scripts for one request. Leave it empty.';

/** Kept between the steps of a sign-in, or made for one of them; not meant for people. */
export const signInVariables: readonly Variable[] = [
  filledIn('sign_in', 'Kept by the scripts between the steps of a sign-in. Leave it empty.'),
  ...['redirect_target', 'code_challenge']
    .concat(
      ['login', 'consent'].flatMap((form) =>
        ['action', 'page', 'origin', 'body'].map((part) => `${form}_${part}`),
      ),
    )
    .map((key) => filledIn(key, FOR_ONE_REQUEST)),
];

/** Who the member is, as an API has said. */
export const memberVariable = filledIn('member_id', 'The id of the member; filled in by the scripts.');

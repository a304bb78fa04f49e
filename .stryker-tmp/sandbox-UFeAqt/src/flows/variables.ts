// @ts-nocheck
import type { Profile } from '../providers/profile.ts';
import type { Variable } from './flow.ts';

/**
 * The provider's addresses under their RFC 8414 names. They stand in the collection; an environment that names
 * them too (the emulator's, say) wins.
 */
export function endpointVariables(profile: Profile): Variable[] {
  const { metadata } = profile;
  const variables: (Variable | undefined)[] = [
    variable('issuer', metadata.issuer, 'Who issues tokens: the name that id_tokens and callbacks carry.'),
    variable(
      'authorization_endpoint',
      metadata.authorization_endpoint,
      'Where the member signs in and consents.',
    ),
    variable(
      'token_endpoint',
      metadata.token_endpoint,
      'Where codes and credentials are exchanged for tokens.',
    ),
    variable('userinfo_endpoint', metadata.userinfo_endpoint, 'Says who the member is (OpenID Connect).'),
    variable(
      'introspection_endpoint',
      metadata.introspection_endpoint,
      'Says what a token is worth (RFC 7662).',
    ),
    variable('api_base_url', profile.apiBaseUrl, 'Where the APIs are.'),
  ];
  return variables.filter((entry) => entry !== undefined);
}

/** A variable, unless it has no value that could be given. */
function variable(key: string, value: string | undefined, description: string): Variable | undefined {
  return value === undefined || value === '' ? undefined : { key, value, description };
}

/** Kept between the steps of a sign-in; not meant for people. */
export const signInVariable: Variable = {
  key: 'sign_in',
  value: '',
  description: 'Kept by the scripts between the steps of a sign-in. Leave it empty.',
};

import { type Inert, ours } from '../inert.ts';
import type { Profile } from '../providers/profile.ts';
import { apis } from './error-responses/apis.ts';
import { authorizationEndpoint } from './error-responses/authorization-endpoint.ts';
import { codes, deadTokens } from './error-responses/codes-and-tokens.ts';
import { refusalGroup } from './error-responses/error-response-group.ts';
import { notProvoked } from './error-responses/not-provoked.ts';
import { tokenEndpoint } from './error-responses/token-endpoint.ts';
import type { Flow, StepGroup, Variable } from './flow.ts';
import { signInGroup } from './sign-in-group.ts';
import { clientVariables } from './token-step.ts';
import { endpointVariables, filledIn, fromProfile, memberVariable, signInVariables } from './variables.ts';

/**
 * Every documented refusal that a client can bring about, brought about on purpose and compared word by word. Nothing is
 * tried again: a refusal is what is wanted.
 */
export function errorResponses({ retry: _, ...profile }: Profile): Flow {
  const groups: StepGroup[] = [
    refusalGroup(profile, tokenEndpoint),
    refusalGroup(profile, authorizationEndpoint(profile)),
    signInGroup(profile),
    refusalGroup(profile, codes(profile)),
    refusalGroup(profile, apis(profile)),
    refusalGroup(profile, deadTokens(profile)),
  ];
  return {
    id: 'error-responses',
    title: 'error responses',
    description: `Every way in which ${profile.name} says **no**, as far as a client can bring it about: each request is wrong in one way, must be refused with the status and the words that are documented, and says what that means and what to do. Look here when you see one of them and want to know what it looks like, or run it to learn whether ${profile.name} still answers as documented.

**How to use it**

1. Choose the environment for ${profile.name} and fill in ${[...clientVariables(profile), 'redirect_uri', 'username', 'password'].map((name) => `\`${name}\``).join(', ')}.
2. Run the whole collection. The member signs in once; everything after that uses codes and tokens of its own, and the last folder revokes them.
3. Requests that need a second application are skipped while \`other_client_id\` is empty.

A request **passes when it is refused** as documented.

Not among them: ${Object.entries(notProvoked)
      .filter(([key]) => key in profile.errors)
      .map(([key, reason]) => `\`${key}\` (${reason})`)
      .join(', ')}. \`legwork emulate --fault\` plays them.`,
    requires: [...clientVariables(profile), 'redirect_uri', 'username', 'password'],
    variables: [
      ...endpointVariables(profile),
      ...ownVariables(profile),
      ...signInVariables,
      memberVariable,
      filledIn('used_code', 'A code that was exchanged before; filled in by the scripts.'),
    ],
    parts: groups,
  };
}

function ownVariables(profile: Profile): Variable[] {
  const { revocation_endpoint } = profile.metadata;
  const variable = (key: string, value: Inert, description: string) => ({ key, value, description });
  const scope = (text: string) => fromProfile(profile, 'scope', text);
  return [
    ...(revocation_endpoint === undefined
      ? []
      : [
          variable(
            'revocation_endpoint',
            fromProfile(profile, 'revocation_endpoint', revocation_endpoint),
            'Where tokens are revoked (RFC 7009).',
          ),
        ]),
    ...('native_pkce_not_enabled' in profile.errors
      ? [
          variable(
            'native_authorization_endpoint',
            ours(''),
            'The endpoint for native applications; optional.',
          ),
        ]
      : []),
    variable(
      'scope',
      scope(profile.defaultScope.join(profile.scopeDelimiter ?? ' ')),
      'What to ask for, separated by spaces.',
    ),
    variable(
      'consent_scope',
      scope(profile.defaultScope[0] ?? ''),
      'Another choice of scopes, so that consent is asked for again.',
    ),
    variable(
      'other_client_id',
      ours(''),
      'A second application that may not create application tokens; optional.',
    ),
    variable('other_client_secret', ours(''), 'Its secret.'),
    variable('no_refresh_client_id', ours(''), 'An application that has no refresh tokens; optional.'),
    variable('no_refresh_client_secret', ours(''), 'Its secret.'),
    variable('publish', ours('false'), 'Set it to true to send a post that must be refused for its author.'),
  ];
}

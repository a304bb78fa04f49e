import { ours } from '../inert.ts';
import type { ApiResource, Profile } from '../providers/profile.ts';
import { apiStep } from './api-step.ts';
import { distinctNames } from './distinct-names.ts';
import type { Flow, Step } from './flow.ts';
import { introspectStep } from './introspect-step.ts';
import { renewalSteps } from './renewal-step.ts';
import { retryVariables } from './repeat.ts';
import { signInGroup, stepNames } from './sign-in-group.ts';
import { clientVariables, tokenStep } from './token-step.ts';
import { endpointVariables, fromProfile, memberVariable, signInVariables } from './variables.ts';

/** The authorization code flow (RFC 6749 section 4.1), with the part of the browser played by scripts. */
export function threeLegged(profile: Profile): Flow {
  const signIn = signInGroup(profile);
  const steps: Step[] = [exchangeCode(profile, stepNames.request)];
  const call = (publishing: boolean) => {
    for (const resource of profile.memberResources) {
      if ((resource.publishes ?? false) === publishing) {
        steps.push(apiStep(profile, resource, { token: 'access_token' }));
      }
    }
  };
  call(false);
  if (profile.metadata.introspection_endpoint !== undefined) {
    steps.push(introspectStep(profile, { holder: 'member' }));
  }
  if (profile.grants.includes('refresh_token')) {
    steps.push(refresh(profile));
    for (const resource of triedOn(profile)) steps.push(tryRenewed(profile, resource));
  }
  call(true);
  return {
    id: 'three-legged',
    title: 'scripted three-legged login',
    description: `The **authorization code flow** of OAuth 2.0, also called *three-legged*: a member signs in at ${profile.name}, allows the application what it asks for, and the application gets a token that acts for the member.

Usually a person does that in a browser. Here scripts do it, so that it also works in CI: they ask for the login form, fill it in, follow each redirect by hand, allow the request, take the code from the last redirect, and exchange it for a token. The callback address itself is never called; nothing needs to listen there.

**How to use it**

1. Choose the environment for ${profile.name} and fill in ${[
      ...clientVariables(profile),
      'redirect_uri',
      'username',
      'password',
    ]
      .map((name) => `\`${name}\``)
      .join(
        ', ',
      )}. \`redirect_uri\` is one that is registered for the application, written plainly: encoding is done here.
2. Run the whole collection, or send the requests from top to bottom. *${stepNames.request}* and *${stepNames.follow}* follow one redirect at a time: send them again until they lead on (the console says what comes next). Steps that are not needed are skipped.
3. The token is kept in the environment variable \`access_token\`.

**What it will not do**: pass a captcha, a PIN or a second factor, or fill in a page that is drawn by JavaScript. It stops there and says so. Use a test account without such protection, or sign in by hand with the collection that sets up Postman's "Get New Access Token". The password is only ever sent by POST, and only to sites of ${profile.name}.`,
    requires: [...clientVariables(profile), 'redirect_uri', 'username', 'password'],
    variables: [
      ...endpointVariables(profile),
      {
        key: 'scope',
        value: fromProfile(profile, 'scope', profile.defaultScope.join(profile.scopeDelimiter ?? ' ')),
        description: 'What to ask for, separated by spaces.',
      },
      ...(profile.memberResources.some((resource) => resource.publishes)
        ? [{ key: 'publish', value: ours('false'), description: 'Set it to true to publish the greeting.' }]
        : []),
      ...signInVariables,
      memberVariable,
      ...retryVariables(profile),
    ],
    parts: distinctNames([
      signIn,
      ...steps.slice(0, 1),
      ...renewalSteps(profile, 'access_token'),
      ...steps.slice(1),
    ]),
  };
}

function exchangeCode(profile: Profile, codeFrom: string): Step {
  return tokenStep(profile, {
    key: 'exchange-code',
    name: 'Exchange the code for a token',
    description: `Exchanges the authorization code for an access token (RFC 6749 section 4.1.3). The code works once, and only together with the same \`redirect_uri\` and the same client as in *${stepNames.request}*.\n\nAll values travel in the form body. No cookie goes along: this is the application speaking, not the member's browser.`,
    fields: [
      { key: 'grant_type', value: ours('authorization_code') },
      { key: 'code', value: ours('{{code}}') },
      { key: 'redirect_uri', value: ours('{{redirect_uri}}') },
      ...(profile.pkce === 'S256' ? [{ key: 'code_verifier', value: ours('{{code_verifier}}') }] : []),
    ],
    required: ['code', 'redirect_uri', ...clientVariables(profile)],
    codeFrom,
    holder: 'member',
    // RFC 6749 section 4.1.2: a code that comes twice may cost the tokens that it was exchanged for.
    repeat: 'never',
  });
}

/** What shows that a renewed token works: whatever names the member, for each scope that may have been granted. */
function triedOn({ memberResources }: Profile): ApiResource[] {
  const readOnly = memberResources.filter(({ method, publishes }) => method === 'GET' && !publishes);
  const naming = readOnly.filter(({ memberId }) => memberId !== undefined);
  return naming.length > 0 ? naming : readOnly.slice(0, 1);
}

/** A token endpoint can hand out anything: the API decides whether a token is one. */
function tryRenewed(profile: Profile, resource: ApiResource): Step {
  const renewed = {
    ...resource,
    name: `${resource.name} with the renewed token`,
    description: `Sends the renewed access token to an API: only one that takes it shows that the renewal worked. It is skipped when no token was renewed.\n\n${resource.description}`,
  };
  return apiStep(profile, renewed, {
    token: 'access_token',
    needs: 'token_renewed',
    why: 'no token was renewed.',
  });
}

function refresh(profile: Profile): Step {
  return tokenStep(profile, {
    key: 'refresh',
    name: 'Refresh the token',
    description: `Gets a new access token for the refresh token, without asking the member again (RFC 6749 section 6). It is skipped when no refresh token came with the access token: many servers give one only to some applications, or only for the scope \`offline_access\`.`,
    fields: [
      { key: 'grant_type', value: ours('refresh_token') },
      { key: 'refresh_token', value: ours('{{refresh_token}}') },
    ],
    required: ['refresh_token', ...clientVariables(profile)],
    holder: 'member',
    refresh: true,
    // RFC 9700 section 4.14.2: where refresh tokens rotate, one that comes twice ends the login.
    repeat: 'never',
  });
}

import { ours, resourceText } from '../inert.ts';
import { errorText } from '../providers/error-case.ts';
import type { Profile } from '../providers/profile.ts';
import { apiStep } from './api-step.ts';
import { distinctNames } from './distinct-names.ts';
import type { Flow, Step } from './flow.ts';
import { jsonHeaders } from './headers.ts';
import { introspectStep } from './introspect-step.ts';
import { renewalSteps } from './renewal-step.ts';
import { retryFacts, retryVariables } from './repeat.ts';
import { clientVariables, tokenStep } from './token-step.ts';
import { endpointVariables, fromProfile } from './variables.ts';

/** The client credentials flow (RFC 6749 section 4.4): an application gets a token for itself, without a member. */
export function clientCredentials(profile: Profile): Flow {
  const steps: Step[] = [requestToken(profile)];
  if (profile.metadata.introspection_endpoint !== undefined) {
    steps.push(introspectStep(profile, { holder: 'application' }));
  }
  let renewal: Step[] = [];
  const beforeCalls = steps.length;
  if (profile.applicationResource !== undefined) {
    renewal = renewalSteps(profile, 'application_token');
    steps.push(
      apiStep(profile, profile.applicationResource, {
        token: 'application_token',
        needs: 'application_api_url',
      }),
    );
  }
  if (profile.probeUrl !== '') steps.push(refuseInvalidToken(profile));
  return {
    id: 'client-credentials',
    title: 'client credentials',
    description: `The **client credentials flow** of OAuth 2.0, also called *two-legged*: the application proves who it is with its id and secret, and gets a token for itself. No person is asked, so the token reaches only what belongs to no person.

**How to use it**

1. Choose the environment for ${profile.name} and fill in ${clientVariables(profile)
      .map((name) => `\`${name}\``)
      .join(' and ')}.
2. Send the requests from top to bottom, or run the whole collection.
3. The token is kept in the environment variable \`application_token\`.

The secret travels in the body of a POST and nowhere else: addresses end up in logs.${
      profile.errors.application_tokens_not_allowed === undefined
        ? ''
        : `

If the first request says \`${errorText(profile.errors.application_tokens_not_allowed)}\`: ${profile.errors.application_tokens_not_allowed.remedy}`
    }`,
    requires: clientVariables(profile),
    variables: [
      ...endpointVariables(profile).filter(
        ({ key }) =>
          (key !== 'authorization_endpoint' && key !== 'issuer' && used(steps, key)) ||
          // Introspection may say who issued the token.
          (key === 'issuer' && used(steps, 'introspection_endpoint')),
      ),
      ...(profile.applicationScope === ''
        ? []
        : [
            {
              key: 'application_scope',
              value: fromProfile(profile, 'application_scope', profile.applicationScope),
              description: 'What to ask for.',
            },
          ]),
      ...(profile.applicationResource === undefined
        ? []
        : [
            {
              key: 'application_api_url',
              value: resourceText(profile.applicationApiUrl, `The application_api_url of ${profile.name}`),
              description: 'An API that takes application tokens. While it is empty, no API is called.',
            },
          ]),
      ...retryVariables(profile),
    ],
    parts: distinctNames([...steps.slice(0, beforeCalls), ...renewal, ...steps.slice(beforeCalls)]),
  };
}

function requestToken(profile: Profile): Step {
  return tokenStep(profile, {
    key: 'request-application-token',
    name: 'Request an application token',
    description: `Sends id and secret of the application to the token endpoint, in the form body, with \`grant_type=client_credentials\` (RFC 6749 section 4.4.2).\n\nThe answer is JSON with \`access_token\` and \`expires_in\`, the seconds that the token lives. Some servers write that number as a text; both are understood.`,
    fields: [
      { key: 'grant_type', value: ours('client_credentials') },
      ...(profile.applicationScope === '' ? [] : [{ key: 'scope', value: ours('{{application_scope}}') }]),
    ],
    required: ['token_endpoint', ...clientVariables(profile)],
    holder: 'application',
    repeat: 'safe',
  });
}

function refuseInvalidToken(profile: Profile): Step {
  const { invalidToken } = profile;
  return {
    key: 'invalid-token',
    name: 'See an invalid token rejected',
    description: `Calls an API with a token that nobody issued. It must be refused with 401: an API that takes any token protects nothing, and a test that cannot fail proves nothing.${
      invalidToken === undefined
        ? ''
        : `\n\n${profile.name} documents the body: \`${errorText(invalidToken)}\`. See ${invalidToken.source}`
    }`,
    method: 'GET',
    url: resourceText(profile.probeUrl, 'The URL that shows an invalid token refused'),
    headers: jsonHeaders,
    browser: false,
    auth: { bearer: ours('this-token-was-never-issued') },
    repeat: 'safe',
    test: {
      run: 'afterInvalidToken',
      facts: {
        status: invalidToken?.status ?? 401,
        body:
          invalidToken === undefined
            ? {}
            : {
                status: invalidToken.status,
                serviceErrorCode: invalidToken.serviceErrorCode,
                code: invalidToken.error,
                message: errorText(invalidToken),
              },
        ...retryFacts(profile, 'safe'),
      },
    },
  };
}

function used(steps: readonly Step[], key: string): boolean {
  return steps.some((step) => JSON.stringify(step).includes(`{{${key}}}`));
}

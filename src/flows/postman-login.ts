import { ours } from '../inert.ts';
import type { Profile } from '../providers/profile.ts';
import { postmanCallbacks } from '../redirect-uri/postman-callbacks.ts';
import { apiStep } from './api-step.ts';
import { distinctNames } from './distinct-names.ts';
import type { Flow, NamedValue, PostmanOAuth2 } from './flow.ts';
import { renewalSteps } from './renewal-step.ts';
import { retryVariables } from './repeat.ts';
import { endpointVariables, fromProfile, memberVariable, parametersFrom } from './variables.ts';

const [desktop, web] = postmanCallbacks;

/** Postman's own login ("Get New Access Token"), set up so that nothing is left to guess. */
export function postmanLogin(profile: Profile): Flow {
  const secret = profile.clientAuthentication === 'none' ? '' : ' and `client_secret`';
  return {
    id: 'postman-login',
    title: "Postman's own login",
    description: `Gets a token with Postman's built-in **Get New Access Token**: a browser opens, you sign in as you always do (captcha, second factor and all), and Postman keeps the token. Use it when the scripted login cannot pass.

**Once, in the developer portal of ${profile.name}**

1. Create an application, and give it the products whose scopes you want to ask for.
2. Register **both** of these as redirect URLs, exactly as they stand here:
   - \`${desktop.uri}\`: used by the desktop app when *Authorize using browser* is ticked, as it is here
   - \`${web.uri}\`: used by Postman on the web
3. Copy \`client_id\`${secret} into the environment for ${profile.name}.

**Then, in Postman**

1. Select this collection, open the tab *Authorization*, scroll down and press **Get New Access Token**. While *Authorize using browser* is ticked, the field *Callback URL* is greyed out: Postman uses its own address, whatever stands there.
2. Sign in, allow the request, and press **Use Token**.
3. Send the requests below; they inherit the token from the collection.

If the page says that the redirect_uri does not match: register the address of the Postman that you use, from the list above. In CI there is no browser: put a token into \`access_token\`, or use the scripted login.`,
    requires: ['access_token'],
    variables: [
      ...endpointVariables(profile),
      {
        key: 'scope',
        value: fromProfile(profile, 'scope', profile.defaultScope.join(profile.scopeDelimiter ?? ' ')),
        description: 'What to ask for, separated by spaces.',
      },
      { key: 'publish', value: ours('false'), description: 'Set it to true to publish something.' },
      memberVariable,
      ...retryVariables(profile),
    ],
    auth: oauth2Settings(profile),
    parts: distinctNames([
      ...renewalSteps(profile, 'access_token'),
      ...profile.memberResources.map((resource) => apiStep(profile, resource, { token: undefined })),
    ]),
  };
}

/** Every key that importers look for: what is left out, some of them fill in wrongly. */
function oauth2Settings(profile: Profile): PostmanOAuth2 {
  const parameters = (given: readonly NamedValue[], place: string) =>
    given.map((parameter) => ({ ...parameter, enabled: true, send_as: place }));
  const forToken = parametersFrom(profile, profile.tokenParameters, 'token_parameters');
  return {
    grant_type: profile.pkce === 'S256' ? ours('authorization_code_with_pkce') : ours('authorization_code'),
    authUrl: ours('{{authorization_endpoint}}'),
    accessTokenUrl: ours('{{token_endpoint}}'),
    refreshTokenUrl: ours('{{token_endpoint}}'),
    redirect_uri: ours(desktop.uri),
    useBrowser: true,
    clientId: ours('{{client_id}}'),
    clientSecret: profile.clientAuthentication === 'none' ? ours('') : ours('{{client_secret}}'),
    scope: ours('{{scope}}'),
    // Postman draws a fresh value for each request; a fixed one would protect nothing.
    state: ours('{{$guid}}'),
    client_authentication:
      profile.clientAuthentication === 'client_secret_basic' ? ours('header') : ours('body'),
    ...(profile.pkce === 'S256' ? { challengeAlgorithm: ours('S256') } : {}),
    addTokenTo: ours('header'),
    headerPrefix: ours('Bearer'),
    tokenType: ours('Bearer'),
    tokenName: fromProfile(profile, 'name', `${profile.name} member token`),
    accessToken: ours('{{access_token}}'),
    authRequestParams: parameters(
      parametersFrom(profile, profile.authorizationParameters, 'authorization_parameters'),
      'request_url',
    ),
    tokenRequestParams: parameters(forToken, 'request_body'),
    refreshRequestParams: parameters(forToken, 'request_body'),
  };
}

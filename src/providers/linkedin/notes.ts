import type { Fact, ProviderFacts, ProviderNote } from '../facts.ts';
import { documented, fact, observed } from '../sourced.ts';

const flow = documented(
  'https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow',
);
const native = documented(
  'https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow-native',
);
const limits = documented('https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/rate-limits');
const errorPage = documented(
  'https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/error-handling',
);

function note(text: string, source: Fact<unknown>['source'], remedy?: string): Fact<ProviderNote> {
  return fact({ text, ...(remedy !== undefined && { remedy }) }, source);
}

/** What LinkedIn does of its own about problems that the doctor names. */
export const notes = {
  'query-differs': note(
    'LinkedIn drops the query when a URL is registered, and ignores it when the browser arrives. But it remembers what was sent, and rejects the code at the token endpoint when that request does not carry the very same value.',
    flow,
  ),
  'query-not-registered': note(
    'LinkedIn registers …/callback?id=1 as …/callback. A request with the query passes the authorization; then the token endpoint says "appid/redirect uri/code verifier does not match".',
    flow,
  ),
  'not-loopback': note(
    'LinkedIn\'s endpoint for native clients accepts any port of 127.0.0.1 and [::1]; the name "localhost" is not a loopback address there.',
    native,
  ),
  'parameter-missing': note('LinkedIn requires response_type, client_id, redirect_uri and scope.', flow),
  'implicit-flow': note('LinkedIn has the authorization code flow only.', flow),
  'comma-scope': note('LinkedIn has been seen to accept commas, but documents spaces.', flow),
  'retired-scope': note(
    'LinkedIn grants it to no new application, and rejects the whole request with unauthorized_scope_error when one scope is not allowed.',
    flow,
  ),
  'unknown-scope': note(
    'LinkedIn rejects the whole request with unauthorized_scope_error when one scope is not allowed.',
    flow,
  ),
  'pkce-on-ordinary-endpoint': note(
    'LinkedIn\'s ordinary endpoint ignores code_challenge; then the token endpoint rejects the code_verifier with "invalid_client: Client authentication failed", even a matching one.',
    observed('nextauthjs/next-auth#8831'),
    'Switch PKCE off for LinkedIn, or use /oauth/native-pkce/authorization, which LinkedIn must enable for the application.',
  ),
  'challenge-missing': note(
    "LinkedIn's endpoint for native clients requires code_challenge and code_challenge_method=S256.",
    native,
  ),
  'old-endpoint': note(
    'LinkedIn moved from /uas/oauth2/… to /oauth/v2/… in 2017, and version 1 of its API was switched off in 2019.',
    observed('p2/OAuth2#73'),
    'Use https://www.linkedin.com/oauth/v2/authorization and https://www.linkedin.com/oauth/v2/accessToken.',
  ),
  'token-endpoint-in-browser': note(
    'LinkedIn takes nothing from the query string, and responds with: A required parameter … is missing.',
    observed('nvh95/react-linkedin-login-oauth2#88'),
  ),
  'token-request-by-get': note(
    'LinkedIn rejects GET since June 2023.',
    observed('nvh95/react-linkedin-login-oauth2#88'),
  ),
  'token-request-without-body': note(
    'LinkedIn reads the form body alone, and responds with: A required parameter "grant_type" is missing.',
    observed('inovector/mixpost#79'),
  ),
  'secret-in-query': note(
    'LinkedIn takes nothing at its token endpoint from the query string.',
    observed('nvh95/react-linkedin-login-oauth2#88'),
  ),
  'too-many-parameters': note('LinkedIn rejects a query of more than 4 kilobytes with 414.', errorPage),
  'client-authentication-missing': note(
    'LinkedIn has not taken HTTP Basic alone since August 2022, and responds with: A required parameter "client_id" is missing.',
    observed('nextauthjs/next-auth#5220'),
  ),
  'client-blocked': note(
    'Status 999 is how www.linkedin.com turns programs away: by their User-Agent, or by the network that they come from.',
    observed('gjtorikian/html-proofer#215'),
  ),
  'too-many-requests': note(
    'LinkedIn counts per application and per member, and starts again at midnight UTC. It sends no Retry-After.',
    limits,
  ),
  'server-trouble': note('LinkedIn also responds with 500 when it cannot look a token up.', errorPage),
} as const satisfies ProviderFacts['notes'];

/** What parameters mean at LinkedIn, where that differs. */
export const parameters = {
  nonce: fact(
    'a random text for the id_token; LinkedIn never puts it there',
    observed('linkedin-developers/linkedin-api-js-client#34'),
  ),
  enable_extended_login: fact('offers further ways to sign in', flow),
} as const satisfies ProviderFacts['parameters'];

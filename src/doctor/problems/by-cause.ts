import type { ErrorCause } from '../../providers/error-case.ts';
import type { ProblemCause } from '../../providers/facts.ts';
import type { ProblemEntry } from './entry.ts';

/** Causes for which the doctor has a problem of any provider; the others are told by checks of their own. */
export type ExplainedCause = Exclude<ProblemCause, 'throttled' | 'server' | 'network' | 'unknown'>;

/** A problem of any provider, with causes that only experience knows: most likely first. */
export interface CauseEntry extends ProblemEntry {
  readonly causes?: readonly ErrorCause[];
}

/** The commonest reason of a difference in public threads, and the one that nobody sees in the settings. */
export const behindProxy: ErrorCause = {
  cause:
    'The application runs behind a proxy and builds the redirect_uri from the inner request: http, an inner host, or a container name.',
  tell: 'The value that is sent begins with http:// or names 0.0.0.0, an inner port or a container, although people open the application by https.',
  remedy:
    'Set the public URL of the application, or let it trust the headers X-Forwarded-Proto and X-Forwarded-Host of the proxy.',
};

/**
 * What the causes of the fixed list mean, whoever the provider is: nothing here is true of one provider alone.
 */
export const causeEntries: Readonly<Record<ExplainedCause, CauseEntry>> = {
  'redirect-uri': {
    title: 'The redirect_uri is not accepted',
    explanation:
      'The redirect_uri of the authorization request is not one that is registered for this client_id, or has a form that the provider does not take. Most providers compare text: scheme, host, port, path and a trailing slash all count.',
    remedy:
      'Register exactly the redirect_uri that was sent, or send exactly one that is registered; for this client_id and not for another one.',
    causes: [
      {
        cause: 'The two differ in a detail, or the value is registered for another application.',
        tell: 'Copy the redirect_uri out of the address bar of the failing page, decode it once, and compare it with the registration: "legwork doctor redirect-uri".',
        remedy: 'Make them equal, and compare the client_id, too.',
      },
      behindProxy,
      {
        cause:
          'The value has a form that the provider takes nowhere: http on a public host, localhost, an IP address.',
        tell: 'It cannot be registered either.',
        remedy: 'Use https, or on your own computer http://127.0.0.1.',
      },
      {
        cause: 'The parameter is missing, empty, or encoded twice.',
        tell: 'The address contains "redirect_uri=&", no redirect_uri, or "%253A".',
        remedy: 'Send it, percent-encoded once.',
      },
      {
        cause: 'The registration was changed a moment ago, or was not saved.',
        tell: 'It works some minutes later.',
        remedy: 'Save it, and try again after ten minutes.',
      },
    ],
  },
  'redirect-uri-at-token': {
    title: 'The redirect_uri of the token request is not that of the authorization request',
    explanation:
      'The token endpoint compares the redirect_uri with the one that the code was issued for (RFC 6749 section 4.1.3). The two must be the same text.',
    remedy: 'Send the same value in both requests, from the same setting.',
    causes: [
      behindProxy,
      {
        cause:
          'The program puts together the value of the token request from the callback, parameters included.',
        tell: 'The value ends with parameters such as iss or session_state.',
        remedy: 'Send the value of the authorization request itself.',
      },
      {
        cause: 'The value is missing, or encoded twice.',
        tell: 'The form body has no redirect_uri, or "%253A" in it.',
        remedy:
          'Send it whenever the authorization request had one, and let the HTTP client encode the form.',
      },
      {
        cause: 'The client_secret is wrong: some providers say the same then.',
        tell: 'The two values are equal, and it fails with a fresh code, too.',
        remedy: 'Copy the client_secret anew; look for a missing end.',
      },
    ],
  },
  origin: {
    title: 'The origin of the web page is not allowed',
    explanation:
      'The request came from JavaScript of a web page (or carried an Origin header), and the provider does not take that origin for this client. This is not about a redirect URI.',
    remedy:
      'Register the origin (scheme, host and port, without a path) where the provider lists JavaScript origins, or make the request from a server without an Origin header.',
  },
  'client-id': {
    title: 'The client_id is not known',
    explanation:
      'The server has no application with this client_id: it is wrong, deleted, too new, or belongs to another tenant or environment. "None" and "undefined" mean that a setting was empty.',
    remedy:
      'Copy the client_id from where the application is registered, without spaces, and compare the tenant.',
  },
  'client-authentication': {
    title: 'The client could not prove who it is',
    explanation:
      'The client_secret is wrong or missing, or is sent in a way that the server does not take for this client (in the form body, in an Authorization header, or as a signed assertion).',
    remedy: 'Copy client_id and client_secret anew, and send them in the way that the registration names.',
    causes: [
      {
        cause: 'The client_secret is wrong: cut short, expired, or that of another application.',
        tell: 'It fails every time. Compare its length and its last characters with the registration.',
        remedy: 'Copy it anew; where it is not shown any more, make a new one.',
      },
      {
        cause: 'It is sent in another way than the server takes.',
        tell: 'The same values work in another program. Look whether they go into the form body or into an Authorization header.',
        remedy: 'Try the other way; send one of them only.',
      },
      {
        cause: 'The ID of the secret was copied in place of its value.',
        tell: 'The value looks like 00000000-0000-0000-0000-000000000000.',
        remedy: 'Create a new secret, and copy the value, which is shown only once.',
      },
      {
        cause: 'The secret has characters that must be encoded: "+", "/", "=", "%", or "&".',
        tell: 'A secret of letters and digits alone works.',
        remedy:
          'Form-encode it in the body, and also in front of the Base64 of an Authorization header (RFC 6749 section 2.3.1).',
      },
      {
        cause: 'A code_verifier is sent to a provider that does not take PKCE for this client.',
        tell: 'Without code_challenge and code_verifier it works.',
        remedy: 'Switch PKCE off in the client library.',
      },
    ],
  },
  grant: {
    title: 'The client may not use this grant',
    explanation:
      'The registration of the client does not allow the grant_type or response_type that was asked for.',
    remedy: 'Allow the grant in the registration of the client, or use one that it allows.',
  },
  scope: {
    title: 'A scope is not accepted',
    explanation:
      'A scope that was asked for is unknown, written in another way, retired, or not given to this client.',
    remedy:
      'Ask only for scopes that the provider lists and that the application was given, spelled exactly so.',
  },
  consent: {
    title: 'Nobody has allowed the request',
    explanation:
      'The person or an administrator has not agreed, has refused, or may not agree: for example because the application is in a testing mode and the account is not among its test users.',
    remedy:
      'Allow the request; let an administrator agree where that is needed; add the account to the test users, or publish the application.',
  },
  code: {
    title: 'The code is not accepted',
    explanation:
      'An authorization code works once, for a short time (30 seconds to 30 minutes), and only for the client, the redirect_uri and the code_verifier that it was made for.',
    remedy: 'Start again, and exchange the fresh code once, at once, by the same client.',
    causes: [
      {
        cause: 'The code was exchanged before.',
        tell: 'The first exchange worked, or the request was sent twice: by a retry, a page that was loaded again, or React in development mode.',
        remedy: 'Exchange each code once, and keep the token.',
      },
      {
        cause: 'The code is too old.',
        tell: 'It works when it is exchanged at once.',
        remedy: 'Exchange it when the callback comes; do not copy it by hand.',
      },
      {
        cause: 'The code belongs to another client, redirect_uri or code_verifier.',
        tell: 'It fails every time, also with a fresh code.',
        remedy: 'Compare the authorization request with the token request: client_id, redirect_uri, PKCE.',
      },
    ],
  },
  pkce: {
    title: 'PKCE is missing or does not fit',
    explanation:
      'The server wants a code_challenge in the authorization request and the matching code_verifier in the token request (RFC 7636), or takes only one method.',
    remedy:
      'Send code_challenge with code_challenge_method=S256, keep the code_verifier, and send it with the code. Where the server wants PKCE from a browser only, register the redirect URI for a web application.',
  },
  state: {
    title: 'The state is missing or does not fit',
    explanation: 'state must come back as it was sent (RFC 6749 section 10.12).',
    remedy:
      'Send a random state, keep it until the callback, and use the same host for both (cookies are per host).',
  },
  'id-token': {
    title: 'The id_token is not accepted',
    explanation:
      'The issuer, the audience, the nonce or the signature is not what the client library expects (OpenID Connect Core section 3.1.3.7).',
    remedy:
      'Compare "iss" of the id_token with the issuer in the settings, character by character, and "aud" with the client_id.',
  },
  token: {
    title: 'The token is not accepted',
    explanation:
      'The access or refresh token is expired, revoked, cut short, of another client, or not known yet.',
    remedy: 'Get a new token; where a refresh token is refused, sign in again.',
    causes: [
      {
        cause:
          'The token is older than its life, or was revoked: by the person, by a new password, by signing in again.',
        tell: 'It worked before.',
        remedy: 'Sign in again.',
      },
      {
        cause:
          'The application is in a testing mode, in which some providers let a refresh token live for seven days.',
        tell: 'It ends a week after signing in, every time.',
        remedy: 'Publish the application, and sign in again.',
      },
      {
        cause: 'The value is not the whole token, or a refresh token was replaced by a newer one.',
        tell: 'It never worked, or another program used it since.',
        remedy: 'Send the newest one, whole.',
      },
    ],
  },
  permission: {
    title: 'The API wants more than the token allows',
    explanation: 'The token is good, and lacks a scope, a role or a product that this request needs.',
    remedy: 'Ask for the scope that the request needs, sign in again, and use the new token.',
  },
  version: {
    title: 'The version of the API is not active',
    explanation: 'The request names a version that is retired or not known yet.',
    remedy: 'Name a version that the documentation lists today.',
  },
  duplicate: {
    title: 'The same content exists already',
    explanation:
      'The provider refuses content that was posted before, for some time also after it was deleted.',
    remedy: 'Change the content, or wait. Do not repeat the request.',
  },
  request: {
    title: 'The request is malformed',
    explanation:
      'A parameter is missing, wrong or doubled, or the body has another type than the server reads.',
    remedy:
      'Compare the request as it was sent with the documentation: method, path, content type, and each parameter. A token request is a POST with a form body.',
  },
  blocked: {
    title: 'The provider blocks this sign-in or this client',
    explanation: 'A policy, a missing proof that a person is there, or a suspension stands in the way.',
    remedy: 'Sign in with an ordinary browser, and look at the policies and notices of the provider.',
  },
};

/** The code of a problem that any provider may have: `rejected-` and its cause. */
export type CauseCode = `rejected-${ExplainedCause}`;

/** The problems by their codes. */
export const causeProblems = Object.fromEntries(
  Object.entries(causeEntries).map(([cause, { title, explanation, remedy }]) => [
    `rejected-${cause}`,
    { title, explanation, remedy },
  ]),
) as Readonly<Record<CauseCode, ProblemEntry>>;

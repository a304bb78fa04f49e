import type { ProblemEntry } from './entry.ts';

/** OAuth mistakes in a Postman collection. */
export const collectionProblems = {
  'not-a-collection': {
    title: 'This is not a Postman collection',
    explanation: 'A collection of version 2.0 or 2.1 has an "info" and a list "item".',
    remedy: 'Export the collection from Postman as "Collection v2.1".',
  },
  'secret-in-query': {
    title: 'A secret travels in the query string',
    explanation:
      'URLs are written to logs, histories and reports (RFC 6749 section 2.3.1, RFC 6750 section 2.3).',
    remedy:
      'Move what belongs to a token request into the form body (x-www-form-urlencoded), and an access token into the header "Authorization: Bearer …".',
  },
  'secret-in-path': {
    title: 'A secret is part of the URL itself',
    explanation:
      'The path and the part in front of the host are written to logs, histories and reports like the query.',
    remedy:
      'Send a token in the header "Authorization: Bearer …" or in the form body, a password by Basic Auth.',
  },
  'token-request-not-a-form': {
    title: 'The body of the token request is not a form',
    explanation:
      'A token request is application/x-www-form-urlencoded (RFC 6749 section 4.1.3, appendix B). Most servers do not read JSON, form-data or text without a content type, and reply that grant_type is missing.',
    remedy: 'Choose "x-www-form-urlencoded" for the body, and enter each value as a field.',
  },
  'grant-type-missing': {
    title: 'The token request has no grant_type',
    explanation: 'grant_type says how the token is asked for, and is required (RFC 6749 section 4.1.3).',
    remedy: 'Add grant_type to the body: authorization_code, client_credentials or refresh_token.',
  },
  'password-grant': {
    title: 'The password of a person is sent to the token endpoint (password grant)',
    explanation:
      'The application sees the password, and no second factor can be asked for. RFC 9700 section 2.4 forbids this grant, and OAuth 2.1 no longer has it.',
    remedy: 'Use the authorization code flow with PKCE for a person, and client credentials for a program.',
  },
  'two-client-authentications': {
    title: 'The client is authenticated in two ways at once',
    explanation:
      'A request may use one way only (RFC 6749 section 2.3). Servers that notice reply invalid_request or invalid_client.',
    remedy: 'Keep either the header "Authorization: Basic …" or client_secret in the body.',
  },
  'stored-code': {
    title: 'An authorization code is written into the request',
    explanation:
      'A code works once, and for a few minutes (RFC 6749 section 4.1.2). The next run is rejected with invalid_grant.',
    remedy: 'Put {{code}} there, and set the variable from the callback of each login.',
  },
  'pkce-missing': {
    title: 'The authorization request is sent without PKCE',
    explanation:
      'Without code_challenge a stolen code can be redeemed. RFC 9700 section 2.1.1 requires PKCE for public clients and recommends it for all others.',
    remedy:
      'Send code_challenge and code_challenge_method=S256, and code_verifier in the token request. In Postman choose "Authorization Code (With PKCE)".',
  },
  'pkce-plain': {
    title: 'PKCE is used with the method "plain"',
    explanation:
      'Then code_challenge is the code_verifier itself, and everybody who sees the authorization request has it (RFC 7636 section 7.2). Without code_challenge_method the method is plain, too.',
    remedy: 'Send code_challenge_method=S256 and the base64url of the SHA-256 of the verifier.',
  },
  'oauth-tab-without-token': {
    title: 'Newman and the Postman CLI send these requests without a token',
    explanation:
      'The tab "Authorization" describes how the Postman app gets a token. Newman and the Postman CLI do not get one: they send the "Access Token" of the file, and here there is none. The requests go out unsigned, without a warning.',
    remedy:
      'Run the collection with "legwork run FILE", which gets the token as the tab describes, or set "Access Token" to a variable such as {{access_token}} and set that in a request before.',
  },
  'second-question-mark': {
    title: 'The URL contains a second "?"',
    explanation:
      'Only the first "?" begins the query. What stands behind the second one becomes part of the value in front of it, so that the server does not see those parameters.',
    remedy: 'Replace the second "?" by "&".',
  },
  'token-logged': {
    title: 'A script writes a token or secret to the console',
    explanation:
      'Newman, the Postman CLI and CI systems keep the console in their logs, where many people can read it.',
    remedy: 'Delete the line, or write only whether there is a token.',
  },
  'token-in-test-name': {
    title: 'A script puts a token or secret into the name of a test',
    explanation: 'Names of tests are in every report that Newman and the Postman CLI write.',
    remedy: 'Give the test a name that does not change, such as "There is an access token".',
  },
  'fetched-code-run': {
    title: 'A script runs code that was fetched or stored in a variable',
    explanation:
      'Anyone who can change that code can read every variable of the run, including tokens and secrets.',
    remedy: "Write the code into the script, or use Postman's package library.",
  },
  'token-request-by-get': {
    title: 'The token is asked for by GET',
    explanation: 'The token endpoint takes POST (RFC 6749 section 3.2); most servers reject GET.',
    remedy: 'Change the method to POST and put all values into the form body.',
  },
  'token-request-without-body': {
    title: 'The token request has no form body',
    explanation:
      'The token endpoint reads the form body (RFC 6749 section 3.2), and finds no grant_type in an empty one.',
    remedy: 'Put all values into the body, as x-www-form-urlencoded.',
  },
  'redirect-uris-not-equal': {
    title: 'Authorization and token request send different redirect_uris',
    explanation:
      'The token endpoint compares the redirect_uri with that of the authorization request, and refuses the code when they differ (RFC 6749 section 4.1.3).',
    remedy: 'Use one variable in both requests.',
  },
  'encoded-once-too-often': {
    title: 'A value is already percent-encoded and is encoded once more',
    explanation:
      'Postman encodes the fields of a form itself. A value that is kept in encoded form arrives encoded at the server: another text than the one that is registered.',
    remedy:
      'Keep the plain value in the variable, and encode it in the query of the authorization request only.',
  },
  'state-constant': {
    title: 'state is the same in every run',
    explanation:
      'Anyone who knows it can inject a response of their own into the callback (RFC 6749 section 10.12).',
    remedy: 'Draw a new state for each run, and keep it for the comparison.',
  },
  'state-not-compared': {
    title: 'The state that comes back is not compared with the one that was sent',
    explanation:
      'state protects only when it is compared. {{$guid}} in an address is never stored, so that nothing could be compared.',
    remedy:
      'Set state in a script before the request, keep it in a variable, and compare it in a test of the callback.',
  },
  'redirects-followed': {
    title: 'Postman follows redirects on its own here',
    explanation:
      'The redirect to the callback carries the code. When Postman follows it, it calls an address where nothing listens, and the script sees the wrong answer.',
    remedy:
      'Switch off "Automatically follow redirects" in the settings of the request, and follow each by a script.',
  },
  'code-from-any-address': {
    title: 'A script takes the code from any address',
    explanation:
      'Redirects on the way (another login, a federation) carry a "code" of their own. Only the one that goes to the redirect_uri counts.',
    remedy:
      'Compare scheme, host, port and path of the address with the redirect_uri before reading the code.',
  },
  'every-form': {
    title: "A script takes every form of the page: $('form')",
    explanation:
      'Login pages have several forms. Serialising them all sends fields twice and mixes their values.',
    remedy: "Choose the form that holds the password: $('form').has('[name=session_password]').",
  },
  'fixed-submit-address': {
    title: 'The login form is sent to a fixed address',
    explanation: 'The page says in its "action" where its form goes, and that changes.',
    remedy: 'Read the action of the form, and resolve it against the address of the page.',
  },
  'location-not-checked': {
    title: 'A script uses the Location header without checking that there is one',
    explanation:
      'A wrong password is answered with 200 and no Location. The variable then holds the text "undefined" or "null", and the next request goes nowhere.',
    remedy: 'Check status and Location first, and stop with a message.',
  },
  'outcome-not-checked': {
    title: 'No script looks for a consent page, a challenge or an error in the redirect',
    explanation:
      'After the login a server may ask for consent, for a captcha or a PIN, or may answer with error=… . A script that expects only a code fails with a message that explains nothing.',
    remedy:
      'Look at each Location: /checkpoint/challenge means a challenge, error= a refusal; a page with status 200 asks for consent.',
  },
  'client-authentication-missing': {
    title: 'The client is sent in an Authorization header, which this provider does not take',
    explanation:
      'Without "Client Authentication: Send client credentials in body" Postman uses HTTP Basic. A server that reads the form body alone finds no client_id there.',
    remedy: 'Set Client Authentication to "Send client credentials in body".',
  },
  'stored-secret': {
    title: 'A secret is stored in the collection',
    explanation: 'Collections are shared, exported and committed, together with everything they contain.',
    remedy:
      'Put it into a variable of an environment of the type "secret", and make a new secret if the file was ever shared.',
  },
  'unresolved-variable': {
    title: 'A variable has no value',
    explanation:
      'Neither the collection nor the environment defines it and no script sets it: Postman sends the text {{name}}.',
    remedy: 'Define it, or give the environment with --environment.',
  },
} as const satisfies Record<string, ProblemEntry>;

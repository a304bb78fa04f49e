// @ts-nocheck
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
      'Addresses are written to logs, histories and reports. LinkedIn takes nothing at its token endpoint from the query string.',
    remedy: 'Move it into the form body (x-www-form-urlencoded).',
  },
  'token-request-by-get': {
    title: 'The token is asked for by GET',
    explanation:
      'The token endpoint takes POST (RFC 6749 section 3.2); LinkedIn has refused GET since June 2023.',
    remedy: 'Change the method to POST and put all values into the form body.',
  },
  'token-request-without-body': {
    title: 'The token request has no form body',
    explanation:
      'LinkedIn reads the form body alone, and answers: A required parameter "grant_type" is missing.',
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
      'Whoever knows it can slip an answer of their own into the callback (RFC 6749 section 10.12).',
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
      "LinkedIn's login page has several forms. Serialising them all sends fields twice and mixes their values.",
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
      'After the login LinkedIn may ask for consent, for a captcha or a PIN, or may answer with error=… . A script that expects only a code fails with a message that explains nothing.',
    remedy:
      'Look at each Location: /checkpoint/challenge means a challenge, error= a refusal; a page with status 200 asks for consent.',
  },
  'client-authentication-missing': {
    title: 'Postman sends the client in an Authorization header, which LinkedIn does not take',
    explanation:
      'Without "Client Authentication: Send client credentials in body" Postman uses HTTP Basic. LinkedIn has not taken that since August 2022 and answers: A required parameter "client_id" is missing.',
    remedy: 'Set Client Authentication to "Send client credentials in body".',
  },
  'stored-secret': {
    title: 'A secret is stored in the collection',
    explanation: 'Collections are shared, exported and committed; whatever they contain goes along.',
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

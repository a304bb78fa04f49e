// @ts-nocheck
import type { ErrorCause } from '../error-case.ts';

/**
 * The five causes behind "appid/redirect uri/code verifier does not match authorization code. Or authorization code
 * expired …". The order is that of public threads (CarSnoop-Inc/carsnoop-issues#66, pennersr/django-allauth#2304).
 */
export const codeMismatchCauses = [
  {
    cause: 'The redirect_uri of the token request differs from that of the authorization request.',
    tell: 'Compare the two requests character by character; look for a query, a slash, and %3A%2F%2F that was encoded twice. It fails every time, also with a fresh code.',
    remedy: 'Send the same variable in both. "legwork doctor redirect-uri" shows how two values differ.',
  },
  {
    cause: 'The code was exchanged before: each works once.',
    tell: 'The first exchange worked, or the request was sent twice: by a retry, a page that was loaded again, React in development mode, or pressing Send once more.',
    remedy: 'Go through the authorization again, and exchange the new code once. Never retry this request.',
  },
  {
    cause: 'The code is older than 30 minutes.',
    tell: 'The code came from a note or an old run; a fresh one works.',
    remedy: 'Exchange the code at once.',
  },
  {
    cause: 'The code belongs to another application.',
    tell: 'client_id in the authorization address and in the token request differ: two environments, or a new application and an old bookmark.',
    remedy: 'Use client_id and client_secret of the application that the authorization request named.',
  },
  {
    cause: 'The code_verifier does not fit the code_challenge.',
    tell: 'The token request carries a code_verifier: PKCE is switched on.',
    remedy:
      "Leave PKCE out with LinkedIn's ordinary endpoint; with the native one, send the verifier that the challenge was made from.",
  },
] as const satisfies readonly ErrorCause[];

/** Behind "Client authentication failed". */
export const clientAuthenticationCauses = [
  {
    cause: 'The client_secret is wrong: cut short, replaced by a newer one, or that of another application.',
    tell: 'It fails in every flow. Compare length and last characters with the developer portal; newer secrets end with "==".',
    remedy: 'Show the secret in the developer portal, tab "Auth", and copy it whole.',
  },
  {
    cause: 'The secret was damaged on the way: a "+" that was not form-encoded arrives as a space.',
    tell: 'The secret contains "+", "/" or "=", and the body was put together by hand.',
    remedy: 'Form-encode it ("+" is %2B), or use x-www-form-urlencoded in Postman, which does so.',
  },
  {
    cause: "A code_verifier is sent to LinkedIn's ordinary endpoint, which refuses even a matching one.",
    tell: 'Client credentials work with the same secret, and the token request carries a code_verifier: PKCE is on, often by default of a library.',
    remedy: 'Switch PKCE off for LinkedIn.',
  },
] as const satisfies readonly ErrorCause[];

/** Behind "A required parameter … is missing". */
export const missingParameterCauses = [
  {
    cause: 'The values are in the query string, and the body is empty.',
    tell: 'The address of the request has a "?"; in Postman they were entered in the tab Params.',
    remedy: 'Enter them in the tab Body, x-www-form-urlencoded.',
  },
  {
    cause: 'The client is sent in an Authorization header (HTTP Basic).',
    tell: 'The parameter that is missing is client_id or client_secret.',
    remedy: 'Send both in the body; in Postman: Client Authentication, "Send client credentials in body".',
  },
  {
    cause: 'The body is not a form: JSON, form-data, or without a Content-Type.',
    tell: 'The Content-Type of the request is not application/x-www-form-urlencoded.',
    remedy: 'Send the body as application/x-www-form-urlencoded.',
  },
  {
    cause: 'The variable that should hold the value is empty or misspelt.',
    tell: 'Only one parameter is missing; the others arrive.',
    remedy: 'Look at the request as it was sent, in the Postman console.',
  },
] as const satisfies readonly ErrorCause[];

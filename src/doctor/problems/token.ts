import type { ProblemEntry } from './entry.ts';

/** What can be wrong with a token, as far as it shows without asking anybody. */
export const tokenProblems = {
  'token-damaged': {
    title: 'The token begins like a JSON Web Token and cannot be read',
    explanation:
      'It has three parts, and header or claims are no JSON: it was cut short, decoded once too often, or copied with a line end or an ellipsis in it.',
    remedy: 'Copy the whole token from the token response, on one line.',
  },
  'token-expired': {
    title: 'The token has expired',
    explanation: 'Its time "exp" is over. Every API rejects it, whatever else is right.',
    remedy:
      'Get a new token, by refresh token or by signing in again. If it is new, check the clock of this computer.',
  },
  'token-not-yet-valid': {
    title: 'The token is not valid yet',
    explanation:
      'Its time "nbf" or "iat" lies in the future: the clock here and the clock of the server differ.',
    remedy:
      'Set the clock of this computer by a time server; containers and virtual machines drift after a pause.',
  },
  'token-without-end': {
    title: 'The token does not say when it ends',
    explanation:
      'The claim "exp" is missing or no number of seconds. RFC 9068 section 2.2 and OpenID Connect require it, and most libraries reject such a token.',
    remedy: 'Look at how the server issues the token; "exp" is a number, not a text.',
  },
  'token-of-other-issuer': {
    title: 'The token was issued by another server than expected',
    explanation:
      'An API and a client library compare "iss" with the issuer in their settings, character by character. Another tenant, realm, version or a slash at the end makes it another issuer.',
    remedy:
      'Set the issuer exactly as the token says it, if you trust that server; otherwise get the token from the right one.',
  },
  'token-for-other-audience': {
    title: 'The token is meant for another audience',
    explanation:
      'An API takes only tokens whose "aud" names it. An id_token is meant for the client, and is no access token.',
    remedy:
      'Ask for the token with the scope, audience or resource of this API; send the access token, not the id_token.',
  },
  'token-of-other-client': {
    title: 'The token was issued to another client',
    explanation: 'The claim azp, client_id, appid or cid (for an id_token: aud) names another client_id.',
    remedy: 'Compare the client_id in the settings of the two programs.',
  },
  'token-unsigned': {
    title: 'The token has no signature that proves anything',
    explanation:
      'The algorithm "none" or a missing signature lets anybody write such a token (RFC 8725 section 3.2). No API may take it.',
    remedy: 'Find out who made the token; do not accept it.',
  },
} as const satisfies Record<string, ProblemEntry>;

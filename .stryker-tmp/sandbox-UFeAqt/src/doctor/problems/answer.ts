// @ts-nocheck
import type { ProblemEntry } from './entry.ts';

/** What can be said of an answer besides the refusals that a provider is known for. */
export const answerProblems = {
  'nothing-to-read': {
    title: 'There is nothing to read',
    explanation:
      'The input is empty. A token endpoint or API that answers without a body leaves only the status line to go by.',
    remedy:
      'Give the status line as well, such as "HTTP/1.1 401 Unauthorized"; in Postman and curl (-i) it stands above the body.',
  },
  'not-text': {
    title: 'This is not text',
    explanation: 'The input contains bytes that no text has: a compressed or binary file.',
    remedy: 'Save the answer as text (curl --compressed), and try again.',
  },
  'unknown-refusal': {
    title: 'A refusal that legwork does not know',
    explanation:
      'Its text is none of those that the provider is known for, and its code none of those of the RFCs.',
    remedy: 'Read the text that is quoted, and the log of the server where you can.',
  },
  'page-instead-of-json': {
    title: 'A web page came where JSON was expected',
    explanation:
      'Usually the request went to another address than was meant (a login page, a proxy, a wrong path), or the endpoint was opened like a page.',
    remedy:
      'Compare address and method with the documentation; a token request is a POST to the token endpoint.',
  },
  'client-blocked': {
    title: 'LinkedIn blocked this client (999)',
    explanation:
      'Status 999 is how www.linkedin.com turns away programs: by their User-Agent, or by the address that they come from. It says nothing about the application.',
    remedy:
      'Sign in with a browser, or from another network. Server addresses of cloud providers are often blocked.',
  },
  'too-many-requests': {
    title: 'A limit is used up (429)',
    explanation:
      'LinkedIn counts per application and per member, and starts again at midnight UTC; it also slows down bursts. It sends no Retry-After.',
    remedy: 'Wait, longer each time; after a used-up day until midnight UTC.',
  },
  'server-trouble': {
    title: 'The server failed (5xx)',
    explanation:
      'The server could not do its work. LinkedIn also answers 500 when it cannot look a token up.',
    remedy: 'Try again later; look at the status page of the provider.',
  },
  unauthorized: {
    title: 'Not authorized (401), without a reason',
    explanation:
      'The server wants a valid credential: at the token endpoint the right client_id and client_secret, at an API an access token.',
    remedy: 'Look at the body of the answer and at its WWW-Authenticate header; they name the reason.',
  },
  forbidden: {
    title: 'Forbidden (403), without a reason',
    explanation: 'The credential is known, and does not allow this: usually a scope or a product is missing.',
    remedy: 'Compare the scopes of the token with what the resource needs.',
  },
  'not-found': {
    title: 'There is nothing at this address (404)',
    explanation: 'Path or host are wrong, or the resource belongs to another version of the API.',
    remedy: 'Compare the address with the documentation, letter by letter.',
  },
  'wrong-method': {
    title: 'The address does not take this method (405)',
    explanation: 'A token endpoint takes POST, an authorization endpoint GET.',
    remedy: 'Send the token request as a POST with a form body.',
  },
  'bad-request': {
    title: 'Bad request (400), without a reason',
    explanation:
      'The server does not understand the request. At a token endpoint a parameter is missing from the form body, or the body is not declared as application/x-www-form-urlencoded.',
    remedy: 'Send all values in the body, and look at the body of the answer.',
  },
  'login-challenge': {
    title: 'The login asks for a proof that a person is there',
    explanation:
      'A captcha, a PIN or an approval on the phone cannot be passed by a script, and should not be.',
    remedy: 'Sign in with a browser ("legwork login"), or use a test account without such protection.',
  },
} as const satisfies Record<string, ProblemEntry>;

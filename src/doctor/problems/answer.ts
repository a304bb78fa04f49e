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
    explanation: 'legwork does not recognize this message, and its code alone does not tell the cause.',
    remedy: 'Read the text that is quoted, and the log of the server where you can.',
  },
  'page-instead-of-json': {
    title: 'A web page came where JSON was expected',
    explanation:
      'The page does not name a cause that legwork knows. Usually the request went to another URL than was meant (a login page, a proxy, a wrong path), or the endpoint was opened like a page.',
    remedy:
      'Compare address and method with the documentation; a token request is a POST to the token endpoint.',
  },
  'client-blocked': {
    title: 'The server blocked this client',
    explanation:
      'The server turns programs away: by their User-Agent, or by the network that they come from. It says nothing about the application.',
    remedy:
      'Sign in with a browser, or from another network. Server addresses of cloud providers are often blocked.',
  },
  'too-many-requests': {
    title: 'A limit is used up (429)',
    explanation:
      'The provider counts requests, per application and often per person, and the limit is used up; or it slows down bursts.',
    remedy:
      'Wait as long as the header Retry-After says; without one, longer each time. Many daily limits start again at midnight UTC.',
  },
  'server-trouble': {
    title: 'The server failed (5xx)',
    explanation:
      'The server could not do its work. Some answer 500 also to a token or parameter that they cannot read.',
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
    remedy:
      'Sign in once in a browser with "legwork login --save-session FILE", and run the flows with that session: "legwork run --session FILE". Or use a test account without such protection.',
  },
} as const satisfies Record<string, ProblemEntry>;

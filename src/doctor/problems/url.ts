import type { ProblemEntry } from './entry.ts';

const AUTHORIZE_RULES = 'RFC 6749 section 4.1.1 and the page of the provider say which parameters there are.';

/** What is wrong with an authorization or callback address. */
export const urlProblems = {
  'url-not-understood': {
    title: 'There is no OAuth URL in this text',
    explanation:
      'Neither an authorization request (…/authorization?response_type=code&…) nor a callback (…?code=… or …?error=…) was found.',
    remedy:
      'Paste the whole URL from the address bar or from the Postman console, in quotes, or send it to standard input with "-".',
  },
  'parameter-missing': {
    title: 'A required parameter is missing',
    explanation: `An authorization request needs response_type, client_id and redirect_uri; some providers require scope, too. ${AUTHORIZE_RULES}`,
    remedy: 'Add the parameter that is named.',
  },
  'parameter-empty': {
    title: 'A parameter has no value',
    explanation:
      'An empty value counts as none (RFC 6749 section 3.1), and "undefined", "None" or {{name}} is the text of a setting that was not there.',
    remedy: 'Set the value, or check the name of the variable that should hold it.',
  },
  'parameter-twice': {
    title: 'A parameter is there more than once',
    explanation:
      'Parameters must not be repeated (RFC 6749 section 3.1); servers refuse the request or take one of them.',
    remedy: 'Send it once.',
  },
  'implicit-flow': {
    title: 'response_type is not "code"',
    explanation:
      'Only the authorization code flow is left: response_type=token, the implicit flow, has been given up everywhere (RFC 9700 section 2.1.2).',
    remedy:
      'Send response_type=code and exchange the code at the token endpoint. In Postman choose the grant type "Authorization Code".',
  },
  'comma-scope': {
    title: 'The scopes are separated by commas',
    explanation:
      'OAuth separates scopes by spaces (RFC 6749 section 3.3). Some providers take commas; most look for one scope with a strange name.',
    remedy: 'Separate the scopes by a space, which is written %20 or + in an address.',
  },
  'double-encoded-scope': {
    title: 'The scope is percent-encoded twice',
    explanation:
      '%2520 is an encoded "%20": the server looks for one scope whose name contains "%20", and rejects it.',
    remedy: 'Write the scopes plainly, separated by spaces, and encode them in one place only.',
  },
  'retired-scope': {
    title: 'A scope is retired',
    explanation:
      'The provider grants it to no new application. One scope that the application does not have can make a server reject the whole request.',
    remedy: 'Ask for the scope that took its place, after adding the product that grants it.',
  },
  'unknown-scope': {
    title: 'A scope is not known',
    explanation:
      'The provider does not list it. One scope that the application does not have can make a server reject the whole request.',
    remedy: 'Check the spelling: the page of the application at the provider lists its scopes.',
  },
  'application-scope': {
    title: 'A scope belongs to applications, not to members',
    explanation:
      'It comes with client credentials (the two-legged flow) and cannot be asked for when a member signs in.',
    remedy: 'Leave it out, or use client credentials.',
  },
  'state-missing': {
    title: 'There is no state',
    explanation:
      'state is a fresh random value that comes back with the response. Without it, anyone can inject a response of their own into your callback (RFC 6749 section 10.12).',
    remedy: 'Send a random state, keep it, and compare it when the answer comes; answer 401 when it differs.',
  },
  'weak-state': {
    title: 'state is short or looks constant',
    explanation:
      'A state that others can guess protects nothing (RFC 6749 section 10.10 asks for a guess to be practically impossible).',
    remedy: 'Draw at least 16 random bytes for each request.',
  },
  'pkce-on-ordinary-endpoint': {
    title: 'PKCE parameters are sent to an endpoint that does not take them',
    explanation:
      'It ignores code_challenge, and then refuses the code_verifier at the token endpoint with "invalid_client: Client authentication failed", even a matching one.',
    remedy: 'Switch PKCE off for this provider, or use its endpoint for native clients, where it has one.',
  },
  'challenge-missing': {
    title: 'The code_challenge is missing or not S256',
    explanation:
      'The server requires code_challenge with code_challenge_method=S256 in this request (RFC 7636 section 4.3).',
    remedy: 'Send both; the challenge is the base64url of the SHA-256 of the verifier, without padding.',
  },
  'verifier-in-url': {
    title: 'The code_verifier is in the address',
    explanation:
      'The verifier is the secret half of PKCE: it goes into the body of the token request only (RFC 7636 section 4.5).',
    remedy: 'Send code_challenge here and keep the verifier.',
  },
  'old-endpoint': {
    title: 'The address belongs to an API that is gone',
    explanation:
      'The provider moved its endpoints; what still points to the old ones gets errors, or nothing at all.',
    remedy: 'Use the endpoints of the provider\'s documentation; "legwork providers NAME" lists them.',
  },
  'token-endpoint-in-browser': {
    title: 'The token endpoint was asked by GET, with everything in the address',
    explanation:
      'The token endpoint takes a POST with a form body (RFC 6749 section 3.2). Servers read nothing from the query string, and answer that a parameter is missing.',
    remedy: 'Send a POST with Content-Type application/x-www-form-urlencoded and all values in the body.',
  },
  'secret-in-url': {
    title: 'A secret is in the address',
    explanation:
      'Addresses end up in the history of browsers, in logs and in Referer headers (RFC 6749 section 2.3.1 forbids it for the client secret).',
    remedy: 'Take it out. If the address was sent anywhere, make a new secret at the provider.',
  },
  'split-redirect-uri': {
    title: 'The redirect_uri is not encoded, so that its end became parameters of the request',
    explanation:
      'An "&" or "#" in a value must be written %26 or %23 in an address. Otherwise the redirect_uri ends there, and the rest is taken for parameters that nobody asked for.',
    remedy: 'Percent-encode the redirect_uri once, or choose one without a query.',
  },
  'plain-endpoint': {
    title: 'The endpoint is asked over http',
    explanation:
      'Endpoints must use https (RFC 6749 sections 3.1 and 3.2); otherwise anybody on the way can read along.',
    remedy: 'Write https:// in front.',
  },
  'too-many-parameters': {
    title: 'The address has more parameters than any OAuth request',
    explanation: 'Only the first hundred were looked at. Servers reject a query of some kilobytes with 414.',
    remedy: 'Check that only the address was pasted.',
  },
} as const satisfies Record<string, ProblemEntry>;

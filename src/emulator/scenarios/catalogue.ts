/** What people read about a scenario. */
export interface ScenarioText {
  readonly title: string;
  /** One or two sentences: what the emulator does, and what a client should make of it. */
  readonly description: string;
}

/**
 * All scenarios as text, without behaviour: pure data, so that the default configuration can have one application
 * for each without loading pages. Each was seen on a real authorization server.
 */
export const scenarioTexts = {
  'react-login': {
    title: 'Login page drawn by JavaScript',
    description:
      'The login page holds no form; a script draws inputs without names and a button that submits nothing. A scripted login must stop here.',
  },
  'password-by-get': {
    title: 'Login form without a method',
    description:
      'The login form has no method, so submitting it as it stands would put the password into the address. A scripted login must not do that.',
  },
  'foreign-form': {
    title: 'Login form that posts to another site',
    description:
      'The login form sends the password to another site. A scripted login must not follow it unless it was told to.',
  },
  blocked: {
    title: 'Client blocked',
    description:
      'The authorization endpoint answers with status 999, as LinkedIn does to clients that it blocks.',
  },
  'redirect-loop': {
    title: 'Endless redirects',
    description: 'The login page redirects to itself for ever. A client must stop after some hops.',
  },
  'cookie-pin': {
    title: 'Redirect to itself with a cookie',
    description:
      'The authorization endpoint redirects to itself once to set the cookie lidc, and then works. A client that keeps cookies gets through.',
  },
  'refused-login': {
    title: 'Scripted login refused',
    description:
      'The right password leads back to the login page with errorKey=challenge_global_internal_error.',
  },
  'cancels-login': {
    title: 'Login cancelled',
    description: 'Signing in is answered as if the member had pressed Cancel on the login page.',
  },
  'cancels-consent': {
    title: 'Consent cancelled',
    description: 'Allowing the request is answered as if the member had pressed Cancel.',
  },
  'two-consent-forms': {
    title: 'Allow and Deny as two forms',
    description:
      'The consent page has one form for Allow and one for Deny, which differs by the hidden field _method=delete.',
  },
  'nameless-consent-buttons': {
    title: 'Nameless Cancel before Allow',
    description:
      'The first submit button of the consent form is a nameless Cancel; only the named Allow allows.',
  },
  'login-on-other-host': {
    title: 'Login on another host',
    description:
      'The login page is served from another host name; on the way an address passes by that carries somebody else’s code and state.',
  },
  'login-in-authorize-response': {
    title: 'Login form in the first answer',
    description:
      'The authorization endpoint answers 200 with the login form itself, whose action is empty: it posts to the address of the page.',
  },
  'form-post': {
    title: 'Answer as a form that posts itself',
    description:
      'The code comes in a page whose form posts itself to the redirect_uri (response_mode=form_post).',
  },
  'issuer-parameter': {
    title: 'Answer with the right issuer',
    description: 'The callback carries iss, the issuer of the server, as RFC 9207 describes.',
  },
  'wrong-issuer': {
    title: 'Answer with a wrong issuer',
    description: 'The callback carries the iss of another server. A client must refuse the code.',
  },
  'wrong-state': {
    title: 'Answer with another state',
    description: 'The callback carries a state that the client never sent. A client must refuse the code.',
  },
  'meta-refresh': {
    title: 'Redirect by the page',
    description:
      'The authorization endpoint answers with a page that moves on by <meta http-equiv="refresh">.',
  },
  'account-select': {
    title: 'Choice of an account',
    description: 'The login page is a list of accounts without a password. A scripted login must say so.',
  },
  'identifier-first': {
    title: 'User name first, password on the next page',
    description: 'The first page asks for the user name alone, the next one for the password.',
  },
  'fragment-error': {
    title: 'Error in the fragment',
    description: 'The request ends in a redirect whose error stands behind the # of the address.',
  },
  'empty-forbidden': {
    title: '403 with an empty body',
    description: 'The right password is answered with status 403 and nothing else.',
  },
  'second-factor': {
    title: 'Second factor',
    description:
      'After the password a page asks for a one-time password in a field named code, which is no authorization code.',
  },
} as const satisfies Record<string, ScenarioText>;

export type ScenarioName = keyof typeof scenarioTexts;

/** The names of all scenarios, in the order in which they are listed. */
export const scenarioNames = Object.keys(scenarioTexts) as ScenarioName[];

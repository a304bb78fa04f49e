import { ours } from '../inert.ts';
import { passwordSites } from '../providers/password-sites.ts';
import type { Profile } from '../providers/profile.ts';
import type { NamedValue, Step, StepGroup } from './flow.ts';
import { htmlHeaders } from './headers.ts';
import { retryFacts } from './repeat.ts';
import { parametersFrom } from './variables.ts';

/** The steps of a sign-in by their names. */
export const stepNames = {
  request: 'Request the login form',
  submit: 'Submit the login form',
  follow: 'Follow the redirect',
  approve: 'Approve consent',
} as const;

const FORM_TYPE: NamedValue = { key: 'Content-Type', value: ours('application/x-www-form-urlencoded') };

/**
 * The part of the browser in the authorization code flow: four requests that share one reader of answers, because
 * any of them may be answered by a redirect, a login form, a consent page, the callback, or a refusal.
 */
export function signInGroup(profile: Profile): StepGroup {
  const steps = [requestLoginForm(profile), submitLoginForm(profile), followRedirect(), approveConsent()];
  const repeatable = steps.filter(({ repeat }) => repeat === 'safe').map(({ name }) => name);
  return {
    key: 'sign-in',
    name: 'Sign in',
    description: `What a person does in a browser. After each of these requests the script of this folder reads the answer, says what it is, and names the next step. It takes the code only from a URL whose scheme, host, port and path are those of \`redirect_uri\` once a browser has written both, and only when \`state\` is the one that was sent. A code that is sent anywhere else is reported, and that URL is never requested.`,
    test: {
      run: 'signIn',
      facts: {
        provider: profile.name,
        steps: stepNames,
        signIn: { ...profile.signIn, passwordSites: passwordSites({ ...profile.metadata }) },
        issuerRequired: profile.metadata.authorization_response_iss_parameter_supported ?? false,
        places: ['authorization page', 'authorization redirect', 'login'],
        ...retryFacts(profile, repeatable),
      },
    },
    steps,
  };
}

function requestLoginForm(profile: Profile): Step {
  return {
    key: 'request-login-form',
    name: stepNames.request,
    description: `Asks the authorization endpoint to let the member in (RFC 6749 section 4.1.1). The script in front encodes each value of the query once, leaves out the empty ones, and draws a fresh \`state\`: a value that nobody can guess, compared when the answer comes, so that nobody can slip in an answer of their own.

${profile.name} answers with the login form, or with a redirect to it: then send this request again, it follows. A member who is still signed in gets no form at all.`,
    method: 'GET',
    url: ours('{{authorization_endpoint}}'),
    query: [
      {
        key: 'response_type',
        value: ours('code'),
        description: 'Ask for a code, to be exchanged for a token.',
      },
      { key: 'client_id', value: ours('{{client_id}}'), description: 'Which application asks.' },
      {
        key: 'redirect_uri',
        value: ours('{{redirect_uri}}'),
        description: 'Where the answer shall go: one of the registered addresses, character by character.',
      },
      { key: 'scope', value: ours('{{scope}}'), description: 'What the application asks for.' },
      { key: 'state', value: ours('{{state}}'), description: 'Drawn afresh; comes back with the answer.' },
      ...(profile.pkce === 'S256'
        ? [
            {
              key: 'code_challenge',
              value: ours('{{code_challenge}}'),
              description:
                'Proof Key for Code Exchange (RFC 7636): only who knows the verifier can use the code.',
            },
            { key: 'code_challenge_method', value: ours('S256') },
          ]
        : []),
      ...parametersFrom(profile, profile.authorizationParameters, 'authorization_parameters'),
    ],
    headers: htmlHeaders,
    browser: true,
    auth: 'none',
    repeat: 'safe',
    prerequest: {
      run: 'beforeAuthorization',
      facts: { pkce: profile.pkce },
    },
  };
}

function submitLoginForm(profile: Profile): Step {
  return {
    key: 'submit-login-form',
    name: stepNames.submit,
    description: `Sends the login form with \`username\` and \`password\`, and with every hidden field that the page had: servers use those to recognise their own forms.

The form was chosen and checked when the page was read: the one that takes a password, sent by POST, to a site of ${profile.name}: an origin of its endpoints, one that shares their registrable domain, or one that the profile names (\`sign_in.password_origins\`). Anything else stops the run before the password leaves.`,
    method: 'POST',
    url: ours('{{login_action}}'),
    headers: [
      ...htmlHeaders,
      FORM_TYPE,
      {
        key: 'Origin',
        value: ours('{{login_origin}}'),
        description: 'Some servers refuse forms without it.',
      },
      { key: 'Referer', value: ours('{{login_page}}') },
    ],
    body: { mode: 'encoded form', variable: 'login_body' },
    browser: true,
    auth: 'none',
    // Wrong passwords lock accounts, and so may the right one when it comes twice.
    repeat: 'never',
    prerequest: { run: 'beforeLogin', facts: {} },
  };
}

function followRedirect(): Step {
  return {
    key: 'follow-redirect',
    name: stepNames.follow,
    description: `Goes where the last answer pointed. It repeats itself until a page or the callback is reached; sent by hand, send it until the console names another step.

Redirects are followed one at a time because one of them carries the code. Postman would follow that one, too, to an address where nothing listens.`,
    method: 'GET',
    url: ours('{{redirect_target}}'),
    headers: htmlHeaders,
    browser: true,
    auth: 'none',
    // An address of a redirect may work once. It is asked again all the same: without an answer the login is lost anyway,
    // and the second answer says so.
    repeat: 'safe',
    prerequest: { run: 'beforeRedirect', facts: {} },
  };
}

function approveConsent(): Step {
  return {
    key: 'approve-consent',
    name: stepNames.approve,
    description: `Presses the button that approves the request. It is skipped when the server does not ask for consent: servers remember what a member has allowed before.`,
    method: 'POST',
    url: ours('{{consent_action}}'),
    headers: [
      ...htmlHeaders,
      FORM_TYPE,
      { key: 'Origin', value: ours('{{consent_origin}}') },
      { key: 'Referer', value: ours('{{consent_page}}') },
    ],
    body: { mode: 'encoded form', variable: 'consent_body' },
    browser: true,
    auth: 'none',
    repeat: 'never',
    prerequest: { run: 'beforeConsent', facts: {} },
  };
}

import type { ScriptFacts } from './script-facts.ts';

/** Names of the functions that run as scripts. */
export type ScriptName = keyof ScriptFacts;

/** Files of scripts/ that read URLs and know the redirect_uri, in the order in which they are embedded. */
export const urlFiles = [
  'sign-in/url-host.js',
  'sign-in/url-text.js',
  'sign-in/1-address.js',
  'sign-in/callback-url.js',
] as const;

const ENCODING = ['form-encoding.js', 'encode-request.js', 'client-secret-basic.js'];
const RENEWAL = ['token-end.js', 'renewal-needs.js'];
const JUDGING = ['json-body.js', 'retry.js'];
const EXPLAINING = ['explain.js', 'plain-text.js', ...JUDGING, 'odd-value.js'];
const ERROR_RESPONSES = ['explain.js', ...urlFiles, 'json-body.js', 'refusal.js', 'redirect-refusal.js'];

/** For each script its own file of scripts/, which defines its function, behind the files that it takes functions from. */
export const scriptFiles = {
  beforeApiCall: ['skip.js', 'plain-text.js', ...RENEWAL, 'call-api.prerequest.js'],
  beforeTokenRequest: ['skip.js', ...ENCODING, 'request-token.prerequest.js'],
  beforeIntrospection: ['skip.js', ...ENCODING, 'introspect.prerequest.js'],
  beforeRenewal: ['skip.js', ...ENCODING, ...RENEWAL, 'renew-token.prerequest.js'],
  beforeAuthorization: [
    'skip.js',
    'encode-request.js',
    'form-encoding.js',
    'request-login-form.prerequest.js',
  ],
  beforeLogin: ['skip.js', 'form-encoding.js', 'submit-login-form.prerequest.js'],
  beforeRedirect: ['skip.js', 'follow-redirect.prerequest.js'],
  beforeConsent: ['skip.js', 'form-encoding.js', 'approve-consent.prerequest.js'],
  beforeProvocation: ['skip.js', ...ENCODING, 'refusal.prerequest.js'],
  afterApiCall: [...EXPLAINING, 'id-token-rules.js', 'userinfo-rules.js', 'call-api.test.js'],
  afterInvalidToken: [...JUDGING, 'refuse-invalid-token.test.js'],
  afterTokenRequest: [
    ...EXPLAINING,
    'token-rules.js',
    'token-end.js',
    'id-token-rules.js',
    'check-id-token.js',
    'request-token.test.js',
  ],
  afterIntrospection: [
    ...EXPLAINING,
    'token-rules.js',
    'id-token-rules.js',
    'introspection-rules.js',
    'introspect.test.js',
  ],
  afterAnotherCode: ['plain-text.js', ...urlFiles, 'take-code.test.js'],
  afterProvocation: [...ERROR_RESPONSES, 'expect-refusal.test.js'],
  afterCancel: [...ERROR_RESPONSES, 'times-sent.js', 'cancel.test.js'],
  afterRevocation: ['revoke.test.js'],
  signIn: [
    'explain.js',
    'plain-text.js',
    'form-encoding.js',
    ...JUDGING,
    ...urlFiles,
    'sign-in/password-sites.js',
    'sign-in/button-words.js',
    'sign-in/2-form.js',
    'sign-in/3-page.js',
    'sign-in/4-callback.js',
    'times-sent.js',
    'sign-in/5-steps.js',
    'sign-in/6-answer.js',
  ],
} as const satisfies Readonly<Record<ScriptName, readonly string[]>>;

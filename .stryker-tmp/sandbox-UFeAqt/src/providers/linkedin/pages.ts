// @ts-nocheck
import type { SignInHints } from '../profile.ts';

/**
 * Addresses of LinkedIn's web login, all below the authorization server's origin.
 * Seen in about twelve code bases between 2019 and 2026 (iOS SDK allow-lists, React Native login wrappers).
 */
export const paths = {
  login: '/uas/login',
  loginSubmit: '/checkpoint/lg/login-submit',
  /** Older and guest forms post here. */
  olderLoginSubmit: '/uas/login-submit',
  loginSuccess: '/oauth/v2/login-success',
  loginCancel: '/oauth/v2/login-cancel',
  consentSubmit: '/oauth/v2/authorization-submit',
  consentCancel: '/oauth/v2/authorization-cancel',
  nativeAuthorization: '/oauth/native-pkce/authorization',
  challenge: '/checkpoint/challenge',
} as const;

/** Fields and elements of the classic login and consent pages (full page seen, about 2024). */
export const fields = {
  username: 'session_key',
  password: 'session_password',
  csrfToken: 'csrfToken',
  loginCsrf: 'loginCsrfParam',
  consentForm: 'oauth__auth-form',
  consentAllow: 'oauth__auth-form__submit-btn',
  consentCancel: 'oauth__auth-form__cancel-btn',
  usernameError: 'error-for-username',
  passwordError: 'error-for-password',
  /** Class that hides an error element of the login page until it is needed. */
  hiddenError: 'hidden__imp',
  pin: 'pin',
} as const;

/** Texts of the visible error element after a refused login. Seen in about six code bases. */
export const loginMessages = {
  wrongPassword: "Hmm, that's not the right password. Please try again",
  unknownMember: "Hmm, we don't recognize that email. Please try again.",
  emptyPassword: 'Please enter a password.',
} as const;

/**
 * Answer to a login or consent form whose CSRF fields do not fit the cookies. That the pair is compared is documented
 * by every code base that replays the form; status and wording of the refusal are inferred from the JSON API.
 */
export const csrfRefusal = { status: 403, text: 'CSRF check failed.' } as const;

/** Page titles, seen in public threads up to 2026. Login and challenge pages are told apart by address, not by title. */
export const titles = {
  login: 'LinkedIn Login, Sign in | LinkedIn',
  challenge: 'Security Verification | LinkedIn',
  consent: 'Authorize | LinkedIn',
} as const;

/** Hidden fields of the classic login form that have the same value for everybody, around the ones that vary. */
export const loginFormConstants = {
  ac: '0',
  pkSupported: 'false',
  parentPageKey: 'd_checkpoint_lg_consumerLogin',
  trk: '',
  authUUID: '',
  fp_data: 'default',
  apfc: '{}',
  _d: 'd',
  showGoogleOneTapLogin: 'true',
  showAppleLogin: 'true',
  showMicrosoftLogin: 'true',
  controlId: 'd_checkpoint_lg_consumerLogin-login_submit_button',
} as const;

/** Begins the value of the login form's `pageInstance`; base64 of sixteen bytes follows. */
export const LOGIN_PAGE_INSTANCE = 'urn:li:page:checkpoint_lg_login_default;';

/** Query of a login address that means: LinkedIn refuses scripted logins for now. It is not a challenge page. */
export const refusedLogin = {
  path: '/checkpoint/lg/login',
  query: 'errorKey=challenge_global_internal_error',
} as const;

/** Names, texts and ids of the challenge pages (PIN and captcha: four code bases or more; approval: two). */
export const challenge = {
  verifyPath: '/checkpoint/challenge/verify',
  pinForm: 'email-pin-challenge',
  pinInput: 'input__email_verification_pin',
  pinButton: 'email-pin-submit-button',
  captchaResponse: 'captchaUserResponseToken',
  captchaSiteKey: 'captchaSiteKey',
  captchaFrame: 'captcha-internal',
  captchaExchange: 'securedDataExchange',
  approvalText: "Yes, it's me",
} as const;

/** Cookies of www.linkedin.com. `JSESSIONID` and `bcookie` carry quoted values. */
export const cookies = {
  session: 'li_at',
  csrf: 'JSESSIONID',
  browser: 'bcookie',
  dataCentre: 'lidc',
} as const;

/** Headers of every answer of a LinkedIn host; `x-li-uuid`, base64 of 18 bytes, comes on top. Seen three to five times. */
export const responseHeaders = {
  'x-li-fabric': 'prod-lva1',
  'x-li-pop': 'afd-prod-lva1-x',
  'x-li-proto': 'http/1.1',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'sameorigin',
  'cache-control': 'no-cache, no-store',
  pragma: 'no-cache',
  expires: 'Thu, 01 Jan 1970 00:00:00 GMT',
} as const;

/** What a scripted login must know of LinkedIn's pages. */
export const signIn = {
  usernameField: fields.username,
  passwordField: fields.password,
  consentForm: `form#${fields.consentForm}`,
  approveButton: `#${fields.consentAllow}`,
  // Every login page carries these elements; only the one that is not hidden speaks.
  errorMessage: `#${fields.usernameError}:not(.${fields.hiddenError}), #${fields.passwordError}:not(.${fields.hiddenError})`,
  challengePaths: [
    paths.challenge,
    '/checkpoint/challengesV2',
    '/uas/connect-captcha',
    '/uas/captcha-submit',
    '/uas/connect-email-challenge',
    '/uas/ato-pin-challenge-submit',
  ],
  refusedQueries: [refusedLogin.query],
  blockedStatuses: [999],
} as const satisfies SignInHints;

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
  refusedQueries: ['errorKey=challenge_global_internal_error'],
  blockedStatuses: [999],
} as const satisfies SignInHints;

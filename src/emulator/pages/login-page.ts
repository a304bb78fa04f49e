import { html, type SafeHtml } from '../../html/html.ts';
import {
  loginFormConstants as constants,
  fields,
  LOGIN_PAGE_INSTANCE,
  loginMessages,
  paths,
} from '../../providers/linkedin/pages.ts';
import type { EmulatedApp } from '../config/config.ts';
import type { CsrfPair } from '../sign-in/cookies.ts';
import { hiddenInputs } from './layout.ts';

/** What varies on a login page. */
export interface LoginView {
  readonly app: EmulatedApp;
  readonly csrf: CsrfPair;
  /** The address to go to after the login, and back to the application. */
  readonly sessionRedirect: string;
  readonly cancelAddress: string;
  readonly sessionId: string;
  readonly pageInstance: string;
  /** What was typed before. */
  readonly username: string;
  readonly usernameError: string;
  readonly passwordError: string;
  readonly failures: number;
  readonly nonce: string;
  /** User names of all accounts, for pages that offer a choice. */
  readonly usernames: readonly string[];
}

/** The classic login page: several forms, of which one signs in. */
export function loginBody(view: LoginView): SafeHtml {
  return html`<section class="card">
${loginIntroduction(view)}
${otherLogins(view)}
<form method="post" class="login__form" action="${paths.loginSubmit}" novalidate>
${loginFields(view)}
</form>
${loginFooter(view)}
</section>`;
}

/** Heading and purpose. */
export function loginIntroduction({ app }: LoginView): SafeHtml {
  return html`<h1>Sign in</h1>
<p class="soft">to continue to the application <strong>${app.name}</strong></p>`;
}

/** The inputs of the login form in LinkedIn's order, and the button. */
export function loginFields(view: LoginView): SafeHtml {
  return html`${hiddenInputs([[fields.csrfToken, view.csrf.csrfToken]])}
${usernameInput(view)}
${hiddenInputs(hiddenValues(view))}
${passwordInput(view)}
<label class="check"><input type="checkbox" name="rememberMeOptIn" value="true" checked> Keep me signed in</label>
<button type="submit" data-litms-control-urn="login-submit">Sign in</button>`;
}

/** The field for the user name, with its error element, which is hidden until it has something to say. */
export function usernameInput(view: LoginView): SafeHtml {
  return html`<label for="username">Email or phone</label>
<input id="username" name="${fields.username}" type="email" autocomplete="username" ${typed(view.username)} aria-describedby="${fields.usernameError}" ${state(view.usernameError, view.passwordError === '')} required>
${errorElement(fields.usernameError, view.usernameError)}`;
}

/** The field for the password, with its error element. */
export function passwordInput(view: LoginView): SafeHtml {
  return html`<label for="password">Password</label>
<input id="password" name="${fields.password}" type="password" autocomplete="current-password" aria-describedby="${fields.passwordError}" ${state(view.passwordError, view.passwordError !== '')} required>
${errorElement(fields.passwordError, view.passwordError)}`;
}

/** The hidden values between the two fields. */
export function hiddenValues(view: LoginView): [string, string][] {
  return [
    ['ac', constants.ac],
    ['loginFailureCount', String(view.failures)],
    ['sIdString', view.sessionId],
    ['pkSupported', constants.pkSupported],
    ['parentPageKey', constants.parentPageKey],
    ['pageInstance', `${LOGIN_PAGE_INSTANCE}${view.pageInstance}`],
    ['trk', constants.trk],
    ['authUUID', constants.authUUID],
    ['session_redirect', view.sessionRedirect],
    [fields.loginCsrf, view.csrf.loginCsrfParam],
    ['fp_data', constants.fp_data],
    ['apfc', constants.apfc],
    ['_d', constants._d],
    ['showGoogleOneTapLogin', constants.showGoogleOneTapLogin],
    ['showAppleLogin', constants.showAppleLogin],
    ['showMicrosoftLogin', constants.showMicrosoftLogin],
    ['controlId', constants.controlId],
  ];
}

/** Cancel, and the block of texts that every login page carries, whether they apply or not. */
export function loginFooter(view: LoginView): SafeHtml {
  return html`<a class="button button--plain" href="${view.cancelAddress}">Cancel</a>
<code id="i18n" hidden>${JSON.stringify(loginMessages)}</code>`;
}

function otherLogins({ csrf }: LoginView): SafeHtml {
  const form = (name: string) => html`<form class="${name}" action="${paths.olderLoginSubmit}" method="post">
${hiddenInputs([
  [fields.loginCsrf, csrf.loginCsrfParam],
  ['trk', constants.trk],
])}
</form>`;
  return html`${['google-auth', 'microsoft-auth'].map(form)}`;
}

/** LinkedIn's field has no value attribute until something was typed. */
function typed(value: string): SafeHtml | string {
  return value === '' ? '' : html`value="${value}"`;
}

/** The field that needs attention has the focus, and says so to those who do not see its colour. */
function state(error: string, focused: boolean): SafeHtml {
  return html`${error !== '' && html`aria-invalid="true"`} ${focused && html`autofocus`}`;
}

function errorElement(id: string, message: string): SafeHtml {
  const hidden = message === '' ? ` ${fields.hiddenError}` : '';
  return html`<div id="${id}" class="form__label--error${hidden}" role="alert">${message}</div>`;
}

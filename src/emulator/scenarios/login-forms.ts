import { html, type SafeHtml } from '../../html/html.ts';
import { fields, paths } from '../../providers/linkedin/pages.ts';
import { hiddenInputs } from '../pages/layout.ts';
import {
  hiddenValues,
  type LoginView,
  loginFields,
  loginFooter,
  loginIntroduction,
  passwordInput,
  usernameInput,
} from '../pages/login-page.ts';

/** Where the form of the scenario foreign-form leads: a site that cannot exist (RFC 6761 section 6.4). */
const FOREIGN_SITE = 'https://login.another-site.invalid';

/** As LinkedIn's own login page since 2026: inputs without names, drawn twice, and a button that submits nothing. */
export function reactLogin(view: Pick<LoginView, 'nonce'>): SafeHtml {
  return html`<section class="card" id="root"><noscript>This page needs JavaScript.</noscript></section>
<script nonce="${view.nonce}">
  const field = (id, type, label, hidden) => {
    const block = document.createElement('div');
    block.hidden = hidden;
    const input = Object.assign(document.createElement('input'), { id, type });
    const text = Object.assign(document.createElement('label'), { htmlFor: id, textContent: label });
    block.append(text, input);
    return block;
  };
  const heading = Object.assign(document.createElement('h1'), { textContent: 'Sign in' });
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: 'Sign in' });
  document.getElementById('root').append(
    heading,
    field(':r0:', 'email', 'Email or phone', true), field(':r1:', 'password', 'Password', true),
    field(':r2:', 'email', 'Email or phone', false), field(':r3:', 'password', 'Password', false),
    button,
  );
</script>`;
}

/** A form without method: submitted as it stands, it would put the password into the address. */
export function passwordByGet(view: LoginView): SafeHtml {
  return card(
    view,
    html`<form class="login__form" action="${paths.loginSubmit}">${loginFields(view)}</form>`,
  );
}

/** A form that sends the password to another site. */
export function foreignForm(view: LoginView): SafeHtml {
  return card(
    view,
    html`<form method="post" class="login__form" action="${FOREIGN_SITE}/collect">${loginFields(view)}</form>`,
  );
}

/** A form that posts to the address of its page. */
export function emptyAction(view: LoginView): SafeHtml {
  return card(view, html`<form method="post" class="login__form" action="">${loginFields(view)}</form>`);
}

/** A choice of accounts, without a password. */
export function accountSelect(view: LoginView): SafeHtml {
  return card(
    view,
    html`<form method="post" action="${paths.loginSubmit}">
${hiddenInputs([[fields.csrfToken, view.csrf.csrfToken], ...hiddenValues(view)])}
<label for="account">Account</label>
<select id="account" name="account">${view.usernames.map((name) => html`<option>${name}</option>`)}</select>
<button type="submit">Continue</button>
</form>`,
  );
}

/** The user name first; the password is asked for on the next page. */
export function identifierFirst(view: LoginView): SafeHtml {
  const asksPassword = view.username !== '' && view.usernameError === '';
  return card(
    view,
    html`<form method="post" action="${paths.loginSubmit}">
${hiddenInputs([[fields.csrfToken, view.csrf.csrfToken], ...hiddenValues(view)])}
${
  asksPassword
    ? html`${hiddenInputs([[fields.username, view.username]])}<p>${view.username}</p>${passwordInput(view)}`
    : usernameInput(view)
}
<button type="submit">${asksPassword ? 'Sign in' : 'Continue'}</button>
</form>`,
  );
}

function card(view: LoginView, form: SafeHtml): SafeHtml {
  return html`<section class="card">${loginIntroduction(view)}${form}${loginFooter(view)}</section>`;
}

// ---- 3. Pages: what is asked of the person -------------------------------------------------------------------

/** Thrown where the sign-in cannot go on; its message becomes the one failed assertion. */
function stop(what, remedy) {
  return new Error(`${what} ${remedy}`);
}

const MOST_TAGS = 20000;
const MOST_CONTROLS = 1000;

/** Real login pages have one to three thousand tags; reading a page of a hundred thousand fields takes minutes. */
function refuseHugePage(text, page) {
  const controls = text.match(/<(form|input|select|textarea|button)\b/gi) || [];
  if (text.length <= 3000000 && text.split('<').length <= MOST_TAGS && controls.length <= MOST_CONTROLS)
    return;
  throw stop(
    `${withoutQuery(page)} answered with a page of ${text.length} characters, ${text.split('<').length - 1} tags and ${controls.length} fields.`,
    'That is no login page; check the address.',
  );
}

const BY_HAND =
  'A script cannot pass this. Sign in once in a browser with "legwork login --save-session FILE", and let later runs use ' +
  'that session with "legwork run --session FILE"; in Postman, use the collection that sets up "Get New Access Token". ' +
  'Or use a test account without this protection.';

/** The form that takes the password; undefined when the page has none. */
function loginForm($) {
  const hint = expected.signIn.passwordField;
  const weight = (form) => {
    const fields = passwordFields($, form);
    const fresh = fields.filter((field) => attributeOf(field, 'autocomplete') === 'new-password').length;
    const hinted = hint !== undefined && fields.some((field) => attributeOf(field, 'name') === hint);
    return (
      (hinted ? 8 : 0) +
      (fields.length === 1 && fresh === 0 ? 4 : 0) +
      (sendingOf($, form, loginButton($, form), '').method === 'post' ? 2 : 0) +
      (usernameField($, form) === undefined ? 0 : 1)
    );
  };
  return formsOf($)
    .filter((form) => passwordFields($, form).length > 0)
    .sort((one, other) => weight(other) - weight(one))[0];
}

/** The field for the user name: the one that is hinted, or named like one, or stands last before the password. */
function usernameField($, form) {
  const fields = textFields($, form);
  const hinted = fields.filter((field) => attributeOf(field, 'name') === expected.signIn.usernameField);
  const named = fields.filter(isNamedLikeUser);
  const controls = controlsOf($, form);
  const password = controls.indexOf(passwordFields($, form)[0]);
  const before = fields.filter((field) => password === -1 || controls.indexOf(field) < password);
  return hinted[0] || named[0] || before[before.length - 1];
}

function isNamedLikeUser(field) {
  const described = ['name', 'id', 'autocomplete', 'type'].map((name) => attributeOf(field, name)).join(' ');
  return /user|login|mail|account|identifier/i.test(described);
}

/** A field for a second factor or a one-time password. */
function oneTimeField($, form) {
  return textFields($, form).filter(isOneTimeField)[0];
}

function isOneTimeField(field) {
  const name = [attributeOf(field, 'name'), attributeOf(field, 'id')].join(' ').replace(/[_\-.]+/g, ' ');
  return (
    attributeOf(field, 'autocomplete') === 'one-time-code' ||
    /\b(otp|totp|code|pin|token|mfa|2fa|tfa|passcode|verification)\b/i.test(name)
  );
}

/** A form and button that approve the request; undefined when the page does not ask for consent. */
function consentForm($) {
  const hint = expected.signIn.consentForm;
  const isHinted = hint !== undefined && $(hint).length > 0;
  const choices = (isHinted ? $(hint).toArray() : formsOf($))
    .map((form) => ({ form, approval: approval($, form) }))
    .filter(({ form, approval }) => approval !== undefined && mayBeConsent($, form, approval, isHinted))
    .map(({ form, approval }) => ({ form, button: approval.button, isClear: approval.isClear }));
  return choices.filter(({ isClear }) => isClear)[0] || choices[0];
}

/** A form with fields to type into, or one that is sent by GET, must say clearly that it gives something. */
function mayBeConsent($, form, { button, isClear }, isHinted) {
  const { method } = sendingOf($, form, button, '');
  const typed = textFields($, form);
  const deletes = (field) => field[0] === '_method' && /delete/i.test(field[1]);
  if (method !== 'post' && !(method === 'get' && (isClear || isHinted))) return false;
  if (fieldsOf($, form, button, []).some(deletes)) return false;
  if (!isHinted && isCookieBanner($, form)) return false;
  return typed.length === 0 || ((isClear || isHinted) && !typed.some((field) => mustBeTyped(field)));
}

/** Whether a text field asks for something that only the person has; any other may stay as it is. */
function mustBeTyped(field) {
  const isEmpty = !attributeOf(field, 'value');
  return (isEmpty && 'required' in field.attribs) || isOneTimeField(field) || isNamedLikeUser(field);
}

const COOKIE = /cookie|куки|クッキー|कुकी|কুকি|کوکی|ملفات تعريف الارتباط/i;

/** Whether a form asks to set cookies: by its words, or by the names of the form and of what is around it. */
function isCookieBanner($, form) {
  const isPage = (element) => ['html', 'body', 'main'].indexOf(element.tagName) !== -1;
  const names = (element) =>
    ['id', 'class', 'name', 'action', 'aria-label'].map((name) => attributeOf(element, name) || '').join(' ');
  const isNamed = (element) => !isPage(element) && /cookie|gdpr|onetrust/i.test(names(element));
  if (nearest(form, isNamed) !== undefined) return true;
  const around = form.parent;
  const isBox = around && around.attribs && !isPage(around) && $(around).find('form').length === 1;
  const words = $(isBox ? around : form).text();
  return (
    COOKIE.test(words.slice(0, 2000)) ||
    submitButtons($, form).some((button) => COOKIE.test(labelsOf($, button).join(' ')))
  );
}

/** A page whose form sends the answer to the redirect_uri by itself (OAuth 2.0 Form Post Response Mode). */
function formPostAnswer($, page) {
  const form = formsOf($).filter((candidate) => {
    if (!isRedirectUri(sendingOf($, candidate, undefined, page).action)) return false;
    const fields = fieldsOf($, candidate, undefined, []);
    return fields.some((field) => field[0] === 'code' || field[0] === 'error');
  })[0];
  return form === undefined ? undefined : fieldsOf($, form, undefined, []);
}

/** A form that would send the code of this sign-in somewhere else; undefined where the page has none. */
function strayForm($, page) {
  return formsOf($)
    .map((form) => ({ form, action: sendingOf($, form, undefined, page).action }))
    .filter(({ form, action }) => carriesCode(action, fieldsOf($, form, undefined, [])))[0];
}

/** The message of a refused login, from the elements that hold such messages. */
function loginMessage($) {
  const selector =
    expected.signIn.errorMessage ||
    '[role="alert"], .alert, .error, .errors, .error-message, .invalid-feedback, .field-error, [id*="error"]';
  const texts = $(selector)
    .toArray()
    .filter((element) => isVisible(element))
    .map((element) => $(element).text().replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '' && text.length < 300);
  return texts.length === 0 ? '' : ` The page says: "${texts[0]}".`;
}

/**
 * Where a form with what a person typed may be sent, or the reason why not: by POST, to a site of
 * the provider, encrypted where the authorization endpoint is.
 *
 * @param what `password` or `user name`, for messages
 */
function safeSending($, form, page, what) {
  const button = loginButton($, form);
  const sending = sendingOf($, form, button, page);
  if (sending.method !== 'post') {
    throw stop(
      `The login form on ${withoutQuery(page)} has no method="post": sent as it stands, it would put the ${what} into an address, so it was not sent.`,
      `Such forms are usually sent by JavaScript. ${BY_HAND}`,
    );
  }
  refuseOtherSite(sending.action, page, what);
  refuseCallback(sending.action, page);
  return formToSend($, form, button, page, sending, []);
}

/** What a person types goes to sites of the provider only, and never from https to http. */
function refuseOtherSite(action, page, what) {
  const sites = passwordSites();
  const objection = sites.objection(action, page);
  if (objection === '') return;
  const url = urls.read(action);
  const site = url === null || objection === 'no site' ? withoutQuery(action) : url.origin;
  const refused = `The login form on ${partsOf(page).origin} would send the ${what} to ${site}`;
  if (objection === 'unencrypted') {
    throw stop(
      `${refused} without encryption, so it was not sent.`,
      'Tell the provider; the authorization endpoint or the page itself uses https.',
    );
  }
  if (objection === 'no site') {
    throw stop(
      `${refused}, which is no address of another site that a password can be sent to, so it was not sent.`,
      'Tell the provider; such a form works only by JavaScript, or is a trick.',
    );
  }
  throw stop(
    `${refused}, another site than those of the authorization server (${sites.origins.join(', ')}), so it was not sent.`,
    `If ${site} belongs to the provider, name it in the profile file: "sign_in": { "password_origins": ["${site}"] } (sign_in.password_origins).`,
  );
}

/** The redirect_uri gets its answer from the browser's last redirect; nothing else may be sent there. */
function refuseCallback(action, page) {
  if (isRedirectUri(action)) {
    throw stop(
      `The form on ${withoutQuery(page)} would be sent to the redirect_uri itself, so it was not sent.`,
      'That is no login and no consent page of an authorization server; check the address.',
    );
  }
}

const SECRET_NAME = /pass|secret|token|csrf|xsrf|credential|assertion|saml|jwt|api.?key|session/i;

/** The URL of a form that is sent by GET: URLs end up in logs, so that no secret may be in it. */
function formUrl(action, fields, page) {
  const secrets = ['password', 'client_secret', 'access_token', 'refresh_token', 'code_verifier']
    .map((name) => pm.variables.get(name) || '')
    .filter((value) => value !== '');
  const secret = fields.filter((field) => SECRET_NAME.test(field[0]) || secrets.indexOf(field[1]) !== -1)[0];
  if (secret !== undefined) {
    throw stop(
      `The consent form on ${withoutQuery(page)} is sent by GET and would put the field "${secret[0]}" into a URL, so it was not sent.`,
      BY_HAND,
    );
  }
  return `${withoutQuery(action)}?${encodeForm(fields)}`;
}

/** What the next step needs of a form. As in a browser, another site is told only where it is from, not the query. */
function formToSend($, form, button, page, sending, tick) {
  const { origin } = partsOf(page);
  const fields = fieldsOf($, form, button, tick);
  return {
    page: partsOf(sending.action).origin === origin ? inert(page) : inert(`${origin}/`),
    origin: inert(origin),
    action: nextUrl(sending.action, fields),
    fields,
  };
}

/** The login form as the next step needs it, or the reason why a password must not be put into it. */
function safeLogin($, form, page) {
  const safe = safeSending($, form, page, 'password');
  const username = usernameField($, form);
  const passwordName = $(passwordFields($, form)[0]).attr('name');
  if (!passwordName) {
    throw stop(
      `The password field on ${withoutQuery(page)} has no name: the page is meant for JavaScript.`,
      BY_HAND,
    );
  }
  return Object.assign(safe, {
    username: username === undefined ? '' : $(username).attr('name'),
    password: passwordName,
  });
}

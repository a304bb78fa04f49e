// ---- 6. The answer at hand: read once, one next step named ----------------------------------------------------

const { load } = require('cheerio');

/** No sign-in has so many; the flow's timeout ends a slow one before. */
const MOST_HOPS = 100;

function readRedirect(page, status, location) {
  const target = resolveAddress(page, location);
  if (isRedirectUri(target)) return finish(answerOf(target));
  const address = parseAddress(target);
  if (address !== null && !address.hasUserInfo && carriesCode(target)) throw strayCode(target);
  if (address === null || (address.scheme !== 'http' && address.scheme !== 'https')) {
    throw stop(
      `${withoutQuery(page)} redirects to ${withoutQuery(target)}, which is not the redirect_uri and no web address.`,
      'Compare the variable redirect_uri with the one that the application uses.',
    );
  }
  if (address.hasUserInfo) {
    throw stop(
      `${withoutQuery(page)} redirects to an address on ${address.host} with a user name in it, which browsers treat as a trick.`,
      'It was not followed; tell the provider.',
    );
  }
  const challenge = (expected.signIn.challengePaths || []).some((path) => address.path.indexOf(path) === 0);
  if (challenge) {
    throw stop(
      `${expected.provider} asks for a security check (${address.path.split('/').slice(0, 3).join('/')}) instead of going on.`,
      BY_HAND,
    );
  }
  if ((expected.signIn.refusedQueries || []).some((query) => address.query.indexOf(query) !== -1)) {
    throw stop(
      `${expected.provider} refuses this login for now (${address.path}).`,
      `Wait some hours, or sign in from a network that the account has used before. ${BY_HAND}`,
    );
  }
  refuseCircle(page);
  pm.test('The server responds with a redirect', () => undefined);
  remember({ stage: 'follow', url: nextUrl(target), form: null, from: pm.info.requestName });
  goTo(pm.info.requestName === expected.steps.request ? expected.steps.request : expected.steps.follow);
}

function readPage(page, status, text) {
  const $ = load(text);
  const answer = formPostAnswer($, page);
  if (answer !== undefined) return finish(answer);
  const stray = strayForm($, page);
  if (stray !== undefined) throw strayCode(stray.action);

  const path = partsOf(page).path;
  if ((expected.signIn.challengePaths || []).some((beginning) => path.indexOf(beginning) === 0)) {
    throw stop(`${expected.provider} shows a security check on ${withoutQuery(page)}.`, BY_HAND);
  }
  const words = readable(text);
  const refusal = errorsAt(expected.places).filter(
    (candidate) => candidate.pattern && new RegExp(candidate.pattern, 'i').test(words),
  )[0];
  const login = loginForm($);
  if (login !== undefined) return readLogin($, login, page);
  if (refusal !== undefined)
    throw new Error(`${describePage($, page, status, words)} ${refusal.cause} ${refusal.remedy}`);

  const factor = formsOf($).filter((form) => oneTimeField($, form) !== undefined)[0];
  if (factor !== undefined && signIn.usernameSent) {
    throw stop(
      `${withoutQuery(page)} asks for a second factor (the field "${$(oneTimeField($, factor)).attr('name')}") after the password.`,
      BY_HAND,
    );
  }
  const choice = $('form select')
    .toArray()
    .filter((select) => isVisible(select) && $(select).find('option').length > 1)[0];
  if (choice !== undefined) {
    throw stop(
      `${withoutQuery(page)} asks to choose from a list ("${$(choice).attr('name') || ''}") and has no password field.`,
      BY_HAND,
    );
  }
  const consent = consentForm($);
  if (consent !== undefined && status < 400) return readConsent($, consent, page);
  const identifier = formsOf($).filter(
    (form) =>
      sendingOf($, form, undefined, '').method === 'post' &&
      textFields($, form).length === 1 &&
      usernameField($, form) !== undefined,
  )[0];
  if (identifier !== undefined && status < 400) return readIdentifier($, identifier, page);
  throw unusable($, page, status, text, words);
}

function readLogin($, form, page) {
  if (signIn.passwordSent) {
    throw stop(
      `${expected.provider} shows the login form again: user name or password is wrong.${loginMessage($)}`,
      'Check the variables username and password. Stop trying soon: many wrong passwords lock an account.',
    );
  }
  remember({ stage: 'login', url: '', form: safeLogin($, form, page) });
  pm.test(
    'The page has a login form, and the password goes to a site of the provider by POST',
    () => undefined,
  );
  goTo(expected.steps.submit);
}

/** A first page that asks for the user name alone; the password follows on the next. */
function readIdentifier($, form, page) {
  if (signIn.usernameSent) {
    throw stop(
      `${expected.provider} asks for the user name again.${loginMessage($)}`,
      'Check the variable username.',
    );
  }
  const safe = safeSending($, form, page, 'user name');
  const username = $(usernameField($, form)).attr('name');
  remember({ stage: 'login', url: '', form: Object.assign(safe, { username, password: '' }) });
  pm.test('The page asks for the user name first', () => undefined);
  goTo(expected.steps.submit);
}

function readConsent($, consent, page) {
  const scopes = (pm.variables.get('scope') || '').split(/[\s,]+/);
  const sending = sendingOf($, consent.form, consent.button, page);
  refuseCallback(sending.action, page);
  refuseCircle(page);
  if (sending.method === 'get') {
    const fields = fieldsOf($, consent.form, consent.button, scopes);
    const url = nextUrl(formUrl(sending.action, fields, page));
    remember({ stage: 'follow', url, form: null, from: pm.info.requestName });
    pm.test('The page asks for consent', () => undefined);
    return goTo(expected.steps.follow);
  }
  const form = formToSend($, consent.form, consent.button, page, sending, scopes);
  remember({ stage: 'consent', url: '', form });
  pm.test('The page asks for consent', () => undefined);
  goTo(expected.steps.approve);
}

function describePage($, page, status, words) {
  const title = $('title').first().text().replace(/\s+/g, ' ').trim();
  return `${withoutQuery(page)} answered ${status} with the page "${title}": "${excerpt(words) || '(empty)'}".${mentionRedirectUri(words)}`;
}

function mentionRedirectUri(words) {
  return /redirect/i.test(words) ? ` Sent: ${pm.variables.get('redirect_uri')}.` : '';
}

function unusable($, page, status, text, words) {
  if (text.trim() === '')
    return stop(
      `${withoutQuery(page)} answered ${status} with an empty body.`,
      'The server refuses without saying why: check client_id, redirect_uri, scope and whether the account may use the application.',
    );
  const drawn = $('script').length > 0 && $('form').length === 0;
  const jumps =
    $('meta[http-equiv="refresh" i], meta[http-equiv="Refresh"]').length > 0 ||
    /location\s*(\.href\s*)?=|location\.(replace|assign)\s*\(/.test(text);
  if (jumps)
    return stop(`${describePage($, page, status, words)} It leads on by script or meta refresh.`, BY_HAND);
  if (drawn || $('input[type="password"]').length > 0)
    return stop(
      `${describePage($, page, status, words)} It is drawn by JavaScript: there is no form that can be filled in.`,
      BY_HAND,
    );
  return stop(
    `${describePage($, page, status, words)} It is neither a redirect, nor a login, nor a consent page.`,
    'If it is an error page, do what it says; if it is a login or consent page, describe its fields in the profile (legwork.sign_in).',
  );
}

function readAnswer() {
  const page = pm.request.url.toString();
  const status = pm.response.code;
  if (status === undefined)
    throw stop(
      `No answer came from ${withoutQuery(page)}.`,
      'Check the address, the network and the proxy; the console shows the reason.',
    );
  if (signIn.hops > MOST_HOPS) {
    throw stop(
      `${MOST_HOPS} responses came and none was the callback; one more is from ${withoutQuery(page)}.`,
      'The server goes round in a circle: clear the cookies, and check that it accepts them.',
    );
  }
  if ((expected.signIn.blockedStatuses || []).indexOf(status) !== -1) {
    throw stop(
      `${expected.provider} blocks this client (HTTP ${status}).`,
      `Wait, and use a network that is not a data centre's. ${BY_HAND}`,
    );
  }
  if (status === 429 || status >= 500)
    throw stop(
      `${withoutQuery(page)} answered ${status}.`,
      'The server is overloaded or down: try again later.',
    );
  const location = pm.response.headers.get('Location');
  if (status >= 300 && status < 400 && location) return readRedirect(page, status, locationText(location));
  const text = pm.response.text();
  refuseHugePage(text, page);
  if (/^\s*\{/.test(text)) {
    throw new Error(`${withoutQuery(page)} answered ${status} with ${refusalOf(text)}`);
  }
  return readPage(page, status, text);
}

/** Some servers answer a browser with JSON when they refuse. */
function refusalOf(text) {
  try {
    const body = JSON.parse(text);
    const said = explain(
      errorsAt(expected.places),
      body.error || body.code || body.title,
      body.error_description || body.message || body.detail,
    );
    if (said !== '') return said;
  } catch {
    // It is quoted as it stands.
  }
  return `"${excerpt(readable(text))}"`;
}

function judge() {
  if (signIn.stage !== 'stopped') {
    remember(Object.assign({ hops: (signIn.hops || 0) + 1 }, countRequest()));
    try {
      readAnswer();
    } catch (error) {
      const tooDeep = error instanceof Error && error.name === 'RangeError';
      fail(
        tooDeep
          ? stop(
              `${withoutQuery(pm.request.url.toString())} answered with a page that is nested too deeply to be read.`,
              'That is no login page; check the address.',
            )
          : error,
      );
    }
  }
}

judgeOrRetry(expected.retry, judge);

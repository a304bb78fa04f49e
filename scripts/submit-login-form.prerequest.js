/**
 * Fills in the form that a step before this one found, and sends it as a browser would. The values were checked there:
 * the form is sent by POST, and to its own site.
 *
 * @param {ScriptFacts['beforeLogin']} expected
 */
function beforeLogin(expected) {
  const login = JSON.parse(pm.collectionVariables.get('sign_in') || '{}');

  if (login.stage !== 'login') {
    skip(
      'no login form is waiting. Send the request for the login form first; when the member is still signed in, none comes.',
    );
  } else {
    const missing = ['username', 'password'].filter(
      (name) => login.form[name] !== '' && !pm.variables.get(name),
    );
    const session = pm.variables.get('session_command');
    if (session) {
      refuse(`The saved session is not signed in any more: a login form came. Sign in once more: ${session}`);
    } else if (missing.length > 0) {
      refuse(`Set ${missing.join(' and ')} in the environment: the login form asks for it.`);
    } else {
      // Each name is sent once, even when the page has filled the field in.
      const typed = [
        [login.form.username, pm.variables.get('username')],
        [login.form.password, pm.variables.get('password')],
      ].filter((field) => field[0] !== '');
      const given = (name) => typed.filter((field) => field[0] === name)[0];
      const kept = login.form.fields.map((field) => given(field[0]) || field);
      const added = typed.filter((field) => !kept.some((other) => other[0] === field[0]));

      pm.variables.set('login_action', login.form.action);
      pm.variables.set('login_page', login.form.page);
      pm.variables.set('login_origin', login.form.origin);
      pm.variables.set('login_body', encodeForm(kept.concat(added)));
      login.usernameSent = true;
      login.passwordSent = login.form.password !== '';
      login.stage = 'sent';
      login.form = null;
      pm.collectionVariables.set('sign_in', JSON.stringify(login));
    }
  }
}

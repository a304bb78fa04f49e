import { expect, test } from 'vitest';
import { runAgainst } from './emulator-run.ts';

interface StopCase {
  readonly title: string;
  readonly app?: string;
  readonly member?: string;
  readonly changes?: Record<string, string>;
  readonly message: RegExp;
  /** How often the password may have left, always in the body of a POST to the login address. */
  readonly passwords: 0 | 1;
}

const stopCases: readonly StopCase[] = [
  {
    title: 'a wrong password',
    changes: { password: 'not-the-password' },
    message: /user name or password is wrong.*not the right password/s,
    passwords: 0,
  },
  {
    title: 'an unknown member',
    changes: { username: 'nobody@example.com' },
    message: /user name or password is wrong.*recognize that email/s,
    passwords: 1,
  },
  {
    title: 'a captcha',
    member: 'carol',
    message: /asks for a security check \(\/checkpoint\/challenge\)/,
    passwords: 1,
  },
  { title: 'a PIN by e-mail', member: 'dave', message: /asks for a security check/, passwords: 1 },
  { title: 'an approval in the app', member: 'erin', message: /asks for a security check/, passwords: 1 },
  {
    title: 'a second factor',
    app: 'second-factor',
    message: /second factor \(the field "code"\)/,
    passwords: 1,
  },
  {
    title: 'a login page drawn by JavaScript',
    app: 'react-login',
    message: /drawn by JavaScript/,
    passwords: 0,
  },
  { title: 'HTTP 999', app: 'blocked', message: /blocks this client \(HTTP 999\)/, passwords: 0 },
  {
    title: 'a redirect_uri that is not registered',
    app: 'other-redirect-uri',
    message:
      /The redirect_uri does not match the registered value.*Sent: http.*register exactly the redirect_uri/s,
    passwords: 0,
  },
  {
    title: 'an unknown client_id',
    changes: { client_id: 'nosuchclient00' },
    message: /The passed in client_id is invalid "nosuchclient00".*Copy the Client ID/s,
    passwords: 0,
  },
  {
    title: 'a login that the member cancels',
    app: 'cancels-login',
    message: /"user_cancelled_login": "The user cancelled LinkedIn login"/,
    passwords: 1,
  },
  {
    title: 'a consent that the member refuses',
    app: 'cancels-consent',
    message: /"user_cancelled_authorize": "The user cancelled the authorization"/,
    passwords: 1,
  },
  {
    title: 'a retired scope',
    changes: { scope: 'r_liteprofile' },
    message:
      /"unauthorized_scope_error": "Scope "r_liteprofile" is not authorized for your application".*openid profile email.*Asked for: "r_liteprofile"/s,
    passwords: 0,
  },
  {
    title: 'a missing scope',
    changes: { scope: '' },
    message: /"invalid_request": "You need to pass the "scope" parameter"/,
    passwords: 0,
  },
  {
    title: 'an error in the fragment',
    app: 'fragment-error',
    message: /sent the browser back with the error/,
    passwords: 1,
  },
  {
    title: 'redirects in a circle',
    app: 'redirect-loop',
    message: /The server goes round in a circle/,
    passwords: 0,
  },
  {
    title: 'a form that would send the password by GET',
    app: 'password-by-get',
    message: /would put the password into an address, so it was not sent/,
    passwords: 0,
  },
  {
    title: 'a form that would send the password to a foreign site',
    app: 'foreign-form',
    message:
      /would send the password to https:\/\/login\.another-site\.invalid, another site than .* so it was not sent/,
    passwords: 0,
  },
  {
    title: 'a login that is refused for now',
    app: 'refused-login',
    message: /refuses this login for now/,
    passwords: 1,
  },
  {
    title: 'another state than the one that was sent',
    app: 'wrong-state',
    message: /The state in the callback is not the one that was sent/,
    passwords: 1,
  },
  {
    title: 'another issuer than the one that was asked',
    app: 'wrong-issuer',
    message: /another authorization server may have answered \(RFC 9207\)/,
    passwords: 1,
  },
  {
    title: 'a page that leads on by meta refresh',
    app: 'meta-refresh',
    message: /leads on by script or meta refresh/,
    passwords: 0,
  },
  { title: 'a list of accounts', app: 'account-select', message: /asks to choose from a list/, passwords: 0 },
  {
    title: 'an empty 403 after the login',
    app: 'empty-forbidden',
    message: /answered 403 with an empty body/,
    passwords: 1,
  },
];

for (const { title, app = 'default', member, changes, message, passwords } of stopCases) {
  test(`legwork run stops at ${title}, with exit code 4 and one message`, async () => {
    const run = await runAgainst(app, member, changes);
    expect(run.exitCode).toBe(4);
    expect(run.failures).toHaveLength(1);
    expect(run.printed.replace(/\s+/g, ' ')).toMatch(message);
    const sent = run.journal.filter((entry) => entry.passwordIn !== 'none');
    expect(sent).toHaveLength(passwords);
    for (const entry of sent) {
      expect(entry).toMatchObject({
        method: 'POST',
        passwordIn: 'body',
        path: '/checkpoint/lg/login-submit',
      });
      expect(entry.host).toMatch(/^127\.0\.0\.1:/);
    }
    expect(run.journal.map(({ path }) => path)).not.toContain('/oauth/v2/accessToken');
    expect(run.journal.map(({ path }) => path)).not.toContain('/callback');
  });
}

const survivors = [
  'default',
  'cookie-pin',
  'two-consent-forms',
  'nameless-consent-buttons',
  'login-on-other-host',
  'login-in-authorize-response',
  'form-post',
  'issuer-parameter',
  'identifier-first',
  'no-refresh-tokens',
  'old-scopes',
];

for (const app of survivors) {
  test(`legwork run gets through the application "${app}"`, async () => {
    const run = await runAgainst(app);
    expect(run.failures).toEqual([]);
    expect(run.exitCode).toBe(0);
    expect(run.journal.filter((entry) => entry.passwordIn !== 'none')).toEqual([
      expect.objectContaining({ method: 'POST', passwordIn: 'body' }),
    ]);
  });
}

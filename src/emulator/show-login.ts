import type { SafeHtml } from '../html/html.ts';
import { paths, titles } from '../providers/linkedin/pages.ts';
import type { Answer } from './answer.ts';
import { page } from './answers.ts';
import { csrfCookies, csrfPair } from './cookies.ts';
import { chainPath } from './flow.ts';
import { randomUuid } from './identity.ts';
import { type LoginView, loginBody } from './pages/login-page.ts';
import type { PendingFlow } from './state.ts';
import type { Visit } from './visit.ts';

/** What the login page says about the last attempt. */
export interface Attempt {
  readonly username?: string;
  readonly usernameError?: string;
  readonly passwordError?: string;
}

/**
 * The login page of a flow.
 *
 * @param draw a page of the scenario's own
 */
export function showLogin(
  visit: Visit,
  flow: PendingFlow,
  attempt: Attempt = {},
  draw: (view: LoginView) => SafeHtml = loginBody,
): Answer {
  const csrf = csrfPair(visit);
  const { randomBytes, config } = visit.emulation;
  const failed = attempt.usernameError ?? attempt.passwordError;
  const view: LoginView = {
    app: flow.app,
    csrf,
    sessionRedirect: chainPath(paths.loginSuccess, flow),
    cancelAddress: chainPath(paths.loginCancel, flow),
    sessionId: randomUuid(randomBytes),
    pageInstance: Buffer.from(randomBytes(16)).toString('base64'),
    username: '',
    usernameError: '',
    passwordError: '',
    failures: Number(visit.form.get('loginFailureCount') ?? 0) + (failed === undefined ? 0 : 1),
    nonce: visit.nonce,
    usernames: config.members.map((member) => member.username),
    ...attempt,
  };
  return page(visit, {
    title: titles.login,
    body: draw(view),
    cookies: csrfCookies(csrf),
    formTargets: [flow.redirectUri],
  });
}

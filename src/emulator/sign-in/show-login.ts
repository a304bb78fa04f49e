import type { SafeHtml } from '../../html/html.ts';
import { paths, titles } from '../../providers/linkedin/pages.ts';
import { page } from '../http/make-response.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { EmulatorResponse } from '../http/response.ts';
import { type LoginView, loginBody } from '../pages/login-page.ts';
import { randomUuid } from '../state/identity.ts';
import type { PendingFlow } from '../state/state.ts';
import { csrfCookies, csrfPair } from './cookies.ts';
import { chainPath } from './pending-flow.ts';

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
  context: RequestContext,
  flow: PendingFlow,
  attempt: Attempt = {},
  draw: (view: LoginView) => SafeHtml = loginBody,
): EmulatorResponse {
  const csrf = csrfPair(context);
  const { randomBytes, config } = context.emulator;
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
    failures: Number(context.form.get('loginFailureCount') ?? 0) + (failed === undefined ? 0 : 1),
    nonce: context.nonce,
    usernames: config.members.map((member) => member.username),
    ...attempt,
  };
  return page(context, {
    title: titles.login,
    body: draw(view),
    cookies: csrfCookies(csrf),
    formTargets: [flow.redirectUri],
  });
}

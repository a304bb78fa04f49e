import { csrfRefusal, fields, loginMessages, refusedLogin, titles } from '../../providers/linkedin/pages.ts';
import { csrfTokenFits, loginCsrfFits } from '../checks/csrf.ts';
import { page, redirect } from '../http/make-response.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { EmulatorResponse } from '../http/response.ts';
import { ERROR_TITLE, errorPage } from '../pages/error-page.ts';
import { scenarioOf } from '../scenarios/all.ts';
import { cancelFlow } from '../sign-in/callback.ts';
import { flowGone, flowOf, flowOfSessionRedirect } from '../sign-in/pending-flow.ts';
import { type Attempt, showLogin } from '../sign-in/show-login.ts';
import { memberNamed, signIn } from '../sign-in/sign-in.ts';
import type { PendingFlow } from '../state/state.ts';
import { challengeAddress } from './challenge.ts';

/** GET /uas/login. */
export function login(context: RequestContext): EmulatorResponse {
  const flow = flowOfSessionRedirect(context, context.query.get('session_redirect'));
  if (flow === undefined) return flowGone(context);
  return scenarioOf(flow.app).beforeLoginPage?.(context, flow) ?? loginPage(context, flow);
}

/** The login page, drawn by its scenario where that has a page of its own. */
function loginPage(context: RequestContext, flow: PendingFlow, attempt: Attempt = {}): EmulatorResponse {
  return showLogin(context, flow, attempt, scenarioOf(flow.app).loginBody);
}

/** POST /checkpoint/lg/login-submit. A wrong password is answered with 200 and the login page again. */
export function loginSubmit(context: RequestContext): EmulatorResponse {
  const flow = flowOfSessionRedirect(context, context.form.get('session_redirect'));
  if (!csrfTokenFits(context) || !loginCsrfFits(context)) return csrfRejected(context);
  if (flow === undefined) return flowGone(context);
  const scenario = scenarioOf(flow.app);
  const special = scenario.loginSubmitted?.(context, flow);
  if (special !== undefined) return special;

  const username = context.form.get(fields.username) ?? '';
  const password = context.form.get(fields.password) ?? '';
  const { unknownMember, emptyPassword, wrongPassword } = loginMessages;
  const member = memberNamed(context, username);
  if (member === undefined) return loginPage(context, flow, { username, usernameError: unknownMember });
  if (password === '') return loginPage(context, flow, { username, passwordError: emptyPassword });
  if (password !== member.password)
    return loginPage(context, flow, { username, passwordError: wrongPassword });
  if (member.challenge !== undefined) return redirect(challengeAddress(context, flow, member));
  return scenario.passwordAccepted?.(context, flow, member) ?? signIn(context, flow, member);
}

/** GET /oauth/v2/login-cancel. */
export function loginCancel(context: RequestContext): EmulatorResponse {
  const flow = flowOf(context, context.query.get('flow'));
  return flow === undefined ? flowGone(context) : cancelFlow(context, flow, 'login');
}

/** GET /checkpoint/lg/login, where LinkedIn sends scripted logins that it refuses. */
export function loginRejected(context: RequestContext): EmulatorResponse {
  return page(context, {
    title: titles.login,
    body: errorPage(
      'Something unexpected happened. Please try again.',
      `LinkedIn shows its login page here, and the address says ${refusedLogin.query}: it refuses scripted logins for now.`,
    ),
  });
}

/** A form that carries no or other values than the browser's cookies. */
export function csrfRejected(context: RequestContext): EmulatorResponse {
  return page(context, {
    title: ERROR_TITLE,
    status: csrfRefusal.status,
    body: errorPage(
      csrfRefusal.text,
      `The form must repeat the cookies of the page that it came from: ${fields.csrfToken} and ${fields.loginCsrf}. Keep cookies, and send all hidden fields of the login form.`,
    ),
  });
}

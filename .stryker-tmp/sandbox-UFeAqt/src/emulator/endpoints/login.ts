// @ts-nocheck
import { csrfRefusal, fields, loginMessages, refusedLogin, titles } from '../../providers/linkedin/pages.ts';
import type { Answer } from '../answer.ts';
import { page, redirect } from '../answers.ts';
import { cancelFlow } from '../callback.ts';
import { csrfTokenFits, loginCsrfFits } from '../checks/csrf.ts';
import { flowGone, flowOf, flowOfSessionRedirect } from '../flow.ts';
import { ERROR_TITLE, errorPage } from '../pages/error-page.ts';
import { scenarioOf } from '../scenarios/all.ts';
import { type Attempt, showLogin } from '../show-login.ts';
import { memberNamed, signIn } from '../sign-in.ts';
import type { PendingFlow } from '../state.ts';
import type { Visit } from '../visit.ts';
import { challengeAddress } from './challenge.ts';

/** GET /uas/login. */
export function login(visit: Visit): Answer {
  const flow = flowOfSessionRedirect(visit, visit.query.get('session_redirect'));
  if (flow === undefined) return flowGone(visit);
  return scenarioOf(flow.app).beforeLoginPage?.(visit, flow) ?? loginPage(visit, flow);
}

/** The login page, drawn by its scenario where that has a page of its own. */
function loginPage(visit: Visit, flow: PendingFlow, attempt: Attempt = {}): Answer {
  return showLogin(visit, flow, attempt, scenarioOf(flow.app).loginBody);
}

/** POST /checkpoint/lg/login-submit. A wrong password is answered with 200 and the login page again. */
export function loginSubmit(visit: Visit): Answer {
  const flow = flowOfSessionRedirect(visit, visit.form.get('session_redirect'));
  if (!csrfTokenFits(visit) || !loginCsrfFits(visit)) return csrfRefused(visit);
  if (flow === undefined) return flowGone(visit);
  const scenario = scenarioOf(flow.app);
  const special = scenario.loginSubmitted?.(visit, flow);
  if (special !== undefined) return special;

  const username = visit.form.get(fields.username) ?? '';
  const password = visit.form.get(fields.password) ?? '';
  const { unknownMember, emptyPassword, wrongPassword } = loginMessages;
  const member = memberNamed(visit, username);
  if (member === undefined) return loginPage(visit, flow, { username, usernameError: unknownMember });
  if (password === '') return loginPage(visit, flow, { username, passwordError: emptyPassword });
  if (password !== member.password) return loginPage(visit, flow, { username, passwordError: wrongPassword });
  if (member.challenge !== undefined) return redirect(challengeAddress(visit, flow, member));
  return scenario.passwordAccepted?.(visit, flow, member) ?? signIn(visit, flow, member);
}

/** GET /oauth/v2/login-cancel. */
export function loginCancel(visit: Visit): Answer {
  const flow = flowOf(visit, visit.query.get('flow'));
  return flow === undefined ? flowGone(visit) : cancelFlow(visit, flow, 'login');
}

/** GET /checkpoint/lg/login, where LinkedIn sends scripted logins that it refuses. */
export function loginRefused(visit: Visit): Answer {
  return page(visit, {
    title: titles.login,
    body: errorPage(
      'Something unexpected happened. Please try again.',
      `LinkedIn shows its login page here, and the address says ${refusedLogin.query}: it refuses scripted logins for now.`,
    ),
  });
}

/** A form that carries no or other values than the browser's cookies. */
export function csrfRefused(visit: Visit): Answer {
  return page(visit, {
    title: ERROR_TITLE,
    status: csrfRefusal.status,
    body: errorPage(
      csrfRefusal.text,
      `The form must repeat the cookies of the page that it came from: ${fields.csrfToken} and ${fields.loginCsrf}. Keep cookies, and send all hidden fields of the login form.`,
    ),
  });
}

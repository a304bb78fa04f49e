import { fields } from '../../providers/linkedin/pages.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { EmulatorResponse } from '../http/response.ts';
import { showLogin } from '../sign-in/show-login.ts';
import { memberNamed, signIn } from '../sign-in/sign-in.ts';
import type { PendingFlow } from '../state/state.ts';
import { emptyAction, identifierFirst } from './login-forms.ts';

/** The authorization endpoint shows the login form itself. */
export function loginInFirstAnswer(context: RequestContext, flow: PendingFlow): EmulatorResponse {
  return showLogin(context, flow, {}, emptyAction);
}

/** Whoever is chosen from the list is signed in. */
export function chosenAccount(context: RequestContext, flow: PendingFlow): EmulatorResponse | undefined {
  const member = memberNamed(context, context.form.get('account') ?? '');
  return member && signIn(context, flow, member);
}

/** A user name without a password leads to the page for the password. */
export function passwordPage(context: RequestContext, flow: PendingFlow): EmulatorResponse | undefined {
  const username = context.form.get(fields.username) ?? '';
  if (context.form.has(fields.password) || memberNamed(context, username) === undefined) return undefined;
  return showLogin(context, flow, { username }, identifierFirst);
}

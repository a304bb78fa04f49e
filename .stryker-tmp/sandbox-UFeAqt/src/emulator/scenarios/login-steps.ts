// @ts-nocheck
import { fields } from '../../providers/linkedin/pages.ts';
import type { Answer } from '../answer.ts';
import { showLogin } from '../show-login.ts';
import { memberNamed, signIn } from '../sign-in.ts';
import type { PendingFlow } from '../state.ts';
import type { Visit } from '../visit.ts';
import { emptyAction, identifierFirst } from './login-forms.ts';

/** The authorization endpoint shows the login form itself. */
export function loginInFirstAnswer(visit: Visit, flow: PendingFlow): Answer {
  return showLogin(visit, flow, {}, emptyAction);
}

/** Whoever is chosen from the list is signed in. */
export function chosenAccount(visit: Visit, flow: PendingFlow): Answer | undefined {
  const member = memberNamed(visit, visit.form.get('account') ?? '');
  return member && signIn(visit, flow, member);
}

/** A user name without a password leads to the page for the password. */
export function passwordPage(visit: Visit, flow: PendingFlow): Answer | undefined {
  const username = visit.form.get(fields.username) ?? '';
  if (visit.form.has(fields.password) || memberNamed(visit, username) === undefined) return undefined;
  return showLogin(visit, flow, { username }, identifierFirst);
}

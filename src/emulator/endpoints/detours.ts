import { csrfTokenFits } from '../checks/csrf.ts';
import { page, redirect } from '../http/make-response.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { EmulatorResponse } from '../http/response.ts';
import { ERROR_TITLE, errorPage } from '../pages/error-page.ts';
import { secondFactor } from '../scenarios/detours.ts';
import { flowGone } from '../sign-in/pending-flow.ts';
import { signIn } from '../sign-in/sign-in.ts';
import { csrfRejected } from './login.ts';

/** The other host's door, of the scenario login-on-other-host: leads on to the login page there. */
export function federation(context: RequestContext): EmulatorResponse {
  const next = context.query.get('next') ?? '/';
  // Only paths of this host: the parameter must not turn the emulator into an open redirector.
  return redirect(/^\/(?![/\\])/.test(next) ? next : '/');
}

/** The second factor, of the scenario of that name: the member's PIN in a field named `code`. */
export function secondFactorSubmit(context: RequestContext): EmulatorResponse {
  if (!csrfTokenFits(context)) return csrfRejected(context);
  const id = context.form.get('challengeId') ?? '';
  const pending = context.emulator.state.challenges.get(id);
  if (pending === undefined) return flowGone(context);
  context.emulator.state.challenges.delete(id);
  const { flow, member } = pending;
  return context.form.get('code')?.trim() === member.pin
    ? signIn(context, flow, member)
    : secondFactor(context, flow, member);
}

/** A login form that was submitted by GET. */
export function loginByGet(context: RequestContext): EmulatorResponse {
  return page(context, {
    title: ERROR_TITLE,
    status: 405,
    body: errorPage(
      'This address takes POST only.',
      'A login form without method="post" was submitted as it stands; if it held a password, that is now in the address.',
    ),
  });
}

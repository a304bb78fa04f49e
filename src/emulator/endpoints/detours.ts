import type { Answer } from '../answer.ts';
import { page, redirect } from '../answers.ts';
import { csrfTokenFits } from '../checks/csrf.ts';
import { flowGone } from '../flow.ts';
import { ERROR_TITLE, errorPage } from '../pages/error-page.ts';
import { secondFactor } from '../scenarios/detours.ts';
import { signIn } from '../sign-in.ts';
import type { Visit } from '../visit.ts';
import { csrfRefused } from './login.ts';

/** The other host's door, of the scenario login-on-other-host: leads on to the login page there. */
export function federation(visit: Visit): Answer {
  const next = visit.query.get('next') ?? '/';
  // Only paths of this host: the parameter must not turn the emulator into an open redirector.
  return redirect(/^\/(?![/\\])/.test(next) ? next : '/');
}

/** The second factor, of the scenario of that name: the member's PIN in a field named `code`. */
export function secondFactorSubmit(visit: Visit): Answer {
  if (!csrfTokenFits(visit)) return csrfRefused(visit);
  const id = visit.form.get('challengeId') ?? '';
  const pending = visit.emulation.state.challenges.get(id);
  if (pending === undefined) return flowGone(visit);
  visit.emulation.state.challenges.delete(id);
  const { flow, member } = pending;
  return visit.form.get('code')?.trim() === member.pin
    ? signIn(visit, flow, member)
    : secondFactor(visit, flow, member);
}

/** A login form that was submitted by GET. */
export function loginByGet(visit: Visit): Answer {
  return page(visit, {
    title: ERROR_TITLE,
    status: 405,
    body: errorPage(
      'This address takes POST only.',
      'A login form without method="post" was submitted as it stands; if it held a password, that is now in the address.',
    ),
  });
}

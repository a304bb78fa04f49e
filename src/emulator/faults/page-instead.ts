import { html } from '../../html/html.ts';
import { fields, titles } from '../../providers/linkedin/pages.ts';
import type { Answer } from '../answer.ts';
import { page, redirect } from '../answers.ts';
import { csrfTokenFits, loginCsrfFits } from '../checks/csrf.ts';
import type { ChallengeKind, EmulatedMember } from '../config.ts';
import { challengeAddress } from '../endpoints/challenge.ts';
import { flowOfSessionRedirect } from '../flow.ts';
import { refusedScriptedLogin, secondFactor } from '../scenarios/detours.ts';
import { reactLogin } from '../scenarios/login-forms.ts';
import { memberNamed } from '../sign-in.ts';
import type { PendingFlow } from '../state.ts';
import type { Visit } from '../visit.ts';
import type { FaultRule } from './parse-fault.ts';

/** The faults of the login form, by the challenge that they demand. */
const challenges = {
  captcha: 'captcha',
  pin: 'email-pin',
  approval: 'app-approval',
} as const satisfies Record<string, ChallengeKind>;

/** The page that a fault shows in place of the one that was asked for; undefined where it lets the request pass. */
export function pageInstead(visit: Visit, { kind }: FaultRule): Answer | undefined {
  switch (kind) {
    case 'react-login':
      return page(visit, { title: titles.login, body: reactLogin(visit) });
    case 'interstitial':
      return interstitial(visit);
    case 'captcha':
    case 'pin':
    case 'approval':
      return afterPassword(visit, (flow, member) =>
        redirect(challengeAddress(visit, flow, { ...member, challenge: challenges[kind] })),
      );
    case 'second-factor':
      return afterPassword(visit, (flow, member) => secondFactor(visit, flow, member));
    case 'refused-login':
      return afterPassword(visit, refusedScriptedLogin);
    default:
      return undefined;
  }
}

/** A page that stands in the way and leads back to the same address. */
function interstitial(visit: Visit): Answer {
  const address = visit.url.pathname + visit.url.search;
  return page(visit, {
    title: titles.login,
    body: html`<meta http-equiv="refresh" content="5;url=${address}">
<section class="card"><h1>One moment</h1><p><a href="${address}">Continue</a></p></section>`,
  });
}

/** What comes after the right password in a right form; anything else is refused by the endpoint as ever. */
function afterPassword(
  visit: Visit,
  next: (flow: PendingFlow, member: EmulatedMember) => Answer,
): Answer | undefined {
  const { form } = visit;
  const flow = flowOfSessionRedirect(visit, form.get('session_redirect'));
  const member = memberNamed(visit, form.get(fields.username) ?? '');
  if (flow === undefined || member?.password !== form.get(fields.password)) return undefined;
  return csrfTokenFits(visit) && loginCsrfFits(visit) ? next(flow, member as EmulatedMember) : undefined;
}

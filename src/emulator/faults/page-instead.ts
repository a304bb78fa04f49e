import { html } from '../../html/html.ts';
import { fields, titles } from '../../providers/linkedin/pages.ts';
import { csrfTokenFits, loginCsrfFits } from '../checks/csrf.ts';
import type { ChallengeKind, EmulatedMember } from '../config/config.ts';
import { challengeAddress } from '../endpoints/challenge.ts';
import { page, redirect } from '../http/make-response.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { EmulatorResponse } from '../http/response.ts';
import { rejectScriptedLogin, secondFactor } from '../scenarios/detours.ts';
import { reactLogin } from '../scenarios/login-forms.ts';
import { flowOfSessionRedirect } from '../sign-in/pending-flow.ts';
import { memberNamed } from '../sign-in/sign-in.ts';
import type { PendingFlow } from '../state/state.ts';
import type { FaultRule } from './parse-fault.ts';

/** The faults of the login form, by the challenge that they demand. */
const challenges = {
  captcha: 'captcha',
  pin: 'email-pin',
  approval: 'app-approval',
} as const satisfies Record<string, ChallengeKind>;

/** The page that a fault shows in place of the one that was asked for; undefined where it lets the request pass. */
export function pageInstead(context: RequestContext, { kind }: FaultRule): EmulatorResponse | undefined {
  switch (kind) {
    case 'react-login':
      return page(context, { title: titles.login, body: reactLogin(context) });
    case 'interstitial':
      return interstitial(context);
    case 'captcha':
    case 'pin':
    case 'approval':
      return afterPassword(context, (flow, member) =>
        redirect(challengeAddress(context, flow, { ...member, challenge: challenges[kind] })),
      );
    case 'second-factor':
      return afterPassword(context, (flow, member) => secondFactor(context, flow, member));
    case 'refused-login':
      return afterPassword(context, rejectScriptedLogin);
    default:
      return undefined;
  }
}

/** A page that stands in the way and leads back to the same address. */
function interstitial(context: RequestContext): EmulatorResponse {
  const address = context.url.pathname + context.url.search;
  return page(context, {
    title: titles.login,
    body: html`<meta http-equiv="refresh" content="5;url=${address}">
<section class="card"><h1>One moment</h1><p><a href="${address}">Continue</a></p></section>`,
  });
}

/** What comes after the right password in a right form; anything else is refused by the endpoint as ever. */
function afterPassword(
  context: RequestContext,
  next: (flow: PendingFlow, member: EmulatedMember) => EmulatorResponse,
): EmulatorResponse | undefined {
  const { form } = context;
  const flow = flowOfSessionRedirect(context, form.get('session_redirect'));
  const member = memberNamed(context, form.get(fields.username) ?? '');
  if (flow === undefined || member?.password !== form.get(fields.password)) return undefined;
  return csrfTokenFits(context) && loginCsrfFits(context) ? next(flow, member as EmulatedMember) : undefined;
}

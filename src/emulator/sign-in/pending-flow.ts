import { cookies, paths } from '../../providers/linkedin/pages.ts';
import type { EmulatedMember } from '../config/config.ts';
import { page } from '../http/make-response.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { EmulatorResponse } from '../http/response.ts';
import { ERROR_TITLE, errorPage } from '../pages/error-page.ts';
import { appNumber } from '../state/identity.ts';
import { grantKey, type PendingFlow } from '../state/state.ts';

/** How long a person may take from the authorization request to the consent, milliseconds. */
export const FLOW_LIFE = 60 * 60_000;

/** The value of `flow`: opaque since 2026, a key to what the server remembers. */
export function flowParameter(flow: PendingFlow): string {
  return `key:${flow.key}`;
}

/** One of the addresses of the chain, from its root, with the parameters that lead back to the flow. */
export function chainPath(path: string, flow: PendingFlow): string {
  const query = new URLSearchParams({
    app_id: appNumber(flow.app),
    auth_type: 'AC',
    flow: flowParameter(flow),
  });
  return `${path}?${query}`;
}

/** The address of the login page, from its root. */
export function loginPath(flow: PendingFlow): string {
  const query = new URLSearchParams({
    session_redirect: chainPath(paths.loginSuccess, flow),
    fromSignIn: '1',
    trk: 'oauth',
    cancel_redirect: chainPath(paths.loginCancel, flow),
  });
  return `${paths.login}?${query}`;
}

/** The pending flow that a `flow` parameter names. */
export function flowOf(context: RequestContext, parameter: string | null): PendingFlow | undefined {
  return context.emulator.state.flows.get(parameter?.replace(/^key:/, '') ?? '');
}

/** The pending flow that the `session_redirect` of a login page names. */
export function flowOfSessionRedirect(
  context: RequestContext,
  sessionRedirect: string | null,
): PendingFlow | undefined {
  const query = sessionRedirect?.split('?')[1] ?? '';
  return flowOf(context, new URLSearchParams(query).get('flow'));
}

/** Shown where a flow is unknown, finished or too old. */
export function flowGone(context: RequestContext): EmulatorResponse {
  return page(context, {
    title: ERROR_TITLE,
    status: 400,
    body: errorPage(
      'This sign-in is no longer valid.',
      'It was finished, took more than an hour, or began at another emulator. Start again at the application.',
    ),
  });
}

/** The member who is signed in in this browser. */
export function signedInMember(context: RequestContext): EmulatedMember | undefined {
  return context.emulator.state.sessions.get(context.cookies.get(cookies.session) ?? '');
}

/** Whether the member consented to exactly these scopes before, and the consent has not run out. */
export function hasConsented(context: RequestContext, flow: PendingFlow, member: EmulatedMember): boolean {
  const grant = context.emulator.state.grants.get(grantKey(flow.app, member));
  return (
    grant !== undefined &&
    grant.expiresAt > context.emulator.now() &&
    grant.scopes.join() === flow.scopes.join()
  );
}

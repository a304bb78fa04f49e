import { html } from '../../html/html.ts';
import { cookies, fields, refusedLogin, signIn, titles } from '../../providers/linkedin/pages.ts';
import type { EmulatedMember } from '../config/config.ts';
import { rememberChallenge } from '../endpoints/challenge.ts';
import { denied, empty, page, redirect } from '../http/make-response.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { EmulatorResponse } from '../http/response.ts';
import { hiddenInputs, note } from '../pages/layout.ts';
import { csrfCookies, csrfPair, dataCentreCookie } from '../sign-in/cookies.ts';
import { loginPath } from '../sign-in/pending-flow.ts';
import type { PendingFlow } from '../state/state.ts';

/** An address on the way that carries parameters of somebody else's login. */
export const FEDERATION = '/federation/return';

/** Where the second factor of the scenario of that name is sent. */
export const SECOND_FACTOR = '/uas/second-factor';

/** The status that LinkedIn gives to clients that it blocks. */
export function blocked(): EmulatorResponse {
  return denied(signIn.blockedStatuses[0]);
}

/** The page sends the browser to itself, for ever. */
export function redirectLoop(context: RequestContext): EmulatorResponse {
  return redirect(context.url.href);
}

/** The first request is sent to itself with a cookie; whoever keeps it goes on. */
export function cookiePin(context: RequestContext): EmulatorResponse | undefined {
  return context.cookies.has(cookies.dataCentre)
    ? undefined
    : redirect(context.url.href, [dataCentreCookie(context)]);
}

/** A page that moves on by itself. */
export function metaRefresh(context: RequestContext, flow: PendingFlow): EmulatorResponse {
  const address = loginPath(flow);
  return page(context, {
    title: titles.login,
    body: html`<meta http-equiv="refresh" content="0;url=${address}">
<section class="card"><p><a href="${address}">Continue to the sign-in</a></p></section>`,
  });
}

/** The login page lives on another host; the first stop there bears the code and the state of another sign-in. */
export function loginOnOtherHost(context: RequestContext, flow: PendingFlow): EmulatorResponse {
  const query = new URLSearchParams({
    code: 'foreign-code',
    state: 'foreign-state',
    next: loginPath(flow),
  });
  return redirect(`${context.otherOrigin}${FEDERATION}?${query}`);
}

/** LinkedIn rejects scripted logins. */
export function rejectScriptedLogin(): EmulatorResponse {
  return redirect(`${refusedLogin.path}?${refusedLogin.query}`);
}

/** 403 and nothing else. */
export function emptyForbidden(): EmulatorResponse {
  return empty(403);
}

/** Asks for a one-time password in a field that is named like the authorization code. */
export function secondFactor(
  context: RequestContext,
  flow: PendingFlow,
  member: EmulatedMember,
): EmulatorResponse {
  const csrf = csrfPair(context);
  const id = rememberChallenge(context, flow, member);
  return page(context, {
    title: titles.challenge,
    cookies: csrfCookies(csrf),
    formTargets: [flow.redirectUri],
    body: html`<section class="card">
<h1>Two-step verification</h1>
<form method="post" action="${SECOND_FACTOR}">
${hiddenInputs([
  [fields.csrfToken, csrf.csrfToken],
  ['challengeId', id],
])}
<label for="code">One-time password</label>
<input id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" autofocus required>
<button type="submit">Continue</button>
</form>
${note(html`The emulator sends no message. The code of this member is <code>${member.pin}</code>.`)}
</section>`,
  });
}

import { html } from '../../html/html.ts';
import { cookies, fields, refusedLogin, signIn, titles } from '../../providers/linkedin/pages.ts';
import type { Answer } from '../answer.ts';
import { denied, empty, page, redirect } from '../answers.ts';
import type { EmulatedMember } from '../config.ts';
import { csrfCookies, csrfPair, dataCentreCookie } from '../cookies.ts';
import { rememberChallenge } from '../endpoints/challenge.ts';
import { loginPath } from '../flow.ts';
import { hiddenInputs, note } from '../pages/layout.ts';
import type { PendingFlow } from '../state.ts';
import type { Visit } from '../visit.ts';

/** An address on the way that carries parameters of somebody else's login. */
export const FEDERATION = '/federation/return';

/** Where the second factor of the scenario of that name is sent. */
export const SECOND_FACTOR = '/uas/second-factor';

/** The status that LinkedIn gives to clients that it blocks. */
export function blocked(): Answer {
  return denied(signIn.blockedStatuses[0]);
}

/** The page sends the browser to itself, for ever. */
export function redirectLoop(visit: Visit): Answer {
  return redirect(visit.url.href);
}

/** The first visit is sent to itself with a cookie; whoever keeps it goes on. */
export function cookiePin(visit: Visit): Answer | undefined {
  return visit.cookies.has(cookies.dataCentre)
    ? undefined
    : redirect(visit.url.href, [dataCentreCookie(visit)]);
}

/** A page that moves on by itself. */
export function metaRefresh(visit: Visit, flow: PendingFlow): Answer {
  const address = loginPath(flow);
  return page(visit, {
    title: titles.login,
    body: html`<meta http-equiv="refresh" content="0;url=${address}">
<section class="card"><p><a href="${address}">Continue to the sign-in</a></p></section>`,
  });
}

/** The login page lives on another host; the first stop there bears the code and the state of another sign-in. */
export function loginOnOtherHost(visit: Visit, flow: PendingFlow): Answer {
  const query = new URLSearchParams({
    code: 'foreign-code',
    state: 'foreign-state',
    next: loginPath(flow),
  });
  return redirect(`${visit.otherOrigin}${FEDERATION}?${query}`);
}

/** LinkedIn's refusal of scripted logins. */
export function refusedScriptedLogin(): Answer {
  return redirect(`${refusedLogin.path}?${refusedLogin.query}`);
}

/** 403 and nothing else. */
export function emptyForbidden(): Answer {
  return empty(403);
}

/** Asks for a one-time password in a field that is named like the authorization code. */
export function secondFactor(visit: Visit, flow: PendingFlow, member: EmulatedMember): Answer {
  const csrf = csrfPair(visit);
  const id = rememberChallenge(visit, flow, member);
  return page(visit, {
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

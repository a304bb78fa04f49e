import { html, type SafeHtml } from '../../html/html.ts';
import { randomToken } from '../../oauth/random.ts';
import type { EmulatedMember } from '../config/config.ts';
import { page, redirect } from '../http/make-response.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { EmulatorResponse } from '../http/response.ts';
import { hiddenInputs } from '../pages/layout.ts';
import { memberNamed } from '../sign-in/sign-in.ts';
import type { PendingFlow } from '../state/state.ts';
import type { Dialect } from './dialect.ts';
import { issueCode } from './issue.ts';
import { ownPaths } from './paths.ts';
import { Rejection, withParameters } from './rejection.ts';

const SESSION = 'emulator_session';
const SESSION_LIFE = 86_400_000;

/** GET: the login page, or the consent page for somebody who is signed in. POST: the password. */
export function signIn(context: RequestContext, dialect: Dialect): EmulatorResponse {
  const { request, query, form } = context;
  const isPost = request.method === 'POST';
  const flow = flowOf(context, (isPost ? form : query).get('flow'));
  if (flow === undefined) return gone(context);
  if (!isPost) {
    return sessionOf(context) === undefined ? loginPage(context, dialect, flow, '') : toConsent(flow);
  }
  const member = memberNamed(context, form.get('username') ?? '');
  if (member === undefined || member.password !== form.get('password')) {
    return loginPage(context, dialect, flow, 'The user name or the password is wrong.');
  }
  const session = randomToken(context.emulator.randomBytes, 32);
  context.emulator.state.sessions.set(session, member, context.emulator.now() + SESSION_LIFE);
  return toConsent(flow, [`${SESSION}=${session}; Path=/emulator; HttpOnly; SameSite=Lax`]);
}

/** GET: the consent page. POST: the decision, with which the person is sent back. */
export function consent(context: RequestContext, dialect: Dialect): EmulatorResponse {
  const { request, query, form } = context;
  const isPost = request.method === 'POST';
  const flow = flowOf(context, (isPost ? form : query).get('flow'));
  if (flow === undefined) return gone(context);
  const member = sessionOf(context);
  if (member === undefined) return redirect(`${ownPaths.signIn}?flow=${flow.key}`);
  if (!isPost) return consentPage(context, dialect, flow, member);
  const { redirectUri, state } = flow;
  if (form.get('decision') !== 'allow') {
    context.emulator.state.flows.delete(flow.key);
    const values = { registered: redirectUri, client_id: flow.app.clientId };
    throw new Rejection('denied', values, { redirectUri, state });
  }
  const parameters = new URLSearchParams({ code: issueCode(context.emulator, dialect, flow, member) });
  if (state !== undefined) parameters.set('state', state);
  return redirect(withParameters(redirectUri, parameters));
}

function toConsent(flow: PendingFlow, cookies: readonly string[] = []): EmulatorResponse {
  return redirect(`${ownPaths.consent}?flow=${flow.key}`, cookies);
}

function flowOf({ emulator }: RequestContext, key: string | null): PendingFlow | undefined {
  return emulator.state.flows.get(key ?? '');
}

function sessionOf({ emulator, cookies }: RequestContext): EmulatedMember | undefined {
  return emulator.state.sessions.get(cookies.get(SESSION) ?? '');
}

function loginPage(
  context: RequestContext,
  { facts }: Dialect,
  flow: PendingFlow,
  problem: string,
): EmulatorResponse {
  return page(context, {
    title: 'Sign in',
    formTargets: [flow.redirectUri],
    body: html`<section class="card">
<h1>Sign in</h1>
<p class="soft">to continue to the application <strong>${flow.app.name}</strong>. ${facts.name} shows a page of its own here.</p>
<form method="post" action="${ownPaths.signIn}">
${hiddenInputs([['flow', flow.key]])}
<label for="username">User name</label>
<input id="username" name="username" autocomplete="username" required>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required>
${problem !== '' && html`<p role="alert">${problem}</p>`}
<button type="submit">Sign in</button>
</form>
</section>`,
  });
}

function consentPage(
  context: RequestContext,
  { facts }: Dialect,
  flow: PendingFlow,
  member: EmulatedMember,
): EmulatorResponse {
  return page(context, {
    title: 'Allow access',
    formTargets: [flow.redirectUri],
    body: html`<section class="card">
<h1>Allow the application <q>${flow.app.name}</q>?</h1>
<p class="soft">Signed in as ${member.givenName} ${member.familyName}, ${member.username}. ${facts.name} shows a page of its own here.</p>
${scopeList(flow.scopes)}
<form method="post" action="${ownPaths.consent}">
${hiddenInputs([['flow', flow.key]])}
<button type="submit" name="decision" value="allow">Allow</button>
<button type="submit" name="decision" value="deny">Cancel</button>
</form>
</section>`,
  });
}

function scopeList(scopes: readonly string[]): SafeHtml {
  if (scopes.length === 0) return html`<p>It asks for no scope.</p>`;
  return html`<p>It asks for:</p><ul>${scopes.map((scope) => html`<li><code>${scope}</code></li>`)}</ul>`;
}

function gone(context: RequestContext): EmulatorResponse {
  return page(context, {
    title: 'Error',
    status: 400,
    body: html`<section class="card"><h1>Error</h1><p>This sign-in is no longer valid. Start again at the application.</p></section>`,
  });
}

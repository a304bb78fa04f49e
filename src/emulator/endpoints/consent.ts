import { paths, titles } from '../../providers/linkedin/pages.ts';
import { csrfTokenFits } from '../checks/csrf.ts';
import { page, redirect } from '../http/make-response.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { EmulatorResponse } from '../http/response.ts';
import { consentBody, consentForm } from '../pages/consent-page.ts';
import { scenarioOf } from '../scenarios/all.ts';
import { cancelFlow } from '../sign-in/callback.ts';
import { csrfCookies, csrfPair } from '../sign-in/cookies.ts';
import {
  chainPath,
  flowGone,
  flowOf,
  flowParameter,
  hasConsented,
  loginPath,
  signedInMember,
} from '../sign-in/pending-flow.ts';
import { respondWithCode } from '../sign-in/respond-with-code.ts';
import { csrfRejected } from './login.ts';

/** GET /oauth/v2/login-success: the consent page, or the application at once where consent was given before. */
export function loginSuccess(context: RequestContext): EmulatorResponse {
  const flow = flowOf(context, context.query.get('flow'));
  if (flow === undefined) return flowGone(context);
  const member = signedInMember(context);
  if (member === undefined) return redirect(loginPath(flow));
  if (hasConsented(context, flow, member)) return respondWithCode(context, flow, member);
  const csrf = csrfPair(context);
  const view = {
    flow,
    member,
    csrfToken: csrf.csrfToken,
    flowParameter: flowParameter(flow),
    cancelAddress: chainPath(paths.consentCancel, flow),
  };
  return page(context, {
    title: titles.consent,
    body: consentBody(view, scenarioOf(flow.app).consentForm ?? consentForm),
    cookies: csrfCookies(csrf),
    formTargets: [flow.redirectUri],
  });
}

/** POST /oauth/v2/authorization-submit. */
export function consentSubmit(context: RequestContext): EmulatorResponse {
  if (!csrfTokenFits(context)) return csrfRejected(context);
  const flow = flowOf(context, context.form.get('flow'));
  if (flow === undefined) return flowGone(context);
  const member = signedInMember(context);
  if (member === undefined) return redirect(loginPath(flow));
  const { consents = ordinaryConsent } = scenarioOf(flow.app);
  return consents(context.form)
    ? respondWithCode(context, flow, member)
    : cancelFlow(context, flow, 'consent');
}

/** GET /oauth/v2/authorization-cancel. */
export function consentCancel(context: RequestContext): EmulatorResponse {
  const flow = flowOf(context, context.query.get('flow'));
  return flow === undefined ? flowGone(context) : cancelFlow(context, flow, 'consent');
}

function ordinaryConsent(form: URLSearchParams): boolean {
  return form.get('authorized') === 'true';
}

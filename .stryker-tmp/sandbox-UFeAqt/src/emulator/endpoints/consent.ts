// @ts-nocheck
import { paths, titles } from '../../providers/linkedin/pages.ts';
import type { Answer } from '../answer.ts';
import { page, redirect } from '../answers.ts';
import { cancelFlow } from '../callback.ts';
import { csrfTokenFits } from '../checks/csrf.ts';
import { csrfCookies, csrfPair } from '../cookies.ts';
import {
  chainPath,
  flowGone,
  flowOf,
  flowParameter,
  hasConsented,
  loginPath,
  signedInMember,
} from '../flow.ts';
import { giveCode } from '../give-code.ts';
import { consentBody, consentForm } from '../pages/consent-page.ts';
import { scenarioOf } from '../scenarios/all.ts';
import type { Visit } from '../visit.ts';
import { csrfRefused } from './login.ts';

/** GET /oauth/v2/login-success: the consent page, or the application at once where consent was given before. */
export function loginSuccess(visit: Visit): Answer {
  const flow = flowOf(visit, visit.query.get('flow'));
  if (flow === undefined) return flowGone(visit);
  const member = signedInMember(visit);
  if (member === undefined) return redirect(loginPath(flow));
  if (hasConsented(visit, flow, member)) return giveCode(visit, flow, member);
  const csrf = csrfPair(visit);
  const view = {
    flow,
    member,
    csrfToken: csrf.csrfToken,
    flowParameter: flowParameter(flow),
    cancelAddress: chainPath(paths.consentCancel, flow),
  };
  return page(visit, {
    title: titles.consent,
    body: consentBody(view, scenarioOf(flow.app).consentForm ?? consentForm),
    cookies: csrfCookies(csrf),
    formTargets: [flow.redirectUri],
  });
}

/** POST /oauth/v2/authorization-submit. */
export function consentSubmit(visit: Visit): Answer {
  if (!csrfTokenFits(visit)) return csrfRefused(visit);
  const flow = flowOf(visit, visit.form.get('flow'));
  if (flow === undefined) return flowGone(visit);
  const member = signedInMember(visit);
  if (member === undefined) return redirect(loginPath(flow));
  const { consents = ordinaryConsent } = scenarioOf(flow.app);
  return consents(visit.form) ? giveCode(visit, flow, member) : cancelFlow(visit, flow, 'consent');
}

/** GET /oauth/v2/authorization-cancel. */
export function consentCancel(visit: Visit): Answer {
  const flow = flowOf(visit, visit.query.get('flow'));
  return flow === undefined ? flowGone(visit) : cancelFlow(visit, flow, 'consent');
}

function ordinaryConsent(form: URLSearchParams): boolean {
  return form.get('authorized') === 'true';
}

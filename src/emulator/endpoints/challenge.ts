import { challenge as facts, fields, paths, titles } from '../../providers/linkedin/pages.ts';
import { csrfTokenFits } from '../checks/csrf.ts';
import type { EmulatedMember } from '../config/config.ts';
import { page } from '../http/make-response.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { EmulatorResponse } from '../http/response.ts';
import { challengePage } from '../pages/challenge-page.ts';
import { csrfCookies, csrfPair } from '../sign-in/cookies.ts';
import { FLOW_LIFE, flowGone } from '../sign-in/pending-flow.ts';
import { randomUuid } from '../state/identity.ts';
import type { PendingChallenge, PendingFlow } from '../state/state.ts';

/** Remembers a right password whose owner must prove something, and gives the address of the page for it. */
export function challengeAddress(context: RequestContext, flow: PendingFlow, member: EmulatedMember): string {
  const id = rememberChallenge(context, flow, member);
  return `${paths.challenge}/${id}?ut=${randomUuid(context.emulator.randomBytes)}`;
}

/** Remembers it without an address. */
export function rememberChallenge(
  context: RequestContext,
  flow: PendingFlow,
  member: EmulatedMember,
): string {
  const id = `AgE${randomUuid(context.emulator.randomBytes)}`;
  context.emulator.state.challenges.set(id, { flow, member }, context.emulator.now() + FLOW_LIFE);
  return id;
}

/** GET /checkpoint/challenge/:id. */
export function challenge(context: RequestContext, id: string): EmulatorResponse {
  const pending = context.emulator.state.challenges.get(id);
  return pending === undefined ? flowGone(context) : challengeResponse(context, id, pending, '');
}

/**
 * POST /checkpoint/challenge/verify.
 *
 * @param signIn what follows the proof
 * @param csrfRefused what follows a form without the cookies' values
 */
export function verifyChallenge(
  context: RequestContext,
  signIn: (context: RequestContext, flow: PendingFlow, member: EmulatedMember) => EmulatorResponse,
  csrfRejected: (context: RequestContext) => EmulatorResponse,
): EmulatorResponse {
  if (!csrfTokenFits(context)) return csrfRejected(context);
  const id = context.form.get('challengeId') ?? '';
  const pending = context.emulator.state.challenges.get(id);
  if (pending === undefined) return flowGone(context);
  const problem = proofProblem(context.form, pending.member);
  if (problem !== undefined) return challengeResponse(context, id, pending, problem);
  context.emulator.state.challenges.delete(id);
  return signIn(context, pending.flow, pending.member);
}

function proofProblem(form: URLSearchParams, member: EmulatedMember): string | undefined {
  switch (member.challenge) {
    case 'captcha':
      return form.getAll(facts.captchaResponse).includes('person') ? undefined : 'Please solve the puzzle.';
    case 'email-pin':
      return form.get(fields.pin)?.trim() === member.pin ? undefined : "Hmm, that's not the right code.";
    case 'app-approval':
    case undefined:
      return undefined;
  }
}

function challengeResponse(
  context: RequestContext,
  id: string,
  { member, flow }: PendingChallenge,
  error: string,
): EmulatorResponse {
  const csrf = csrfPair(context);
  const { randomBytes, now } = context.emulator;
  return page(context, {
    title: titles.challenge,
    cookies: csrfCookies(csrf),
    formTargets: [flow.redirectUri],
    body: challengePage({
      id,
      kind: member.challenge ?? 'captcha',
      member,
      csrfToken: csrf.csrfToken,
      pageInstance: `urn:li:page:checkpoint_challenge;${Buffer.from(randomBytes(16)).toString('base64')}`,
      displayTime: now(),
      error,
    }),
  });
}

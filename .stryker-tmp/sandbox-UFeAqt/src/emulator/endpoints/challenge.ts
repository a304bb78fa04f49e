// @ts-nocheck
import { challenge as facts, fields, paths, titles } from '../../providers/linkedin/pages.ts';
import type { Answer } from '../answer.ts';
import { page } from '../answers.ts';
import { csrfTokenFits } from '../checks/csrf.ts';
import type { EmulatedMember } from '../config.ts';
import { csrfCookies, csrfPair } from '../cookies.ts';
import { FLOW_LIFE, flowGone } from '../flow.ts';
import { randomUuid } from '../identity.ts';
import { challengePage } from '../pages/challenge-page.ts';
import type { PendingChallenge, PendingFlow } from '../state.ts';
import type { Visit } from '../visit.ts';

/** Remembers a right password whose owner must prove something, and gives the address of the page for it. */
export function challengeAddress(visit: Visit, flow: PendingFlow, member: EmulatedMember): string {
  const id = rememberChallenge(visit, flow, member);
  return `${paths.challenge}/${id}?ut=${randomUuid(visit.emulation.randomBytes)}`;
}

/** Remembers it without an address. */
export function rememberChallenge(visit: Visit, flow: PendingFlow, member: EmulatedMember): string {
  const id = `AgE${randomUuid(visit.emulation.randomBytes)}`;
  visit.emulation.state.challenges.set(id, { flow, member }, visit.emulation.now() + FLOW_LIFE);
  return id;
}

/** GET /checkpoint/challenge/:id. */
export function challenge(visit: Visit, id: string): Answer {
  const pending = visit.emulation.state.challenges.get(id);
  return pending === undefined ? flowGone(visit) : challengeAnswer(visit, id, pending, '');
}

/**
 * POST /checkpoint/challenge/verify.
 *
 * @param signIn what follows the proof
 * @param csrfRefused what follows a form without the cookies' values
 */
export function verifyChallenge(
  visit: Visit,
  signIn: (visit: Visit, flow: PendingFlow, member: EmulatedMember) => Answer,
  csrfRefused: (visit: Visit) => Answer,
): Answer {
  if (!csrfTokenFits(visit)) return csrfRefused(visit);
  const id = visit.form.get('challengeId') ?? '';
  const pending = visit.emulation.state.challenges.get(id);
  if (pending === undefined) return flowGone(visit);
  const problem = proofProblem(visit.form, pending.member);
  if (problem !== undefined) return challengeAnswer(visit, id, pending, problem);
  visit.emulation.state.challenges.delete(id);
  return signIn(visit, pending.flow, pending.member);
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

function challengeAnswer(
  visit: Visit,
  id: string,
  { member, flow }: PendingChallenge,
  error: string,
): Answer {
  const csrf = csrfPair(visit);
  const { randomBytes, now } = visit.emulation;
  return page(visit, {
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
